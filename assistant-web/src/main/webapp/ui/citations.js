import { el } from './dom.js';

/** A citation in an answer: `[#creditLimit]`, `[#lines.10.openQuantity]`. */
export const CITATION = /^\[#([A-Za-z0-9][A-Za-z0-9.-]*)\]/;

/** A citation that has only half arrived, at the end of the text. */
export const HALF_CITATION = /\[#[A-Za-z0-9.-]*$/;

/** The record's values that an answer cites, numbered in the order of first mention. Unknown ids have no number. */
export class Citations {
  // Maps, not objects: an id such as `constructor` must not find anything.
  #known = new Map();
  #numbers = new Map();

  /** Adds values that may be cited; later ones replace earlier ones with the same id. */
  learn(sources) {
    for (const source of sources) this.#known.set(source.id, source);
  }

  forgetNumbers() {
    this.#numbers.clear();
  }

  cite(id) {
    const source = this.#known.get(id);
    if (!source) return null;
    if (!this.#numbers.has(id)) this.#numbers.set(id, this.#numbers.size + 1);
    return { ...source, number: this.#numbers.get(id) };
  }

  /** The cited values by their number. */
  cited() {
    return [...this.#numbers.keys()].map((id) => this.cite(id));
  }
}

/** The numbered button that leads to a cited value. */
export function citationButton(source, text, onJump) {
  const name = text('source', source);
  return el(
    'button',
    { type: 'button', class: 'citation', part: 'citation', 'data-id': source.id, 'aria-label': name, title: name, click: () => onJump(source) },
    String(source.number),
  );
}

/** The element of the host's page that shows the value, or null. */
export function fieldOnPage(id) {
  return document.querySelector(`[data-assistant-field="${CSS.escape(id)}"]`);
}

/** Brings an element of the host's page into view and outlines it until the focus leaves it. */
export function pointTo(target, color) {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  target.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  const focusable = target.tabIndex >= 0 || target.hasAttribute('tabindex');
  if (!focusable) target.setAttribute('tabindex', '-1');
  target.focus({ preventScroll: true });
  // An animation, because the host's Content-Security-Policy may forbid style attributes.
  const outline = { outline: `3px solid ${color}`, outlineOffset: '3px' };
  const held = target.animate([outline, outline], { duration: 1, fill: 'forwards' });
  target.addEventListener(
    'blur',
    () => {
      held.cancel();
      if (!focusable) target.removeAttribute('tabindex');
    },
    { once: true },
  );
}
