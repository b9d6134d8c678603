import { el } from '../ui/dom.js';
import * as api from './api.js';
import { t } from './i18n.js';
import { attempt, button, card, note, status } from './kit.js';

const EVENTS = 10;

/** Tries whether answers reach this browser while they are written, or something on the way holds them back. */
export class Streaming {
  #said = status();

  constructor() {
    this.element = card(t('streaming'), null, note(t('streamingHelp')),
      el('div', { class: 'buttons' }, button(t('streamingTry'), () => attempt(this.#said, tried))), this.#said);
  }
}

async function tried() {
  const events = await api.beats();
  if (events.length < EVENTS) throw new api.Refused(200, t('streamingCut', { count: events.length, all: EVENTS }));
  const [first, last] = [events[0], events.at(-1)];
  const spread = { sent: Math.round(last.sent - first.sent), arrived: Math.round(last.arrived - first.arrived) };
  if (spread.arrived < spread.sent / 2) throw new api.Refused(200, t('streamingHeld', spread));
  return t('streamingGood', { ...spread, count: EVENTS });
}
