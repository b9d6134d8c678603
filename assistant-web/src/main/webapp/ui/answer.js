import { chartView } from './chart.js';
import { citationButton, markFigures } from './citations.js';
import { el, icon } from './dom.js';
import { MarkdownView } from './markdown.js';
import { plainText } from './plain.js';
import { receiptView } from './receipt.js';

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

// More often nobody reads, and each time costs layout and drawing.
const BETWEEN_MS = 50;

/** One answer: its text as it arrives, then its marks, sources, buttons and footer. */
export class AnswerView {
  #language;
  #citations;
  #onJump;
  #whole;
  #step;
  #notes = el('div', { class: 'notes' });
  #body;
  #markdown;
  #timer = 0;
  #frame = 0;
  #shown = -BETWEEN_MS;

  constructor({ language, citations, whole, onJump }) {
    this.#language = language;
    this.#citations = citations;
    this.#onJump = onJump;
    this.#whole = whole;
    this.#step = el('p', { class: 'step' });
    this.#body = el('div', { class: 'markdown' });
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
      chart: (data, table) => chartView(data, table, language),
    });
  }

  get source() {
    return this.#markdown.source;
  }

  get plainText() {
    return plainText(this.#markdown.source);
  }

  step(key) {
    this.#step.textContent = this.#language.text(key);
  }

  /** Adds text, which is shown soon: the first at the next frame, what follows at most twenty times a second. */
  add(text, onShown) {
    this.#markdown.add(text);
    if (this.#whole) return;
    this.#step.remove();
    if (this.#timer === 0) this.#timer = setTimeout(() => this.#atNextFrame(onShown), this.#shown + BETWEEN_MS - performance.now());
  }

  #atNextFrame(onShown) {
    this.#frame = requestAnimationFrame(() => {
      this.#timer = 0;
      this.#shown = performance.now();
      this.#markdown.show();
      onShown();
    });
  }

  restart(reason) {
    this.#cancelFrame();
    this.#markdown.clear();
    this.#citations.forgetNumbers();
    const looking = reason === 'looking-up';
    if (!looking) this.#notes.append(el('p', { class: 'note' }, this.#language.text('restarted')));
    this.step(looking ? 'reading' : 'waiting');
    this.element.append(this.#step);
  }

  /** Returns the sentence that says why the answer is not whole, or "". */
  done({ reason, source, citations, figures, ...facts }, { showFooter, buttons }) {
    this.#citations.learn(citations ?? []);
    this.#settle();
    const text = this.#language.text;
    const sentence = this.#sentence(reason);
    // A letter in the customer's language is to be read aloud as such.
    if (facts.language?.answered) this.#body.lang = facts.language.answered;
    if (MARKS.has(source)) this.#notes.append(el('p', { class: `mark mark-${source}` }, text(MARKS.get(source)), facts.cachedAt && ` · ${this.#language.moment(facts.cachedAt)}`));
    if (sentence) this.#append(warning(sentence));
    this.#showFigures(figures?.unmatched ?? []);
    this.#showSources();
    if (this.source.trim() !== '') this.#append(buttons);
    if (Number.isFinite(facts.sentFields)) this.#append(receiptView({ source, ...facts }, this.#language));
    if (showFooter) this.#append(footer(facts, this.#language));
    return sentence;
  }

  stopped(buttons) {
    this.#settle();
    const kept = this.source.trim() !== '';
    this.#append(warning(this.#language.text(kept ? 'reasonStopped' : 'stopped')));
    this.#showSources();
    if (kept) this.#append(buttons);
  }

  failed(message, retry) {
    this.#settle();
    this.element.classList.add('failed');
    const alert = el('div', { class: 'alert', part: 'error', role: 'alert' }, el('p', {}, message));
    if (this.source.trim() !== '') alert.append(el('p', {}, this.#language.text('unfinished')));
    if (retry) alert.append(retry);
    this.#append(alert);
  }

  /** Says once that the record is no longer as it was. */
  outdated() {
    if (!this.#notes.querySelector('.mark-stale')) this.#notes.append(el('p', { class: 'mark mark-stale' }, this.#language.text('stale')));
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
    this.#append(el('details', { class: 'sources fold' }, summary, el('ol', {}, ...cited.map(entry))));
  }

  #append(node) {
    this.element.append(node);
  }

  #cancelFrame() {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
    this.#timer = 0;
  }
}

const warning = (sentence) => el('p', { class: 'warning' }, icon('warning'), sentence);

/** What an answer took. The unknown is said to be unknown, it is never 0. */
function footer({ model, usage, cost, latency }, language) {
  const { text } = language;
  const facts = [
    model,
    isKnown(latency?.firstMs) && text('firstResponse', { seconds: language.seconds(latency.firstMs) }),
    isKnown(latency?.totalMs) && text('total', { seconds: language.seconds(latency.totalMs) }),
    tokens(usage, text),
    cost ? language.money(cost) : text('costUnknown'),
  ];
  const items = facts.filter(Boolean).map((fact) => el('li', {}, fact));
  return el('ul', { class: 'footer', part: 'footer', 'aria-label': text('details') }, ...items);
}

function tokens(usage, text) {
  if (!isKnown(usage?.input) || !isKnown(usage?.output)) return text('tokensUnknown');
  // Disjoint classes: together they went in.
  const input = usage.input + (usage.cacheRead ?? 0) + (usage.cacheWrite ?? 0);
  const key = ['reported', 'none', undefined].includes(usage.usageSource) ? 'tokens' : 'tokensEstimated';
  return text(key, { input, output: usage.output });
}

const isKnown = Number.isFinite;
