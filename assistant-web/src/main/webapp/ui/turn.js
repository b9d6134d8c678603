import { el, icon } from './dom.js';

/** A question with its answers, of which one is shown. */
export class TurnView {
  #text;
  #say;
  #versions = [];
  #shown = -1;
  #place = el('div', { class: 'place' });
  #count = el('span', { class: 'count' });
  #bar;
  /** Whether a whole answer has come, so that the next one is another version. */
  answered;

  constructor(asked, { text, say }) {
    this.asked = asked;
    this.#say = say;
    this.#text = text;
    this.#bar = el(
      'div',
      { class: 'versions', role: 'group', 'aria-label': text('versions'), hidden: true },
      this.#step(-1, 'back', 'previousVersion'),
      this.#count,
      this.#step(1, 'next', 'nextVersion'),
    );
    const along = asked.formValues?.map(({ label, value }) => `${label}: ${value}`).join('; ');
    this.element = el(
      'div',
      { class: 'turn' },
      el(
        'article',
        { class: 'question', part: 'question', 'aria-label': text('question') },
        el('p', { dir: 'auto' }, asked.question),
        along ? el('p', { class: 'along' }, text('sentAlong', { values: along })) : null,
      ),
      this.#bar,
      this.#place,
    );
  }

  /** Shows another answer; what had no text is worth no version. */
  add(view) {
    this.#versions = this.#versions.filter((version) => version.source.trim() !== '');
    this.#versions.push(view);
    this.#show(this.#versions.length - 1);
  }

  #show(index) {
    const count = this.#versions.length;
    if (index < 0 || index >= count) return;
    this.#shown = index;
    this.#place.replaceChildren(this.#versions[index].element);
    this.#count.textContent = `${index + 1}/${count}`;
    this.#bar.hidden = count < 2;
    // Not `disabled`: the focus would be lost at the last one.
    const [back, next] = this.#bar.querySelectorAll('button');
    back.setAttribute('aria-disabled', String(index === 0));
    next.setAttribute('aria-disabled', String(index === count - 1));
  }

  #turnTo(index) {
    this.#show(index);
    this.#say('version', { number: this.#shown + 1, count: this.#versions.length });
  }

  #step(by, picture, key) {
    const name = this.#text(key);
    return el('button', { type: 'button', class: 'icon-button', part: 'button', 'aria-label': name, title: name, click: () => this.#turnTo(this.#shown + by) }, icon(picture));
  }
}
