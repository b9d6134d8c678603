import { el } from '../ui/dom.js';
import * as api from './api.js';
import { moment, money, nanos, NONE, span, whole } from './figures.js';

const PAGE = 60;
const WELL = ['end', 'length', 'refusal', 'lookup'];

/** The newest calls; each opens into its requests to providers. Texts are not stored and so not shown. */
export class Calls {
  #rows = el('tbody', {});
  #more = el('button', { type: 'button', class: 'plain', hidden: true, click: () => this.load() }, 'Older calls');
  #note = el('p', { class: 'note', role: 'status' });
  #offset = 0;
  #seen = new Map();

  constructor() {
    const head = ['Time', 'User', 'Record', 'Model', 'Tokens in / out', 'First', 'Total', 'Cost', 'Result'];
    const table = el('table', { class: 'calls' },
      el('thead', {}, el('tr', {}, ...head.map((name, i) => el('th', { scope: 'col', class: i > 3 && i < 8 ? 'number' : null }, name)))), this.#rows);
    this.element = el('section', { class: 'card' }, el('h2', {}, 'Recent calls'),
      el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Recent calls' }, table), this.#note, this.#more);
  }

  /** Adds a page of older requests; a call's requests may spread over two pages. */
  async load() {
    const attempts = await api.calls(this.#offset, PAGE);
    this.#offset += attempts.length;
    this.#more.hidden = attempts.length < PAGE;
    for (const attempt of attempts) {
      const known = this.#seen.get(attempt.call);
      if (known) known.push(attempt);
      else this.#seen.set(attempt.call, [attempt]);
    }
    const opened = new Set([...this.#rows.querySelectorAll('button[aria-expanded=true]')].map((button) => button.dataset.call));
    this.#rows.replaceChildren(...[...this.#seen].flatMap(([call, list]) => this.#call(call, list.toSorted(byNumber), opened.has(call))));
    this.#note.textContent = this.#seen.size === 0 ? 'No request has gone to a provider yet. Answers from the cache and the offline provider ask none.' : '';
  }

  #call(call, attempts, open) {
    const last = attempts.at(-1);
    const first = attempts.find(({ firstMs }) => firstMs !== null);
    const details = el('tr', { class: 'details', id: `call-${call}`, hidden: !open }, el('td', { colspan: 9 }, attemptTable(attempts)));
    const opener = el('button', {
      type: 'button', class: 'link', 'aria-expanded': String(open), 'aria-controls': `call-${call}`, 'data-call': call,
      click: () => opener.setAttribute('aria-expanded', String(!(details.hidden = !details.hidden))),
    }, moment(attempts[0].sentAt));
    return [el('tr', {},
      el('td', {}, opener), el('td', {}, last.user), el('td', {}, `${last.recordType} ${last.recordId}`),
      el('td', {}, last.responseModel || last.requestedModel),
      el('td', { class: 'number' }, `${whole(sum(attempts, input))} / ${whole(sum(attempts, ({ usage }) => usage.output))}`),
      el('td', { class: 'number' }, span(first ? first.firstMs : null)),
      el('td', { class: 'number' }, span(last.totalMs)),
      el('td', { class: 'number' }, cost(attempts)),
      el('td', {}, ...chip(attempts))), details];
  }
}

const byNumber = (a, b) => a.attempt - b.attempt;
const sum = (attempts, of) => attempts.reduce((total, attempt) => total + of(attempt), 0);
const input = ({ usage }) => usage.input + usage.cacheRead + usage.cacheWrite;

function cost(attempts) {
  if (attempts.some(({ state, cost }) => state === 'settled' && cost === null)) return 'not known';
  const priced = attempts.filter(({ cost }) => cost !== null);
  if (priced.length === 0) return NONE;
  return money(priced.reduce((total, { cost }) => total + nanos(cost), 0n), priced[0].cost.currency);
}

function result({ state, outcome, httpStatus }) {
  if (state === 'open') return 'under way';
  if (WELL.includes(outcome)) return outcome === 'end' ? 'answered' : outcome;
  return httpStatus >= 400 ? String(httpStatus) : outcome.replaceAll('-', ' ');
}

function chip(attempts) {
  const last = attempts.at(-1);
  const well = last.state === 'open' || WELL.includes(last.outcome);
  const look = !well ? (last.outcome === 'cancelled' ? 'plain' : 'bad') : attempts.length > 1 ? 'warn' : 'good';
  return [el('span', { class: `chip ${look}` }, attempts.map(result).join(' → '))];
}

function attemptTable(attempts) {
  const head = ['Request', 'Provider', 'Model', 'Result', 'HTTP', 'Usage', 'First', 'Total', 'Cost', 'Price row', "Provider's id"];
  return el('table', {}, el('caption', {}, `Call ${attempts[0].call}`),
    el('thead', {}, el('tr', {}, ...head.map((name) => el('th', { scope: 'col' }, name)))),
    el('tbody', {}, ...attempts.map((attempt) => el('tr', {},
      el('th', { scope: 'row' }, `${attempt.attempt}, ${attempt.slot}`),
      ...[
        attempt.provider, attempt.responseModel || attempt.requestedModel, result(attempt), attempt.httpStatus || NONE,
        `${whole(input(attempt))} in, ${whole(attempt.usage.output)} out, ${attempt.usage.usageSource}`,
        span(attempt.firstMs), span(attempt.totalMs),
        attempt.cost ? money(nanos(attempt.cost), attempt.cost.currency) : attempt.state === 'open' ? NONE : 'not known',
        attempt.priceRow || NONE, attempt.providerRequestId || NONE,
      ].map((text) => el('td', {}, String(text)))))));
}
