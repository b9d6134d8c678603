import { el } from '../ui/dom.js';
import * as api from './api.js';
import { moment, money, monthsBefore, monthText, nanos, NONE, span, whole } from './figures.js';
import { t, word } from './i18n.js';
import { button, chip, choice, note, status, table } from './kit.js';
import { Slices } from './slices.js';

const PAGE = 60;
const MONTHS = 13;
const WELL = ['end', 'length', 'refusal', 'lookup'];

/** The newest calls, of all or of what some slices of a month have in common; each opens into its requests to providers. Texts are not stored and so not shown. */
export class Calls {
  #place = el('div', {});
  #more = el('button', { type: 'button', class: 'plain', hidden: true, click: () => this.load() }, t('olderCalls'));
  #note = status();
  #month;
  #only = new Slices('calls', () => this.#anew());
  #offset = 0;
  #seen = new Map();

  constructor(currentMonth) {
    this.#month = choice([['', t('any')], ...monthsBefore(currentMonth, MONTHS).map((month) => [month, monthText(month)])], { id: 'calls-month', change: () => this.#narrow() });
    this.element = el('section', { class: 'card' }, el('h2', {}, t('recentCalls')), note(t('noTexts')),
      el('div', { class: 'filters' }, el('span', { class: 'pair' }, el('label', { for: this.#month.id }, t('month')), this.#month)), this.#only.element, this.#place, this.#note, this.#more);
  }

  /** A month offers its slices; without one there are none, since all that was ever called would be gone through. */
  async #narrow() {
    const month = this.#month.value;
    this.#place.replaceChildren();
    try {
      const by = month ? (await api.metrics(month)).by : {};
      // Meanwhile another was chosen.
      if (month !== this.#month.value) return;
      this.#only.offer(by);
      await this.#anew();
    } catch (refused) {
      this.#note.textContent = refused.message;
    }
  }

  async #anew() {
    this.#offset = 0;
    this.#seen = new Map();
    this.#place.replaceChildren();
    this.#more.hidden = true;
    await this.load();
  }

  /** Adds a page of older requests; a call's requests may spread over two pages. */
  async load() {
    const seen = this.#seen;
    let attempts;
    try {
      attempts = await api.calls({ ...(this.#month.value ? { month: this.#month.value } : {}), ...this.#only.chosen }, this.#offset, PAGE);
    } catch (refused) {
      this.#note.textContent = refused.message;
      return;
    }
    // Meanwhile something else was chosen.
    if (seen !== this.#seen) return;
    this.#offset += attempts.length;
    this.#more.hidden = attempts.length < PAGE;
    for (const attempt of attempts) {
      const known = this.#seen.get(attempt.call);
      if (known) known.push(attempt);
      else this.#seen.set(attempt.call, [attempt]);
    }
    this.#note.textContent = this.#seen.size > 0 ? '' : t(this.#month.value ? 'nothingInMonth' : 'noCallsYet');
    if (this.#seen.size > 0) this.#render();
  }

  #render() {
    const opened = new Set([...this.#place.querySelectorAll('button[aria-expanded=true]')].map((opener) => opener.dataset.call));
    const head = [t('time'), t('user'), t('record'), t('by.model'),
      ...[t('tokensInOut'), t('first'), t('total'), t('cost')].map((text) => ({ text, number: true })), t('result')];
    const rows = [...this.#seen].flatMap(([call, list]) => this.#call(call, list.toSorted(byNumber), opened.has(call)));
    this.#place.replaceChildren(table(t('recentCalls'), head, rows, 'calls'));
  }

  #call(call, attempts, open) {
    const last = attempts.at(-1);
    const first = attempts.find(({ firstMs }) => firstMs !== null);
    const details = el('tr', { class: 'details', id: `call-${call}`, hidden: !open }, el('td', { colspan: 9 }, attemptTable(attempts)));
    const opener = button(moment(attempts[0].sentAt), () => opener.setAttribute('aria-expanded', String(!(details.hidden = !details.hidden))), 'link');
    opener.setAttribute('aria-expanded', String(open));
    opener.setAttribute('aria-controls', details.id);
    opener.dataset.call = call;
    return [el('tr', {},
      el('td', {}, opener), el('td', {}, last.user), el('td', {}, `${last.recordType} ${last.recordId}`),
      el('td', {}, last.responseModel || last.requestedModel),
      el('td', { class: 'number' }, `${whole(sum(attempts, input))} / ${whole(sum(attempts, ({ usage }) => usage.output))}`),
      el('td', { class: 'number' }, span(first ? first.firstMs : null)),
      el('td', { class: 'number' }, span(last.totalMs)),
      el('td', { class: 'number' }, cost(attempts)),
      el('td', {}, outcome(attempts))), details];
  }
}

const byNumber = (a, b) => a.attempt - b.attempt;
const sum = (attempts, of) => attempts.reduce((total, attempt) => total + of(attempt), 0);
const input = ({ usage }) => usage.input + usage.cacheRead + usage.cacheWrite;

function cost(attempts) {
  if (attempts.some(({ state, cost }) => state === 'settled' && cost === null)) return t('notKnown');
  const priced = attempts.filter(({ cost }) => cost !== null);
  if (priced.length === 0) return NONE;
  return money(priced.reduce((total, { cost }) => total + nanos(cost), 0n), priced[0].cost.currency);
}

function result({ state, outcome, httpStatus }) {
  if (state === 'open') return t('outcome.open');
  return !WELL.includes(outcome) && httpStatus >= 400 ? String(httpStatus) : word('outcome', outcome);
}

function outcome(attempts) {
  const last = attempts.at(-1);
  const well = last.state === 'open' || WELL.includes(last.outcome);
  const look = !well ? (last.outcome === 'cancelled' ? 'mute' : 'bad') : attempts.length > 1 ? 'warn' : 'good';
  return chip(attempts.map(result).join(' → '), look);
}

function attemptTable(attempts) {
  const head = ['request', 'by.provider', 'by.model', 'result', 'http', 'usage', 'first', 'total', 'cost', 'priceRow', 'providersId'].map((key) => t(key));
  return el('table', {}, el('caption', {}, t('callNamed', { id: attempts[0].call })),
    el('thead', {}, el('tr', {}, ...head.map((name) => el('th', { scope: 'col' }, name)))),
    el('tbody', {}, ...attempts.map((attempt) => el('tr', {},
      el('th', { scope: 'row' }, `${attempt.attempt}, ${word('slot', attempt.slot)}`),
      ...[
        attempt.provider, attempt.responseModel || attempt.requestedModel, result(attempt), attempt.httpStatus || NONE,
        t('usageIs', { input: input(attempt), output: attempt.usage.output, source: word('usage', attempt.usage.usageSource) }),
        span(attempt.firstMs), span(attempt.totalMs),
        attempt.cost ? money(nanos(attempt.cost), attempt.cost.currency) : attempt.state === 'open' ? NONE : t('notKnown'),
        attempt.priceRow || NONE, attempt.providerRequestId || NONE,
      ].map((text) => el('td', {}, String(text)))))));
}
