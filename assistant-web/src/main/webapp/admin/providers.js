import { el } from '../ui/dom.js';
import * as api from './api.js';
import { moment, NONE, times } from './figures.js';

const SECONDS_BETWEEN_LOOKS = 5;
const LOOKS = { closed: 'good', open: 'bad', 'half-open': 'warn' };

/** Who answers at the moment: breakers, keys and what needs an admin; looked up again while the page is seen. */
export class Providers {
  #body = el('div', {});
  #note = el('p', { class: 'note', role: 'status' });
  #timer = 0;

  constructor() {
    this.element = el('section', { class: 'card' }, el('h2', {}, 'Providers now'),
      el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Providers' }, this.#body), this.#note);
    document.addEventListener('visibilitychange', () => (document.hidden ? clearTimeout(this.#timer) : this.load()));
  }

  async load() {
    clearTimeout(this.#timer);
    try {
      this.#show(await api.providers());
      this.#note.textContent = '';
    } catch (refused) {
      this.#note.textContent = refused.message;
    }
    if (!document.hidden) this.#timer = setTimeout(() => this.load(), SECONDS_BETWEEN_LOOKS * 1000);
  }

  #show(providers) {
    const head = ['Slot', 'Provider', 'Models', 'Circuit', 'Latest requests', 'Latest failure', 'Keys'];
    this.#body.replaceChildren(
      el('table', {},
        el('thead', {}, el('tr', {}, ...head.map((name) => el('th', { scope: 'col' }, name)))),
        el('tbody', {}, ...providers.map(row))),
      ...providers.flatMap(({ slot, alerts }) => alerts.map(({ advice, since, count }) =>
        el('p', { class: 'note warn' }, `${slot}, ${times(count, 'time')} since ${moment(since)}: ${advice}`))));
  }
}

function row({ slot, name, dialect, models, breaker, lastFault, keys }) {
  const asked = breaker.successes + breaker.failures;
  return el('tr', {},
    el('th', { scope: 'row' }, slot), el('td', {}, name === dialect ? name : `${name} (${dialect})`),
    el('td', {}, models.small === models.large ? models.small : `${models.small}, ${models.large}`),
    el('td', {}, el('span', { class: `chip ${LOOKS[breaker.state] ?? 'plain'}` }, breaker.state), ` since ${moment(breaker.since)}`),
    el('td', {}, asked === 0 ? NONE : `${breaker.failures} of ${asked} failed`),
    el('td', {}, lastFault ? `${lastFault.kind.replaceAll('-', ' ')}, ${moment(lastFault.at)}` : NONE),
    el('td', {}, keys.length === 0 ? 'none' : keys.map(keyText).join('; ')));
}

function keyText({ number, hint, state, until }) {
  return `${number}${hint ? ` …${hint}` : ''} ${state}${until ? ` until ${moment(until)}` : ''}`;
}
