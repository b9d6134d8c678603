import { el } from '../ui/dom.js';
import { t } from './i18n.js';

/** A card with a heading, and whatever stands beside that. */
export function card(title, beside, ...children) {
  const head = beside ? el('div', { class: 'card-head' }, el('h2', {}, title), beside) : el('h2', {}, title);
  return el('section', { class: 'card' }, head, ...children);
}

export const note = (text, look = '') => el('p', { class: `note ${look}`.trim() }, text);
export const status = () => el('p', { class: 'note', role: 'status' });
export const chip = (text, look = 'mute') => el('span', { class: `chip ${look}` }, text);
export const button = (text, click, look = 'plain') => el('button', { type: 'button', class: look, click }, text);

/**
 * A table that scrolls where it is wider than its place, with a name for those who do not see it.
 *
 * head: texts, or { text, number } for columns of figures. rows: arrays of texts or nodes, the first of which heads its row, or
 * ready rows.
 */
export function table(name, head, rows, look = '') {
  const columns = head.map((column) => (typeof column === 'string' ? { text: column } : column));
  const body = el('tbody', {}, ...rows.map((row) => (Array.isArray(row) ? tableRow(columns, row) : row)));
  return el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': name },
    el('table', { class: look || null },
      el('thead', {}, el('tr', {}, ...columns.map(({ text, number }) => el('th', { scope: 'col', class: number ? 'number' : null }, text)))), body));
}

function tableRow(columns, cells) {
  return el('tr', {}, ...cells.map((cell, i) => el(i === 0 ? 'th' : 'td',
    { scope: i === 0 ? 'row' : null, class: columns[i].number ? 'number' : columns[i].wide ? 'wide' : null }, ...[cell].flat())));
}

let ids = 0;

/** A labelled control. */
export function field(label, control, hint) {
  control.id ||= `field-${++ids}`;
  const more = hint && el('span', { class: 'hint', id: `${control.id}-hint` }, hint);
  if (more) control.setAttribute('aria-describedby', more.id);
  return el('div', { class: 'field' }, el('label', { for: control.id }, label), control, more);
}

export const input = (attributes = {}) => el('input', { type: 'text', autocomplete: 'off', spellcheck: 'false', ...attributes });
export const area = (attributes = {}) => el('textarea', { rows: 3, spellcheck: 'false', ...attributes });

/** options: [value, text] */
export const choice = (options, attributes = {}) =>
  el('select', attributes, ...options.map(([value, text]) => el('option', { value }, text)));

export function check(label, attributes = {}) {
  const box = el('input', { type: 'checkbox', ...attributes });
  return { box, element: el('label', { class: 'check' }, box, label) };
}

/** Controls in a row whose button does something; Enter does it too. */
export function form(act, ...children) {
  return el('form', { class: 'form', novalidate: true, submit: (event) => { event.preventDefault(); act(); } }, ...children);
}

export const submit = (text) => el('button', { type: 'submit', class: 'plain strong' }, text);

/** Words separated by commas. */
export const list = (text) => text.split(',').map((one) => one.trim()).filter((one) => one !== '');

/** Does something that the server may refuse, and says so. */
export async function attempt(said, action) {
  said.className = 'note';
  said.textContent = t('reading');
  try {
    said.textContent = (await action()) ?? '';
  } catch (refused) {
    said.className = 'note bad';
    said.textContent = refused.message;
  }
}

/** Asks before something is done; null if it is not wanted, else what was written. */
export function confirm({ title, text, reason, yes }) {
  return new Promise((answer) => {
    const why = input({ maxlength: 200 });
    const asked = reason ? field(reason, why) : null;
    const sure = button(yes, () => {
      if (reason && why.value.trim() === '') return why.focus();
      dialog.close(reason ? why.value.trim() : 'yes');
    }, 'plain strong');
    const heading = el('h2', { id: `dialog-${++ids}` }, title);
    const dialog = el('dialog', { 'aria-labelledby': heading.id, close: () => { dialog.remove(); answer(dialog.returnValue || null); } },
      heading, text ? el('p', {}, text) : null, asked,
      el('div', { class: 'buttons' }, sure, button(t('cancel'), () => dialog.close(''))));
    why.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      // Else the same key press would press the button that gets the focus back.
      event.preventDefault();
      sure.click();
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
