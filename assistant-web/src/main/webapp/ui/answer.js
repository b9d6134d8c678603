import { citationButton } from './citations.js';
import { el, icon } from './dom.js';
import { markFigures } from './figures.js';
import { footer } from './footer.js';
import { MarkdownView } from './markdown.js';
import { plainText } from './plain.js';

const REASONS = new Map([
  ['length', 'reasonLength'],
  ['refusal', 'reasonRefusal'],
  ['truncated', 'reasonTruncated'],
  ['stopped', 'reasonStopped'],
  ['timeout', 'reasonTimeout'],
]);

const MARKS = new Map([
  ['offline', 'sourceOffline'],
  ['cache', 'sourceCache'],
  ['backup', 'sourceBackup'],
]);

/** One answer in the conversation: its text as it arrives, then its marks, sources, buttons and footer. */
export class AnswerView {
  #language;
  #citations;
  #onJump;
  #step;
  #notes = el('div', { class: 'notes' });
  #body;
  #markdown;
  #frame = 0;

  constructor({ language, citations, onJump }) {
    this.#language = language;
    this.#citations = citations;
    this.#onJump = onJump;
    this.#step = el('p', { class: 'step', part: 'step' });
    this.#body = el('div', { class: 'markdown', part: 'answer-text' });
    this.element = el(
      'article',
      { class: 'answer', part: 'answer', lang: language.tag, 'aria-label': language.text('answer'), 'aria-busy': 'true' },
      this.#notes,
      this.#body,
      this.#step,
    );
    this.#markdown = new MarkdownView(this.#body, {
      cite: (id) => this.#citation(id),
      tableName: (columns) => language.text('table', { columns }),
    });
  }

  /** The text so far, as Markdown. */
  get source() {
    return this.#markdown.source;
  }

  get plainText() {
    return plainText(this.#markdown.source);
  }

  /** Says the step under way. */
  step(key) {
    this.#step.textContent = this.#language.text(key);
  }

  /** Adds text; it is shown with the browser's next frame. `onShown` runs after that. */
  add(text, onShown) {
    this.#step.remove();
    this.#markdown.add(text);
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#markdown.show();
      onShown();
    });
  }

  /** Voids the text so far: another provider starts anew. */
  restart() {
    this.#cancelFrame();
    this.#markdown.clear();
    this.#citations.forgetNumbers();
    this.#notes.append(el('p', { class: 'note' }, this.#language.text('restarted')));
    this.step('waiting');
    this.element.append(this.#step);
  }

  /** Shows the end of an answer, whole or not, and returns the sentence that says why it is not whole, or "". */
  done({ reason, source, citations, figures, ...facts }, { showFooter, buttons }) {
    this.#citations.learn(citations ?? []);
    this.#settle();
    const text = this.#language.text;
    const sentence = this.#sentence(reason);
    if (MARKS.has(source)) this.#notes.append(el('p', { class: `mark mark-${source}`, part: 'mark' }, text(MARKS.get(source))));
    if (sentence) this.#append(warning(sentence));
    this.#showFigures(figures?.unmatched ?? []);
    this.#showSources();
    if (this.source.trim() !== '') this.#append(buttons);
    if (showFooter) this.#append(footer(facts, this.#language));
    return sentence;
  }

  /** Keeps what has arrived and marks it as stopped. */
  stopped(buttons) {
    this.#settle();
    const kept = this.source.trim() !== '';
    this.#append(warning(this.#language.text(kept ? 'reasonStopped' : 'stopped')));
    this.#showSources();
    if (kept) this.#append(buttons);
  }

  /** Shows why there is no answer; what has arrived stays, but greyed: it is not to be relied on. */
  failed(message, retry) {
    this.#settle();
    this.element.classList.add('failed');
    const alert = el('div', { class: 'alert', part: 'error', role: 'alert' }, el('p', {}, message));
    if (this.source.trim() !== '') alert.append(el('p', {}, this.#language.text('unfinished')));
    if (retry) alert.append(retry);
    this.#append(alert);
  }

  #settle() {
    this.#cancelFrame();
    this.#step.remove();
    this.#citations.forgetNumbers();
    this.#markdown.finish();
    this.element.setAttribute('aria-busy', 'false');
  }

  #sentence(reason) {
    if (REASONS.has(reason)) return this.#language.text(REASONS.get(reason));
    return this.source.trim() === '' ? this.#language.text('empty') : '';
  }

  #citation(id) {
    const source = this.#citations.cite(id);
    return source && citationButton(source, this.#language.text, this.#onJump);
  }

  #showFigures(unmatched) {
    if (unmatched.length === 0) return;
    markFigures(this.#body, unmatched, this.#language.text('notFound'));
    this.#append(warning(this.#language.text('unmatched', { figures: unmatched.join('; ') })));
  }

  #showSources() {
    const cited = this.#citations.cited();
    if (cited.length === 0) return;
    const entry = (source) =>
      el(
        'li',
        {},
        el(
          'button',
          { type: 'button', class: 'source', click: () => this.#onJump(source) },
          el('span', { class: 'number' }, String(source.number)),
          el('span', { class: 'label' }, source.label),
          el('span', { class: 'value' }, source.value),
        ),
      );
    const summary = el('summary', {}, this.#language.text('sources', { count: cited.length }));
    this.#append(el('details', { class: 'sources', part: 'sources' }, summary, el('ol', {}, ...cited.map(entry))));
  }

  #append(node) {
    this.element.append(node);
  }

  #cancelFrame() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }
}

const warning = (sentence) => el('p', { class: 'warning', part: 'warning' }, icon('warning'), sentence);
