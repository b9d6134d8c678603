import { el } from './dom.js';

/** Says how many fields are sent, and opens to which. */
export class ContextView {
  #language;
  #summary;
  #content;

  constructor(language) {
    this.#language = language;
    this.#summary = el('summary', {}, language.text('fieldsLoading'));
    this.#content = el('div', { class: 'fields' });
    this.element = el('details', { class: 'context' }, this.#summary, this.#content);
  }

  show({ fields, leftOut, estimatedTokens }, record) {
    const { text } = this.#language;
    this.#summary.textContent = text('fieldsSent', { count: fields.length, record });
    this.#content.replaceChildren(
      el('dl', {}, ...fields.flatMap((field) => sentField(field, text))),
      el('p', { class: 'caption' }, text(leftOut.length > 0 ? 'leftOut' : 'nothingLeftOut')),
      el('dl', {}, ...leftOut.flatMap(({ label, reason }) => [el('dt', {}, label), el('dd', {}, reason)])),
      el('p', { class: 'caption' }, text('estimatedTokens', { count: estimatedTokens })),
    );
  }

  unknown() {
    this.#summary.textContent = this.#language.text('fieldsUnknown');
    this.#content.replaceChildren();
    this.element.open = false;
  }
}

/** A field with the words that say what is special about it. */
function sentField({ label, value, sensitivity, masked }, text) {
  const kind = String(sensitivity ?? '').toLowerCase();
  const words = [['confidential', 'personal'].includes(kind) && text(kind), masked && text('masked')].filter(Boolean);
  const tags = words.map((word) => el('span', { class: 'tag' }, word));
  return [el('dt', {}, label), el('dd', {}, value, ...tags.flatMap((tag) => [' ', tag]))];
}
