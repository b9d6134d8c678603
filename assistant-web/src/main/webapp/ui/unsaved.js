import { marked, nameOf } from './fields.js';

const MARK = 'data-assistant-form';
const MOST = 20;
const LONGEST_LABEL = 80;
const LONGEST = 500;

/**
 * What somebody has changed in the page's forms and not saved: only where the page marks it with `data-assistant-form`. It is
 * what a field held when somebody first went into it that counts, because a page's own script may fill it at any time.
 */
export class UnsavedValues {
  #before = new Map();

  constructor(signal) {
    const enter = ({ target }) => {
      if (!this.#before.has(target) && marked(MARK).includes(target)) this.#before.set(target, shown(target));
    };
    // Not every browser gives a pressed checkbox the focus.
    for (const type of ['focusin', 'pointerdown']) document.addEventListener(type, enter, { signal, capture: true });
  }

  /** From now on, what the fields hold counts as saved. */
  forget() {
    this.#before.clear();
  }

  current() {
    return marked(MARK)
      .filter((field) => this.#before.has(field) && this.#before.get(field) !== shown(field))
      .map((field) => ({ label: nameOf(field).slice(0, LONGEST_LABEL), value: shown(field).slice(0, LONGEST) }))
      .filter(({ label }) => label !== '')
      .slice(0, MOST);
  }
}

function shown(field) {
  if (field.type === 'checkbox' || field.type === 'radio') return field.checked ? '\u2611' : '\u2610';
  if (field.localName !== 'select') return field.value;
  return [...field.selectedOptions].map((option) => option.label).join(', ');
}
