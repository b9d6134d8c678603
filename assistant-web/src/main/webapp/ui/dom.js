const SVG = 'http://www.w3.org/2000/svg';

/** Builds an element; functions become listeners, null and false attributes are left out. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const PATHS = {
  spark: 'M10 2l1.9 5.1L17 9l-5.1 1.9L10 16l-1.9-5.1L3 9l5.1-1.9zM18.5 14l.9 2.6 2.6.9-2.6.9-.9 2.6-.9-2.6-2.6-.9 2.6-.9z',
  plus: 'M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z',
  close: 'M6.4 5L12 10.6 17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4z',
  send: 'M13.2 5.3L20 12l-6.8 6.7-1.4-1.4 4.2-4.3H4v-2h12l-4.2-4.3z',
  stop: 'M6 6h12v12H6zm2 2v8h8V8z',
  copy: 'M4 3h11v3h-2V5H6v9h1v2H4zm5 5h11v13H9zm2 2v9h7v-9z',
  up: 'M2 10h4v11H2zm6 0l4-8c1.7 0 3 1.3 3 3v4h5.5c1 0 1.8 1 1.5 2l-2 8.5c-.2.9-1 1.5-1.9 1.5H8zm2 9h8.1l1.6-8H13V5.5L10 11z',
  down: 'M22 14h-4V3h4zm-6 0l-4 8c-1.7 0-3-1.3-3-3v-4H3.5c-1 0-1.8-1-1.5-2l2-8.5C4.2 3.6 5 3 5.9 3H16zm-2-9H5.9l-1.6 8H11v5.5l3-5.5z',
  back: 'M15.4 5.4L8.8 12l6.6 6.6L14 20l-8-8 8-8z',
  next: 'M8.6 5.4l6.6 6.6-6.6 6.6L10 20l8-8-8-8z',
  again: 'M12 5a7 7 0 1 1-6.7 5h2.1A5 5 0 1 0 12 7v3L7 6l5-4z',
  insert: 'M4 4h16v2H4zm0 14h16v2H4zm7-10h2v4h3l-4 4.5L8 12h3z',
  history: 'M13 3a9 9 0 1 1-8.5 12h2.2A7 7 0 1 0 6 12h3l-4 4.5L1 12h3a9 9 0 0 1 9-9zm-1 4h2v5l4 2.4-1 1.7-5-3z',
  remove: 'M9 3h6v2h5v2H4V5h5zM6 8h12l-1 13H7zm3 2l.5 9h1.5l-.4-9zm4.4 0l-.4 9h1.5l.5-9z',
  warning: 'M12 2.5L23 21.5H1zm0 4L4.5 19.5h15zM11 10h2v5h-2zm0 6h2v2h-2z',
};

/** Builds an element of a drawing. */
export function draw(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Draws an icon, which is decoration only. */
export function icon(name) {
  return draw('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true', class: `icon icon-${name}` }, draw('path', { d: PATHS[name] }));
}

export const unseen = (text) => el('span', { class: 'unseen' }, text);

const NEAR = 24;

/** Keeps the newest text in view, unless the reader has scrolled up. */
export class Follower {
  #box;
  #last = 0;
  #following = true;

  constructor(box) {
    this.#box = box;
    box.addEventListener('scroll', () => this.#scrolled(), { passive: true });
  }

  start() {
    this.#following = true;
    this.follow();
  }

  follow() {
    if (!this.#following) return;
    this.#box.scrollTop = this.#box.scrollHeight;
    this.#last = this.#box.scrollTop;
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.#box;
    if (scrollHeight - clientHeight - scrollTop <= NEAR) this.#following = true;
    else if (scrollTop < this.#last) this.#following = false;
    this.#last = scrollTop;
  }
}
