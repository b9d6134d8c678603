import { nameOf } from './fields.js';

const PLACES = 'input:not([type]), input[type=text], input[type=search], textarea, :not(input, select)';

/** Where the page lets text of an answer be put: what it has marked with `data-assistant-insert`, by its name. */
export function places() {
  return [...document.querySelectorAll('[data-assistant-insert]')]
    .filter((field) => field.matches(PLACES) && 'value' in field && !field.disabled && !field.readOnly && field.checkVisibility?.() !== false)
    .map((field) => ({ field, name: field.getAttribute('data-assistant-insert') || nameOf(field) }));
}

/** A text put into a field of the host's page, which can be taken back until somebody changes the field. Nothing is saved by it. */
export class Insertion {
  #field;
  #before;
  #after;

  constructor(field, text) {
    this.#field = field;
    this.#before = field.value;
    write(field, field.localName === 'input' ? text.replace(/\s*\n\s*/g, ' ') : text);
    // What the field made of it.
    this.#after = field.value;
  }

  /** Says whether it was taken back. */
  undo() {
    if (this.#field.value !== this.#after) return false;
    write(this.#field, this.#before);
    return true;
  }
}

/** As if typed: frameworks that have a setter of their own on the element listen to the events. */
function write(field, text) {
  let prototype = Object.getPrototypeOf(field);
  while (prototype && !Object.hasOwn(prototype, 'value')) prototype = Object.getPrototypeOf(prototype);
  const set = prototype && Object.getOwnPropertyDescriptor(prototype, 'value').set;
  if (set) set.call(field, text);
  else field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data: text }));
  field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
}
