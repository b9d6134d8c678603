import { el, unseen } from './dom.js';

/** Such as `[#creditLimit]`, `[#lines.10.openQuantity]`, with what may not begin a line after it. */
export const CITATION = /^\[#([A-Za-z0-9][A-Za-z0-9.-]*)\]([.,;:?)]*)/;

export const HALF_CITATION = /\[#[A-Za-z0-9.-]*$/;

/** The values that an answer cites, numbered by first mention; unknown ids have no number. */
export class Citations {
  // Maps: an id such as `constructor` must find nothing.
  #known = new Map();
  #numbers = new Map();

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

  cited() {
    return [...this.#numbers.keys()].map((id) => this.cite(id));
  }
}

export function citationButton(source, text, onJump) {
  const name = text('source', source);
  return el(
    'button',
    { type: 'button', class: 'citation', part: 'citation', 'data-id': source.id, 'aria-label': name, title: name, click: () => onJump(source) },
    String(source.number),
  );
}

export function fieldOnPage(id) {
  return document.querySelector(`[data-assistant-field="${CSS.escape(id)}"]`);
}

/** Scrolls to an element of the host's page and outlines it until the focus leaves it. */
export function pointTo(target, color) {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  target.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  const focusable = target.tabIndex >= 0 || target.hasAttribute('tabindex');
  if (!focusable) target.setAttribute('tabindex', '-1');
  target.focus({ preventScroll: true });
  // No style attribute: the host's policy may forbid it.
  const outline = { outline: `3px solid ${color}`, outlineOffset: '1px' };
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

/** Marks every place where one of the figures stands by itself. */
export function markFigures(root, figures, note) {
  if (figures.length === 0) return;
  const longestFirst = [...figures].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(?<![\\d.,])(?:${longestFirst.join('|')})(?![.,]?\\d)`, 'g');
  for (const node of textNodes(root)) mark(node, pattern, note);
}

function mark(node, pattern, note) {
  const text = node.data;
  const pieces = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    pieces.push(text.slice(end, match.index), el('mark', { title: note }, match[0], unseen(` (${note})`)));
    end = match.index + match[0].length;
  }
  if (pieces.length > 0) node.replaceWith(...pieces, text.slice(end));
}

function textNodes(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest('.citation, svg')) nodes.push(walker.currentNode);
  }
  return nodes;
}

const escaped = (figure) => figure.replace(/[.*+?^${}()|[\]\\\/-]/g, '\\$&');
