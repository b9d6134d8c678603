import { el } from './dom.js';

// Its number changes when what people are told does.
const KEY = 'erp-assistant.read.1';

/** What everybody is told once in this browser: what the assistant does, what is sent, what it cannot do. */
export const firstUse = {
  get known() {
    try {
      return localStorage.getItem(KEY) !== null;
    } catch {
      return false;
    }
  },

  remember() {
    try {
      localStorage.setItem(KEY, '');
    } catch {
      // Where nothing may be stored it is shown again.
    }
  },
};

export function firstUseView({ text }, onRead) {
  const points = ['firstWhat', 'firstSent', 'firstLimits'].map((key) => el('li', {}, text(key)));
  return el(
    'section',
    { class: 'first', 'aria-label': text('firstTitle') },
    el('p', { class: 'label' }, text('firstTitle')),
    el('ul', {}, ...points),
    el('button', { type: 'button', class: 'plain', part: 'button', click: onRead }, text('firstRead')),
  );
}
