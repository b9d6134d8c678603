import { el } from '../ui/dom.js';
import * as api from './api.js';
import { moment, NONE } from './figures.js';
import { t, word } from './i18n.js';
import { card, chip, note, status, table } from './kit.js';
import { Streaming } from './streaming.js';

const SECONDS_BETWEEN_LOOKS = 5;
const LOOKS = { closed: 'good', open: 'bad', 'half-open': 'warn' };

/** Who answers at the moment: breakers, keys and what needs an admin; looked up again while it is seen. */
export class Providers {
  #body = el('div', {});
  #note = status();
  #timer = 0;
  #seen = false;

  constructor() {
    this.elements = [
      card(t('providersNow'), null, note(t('lookedUpAgain', { count: SECONDS_BETWEEN_LOOKS })), this.#body, this.#note),
      new Streaming().element,
    ];
    document.addEventListener('visibilitychange', () => (document.hidden ? this.#stop() : this.#seen && this.load()));
  }

  async load() {
    this.#stop();
    this.#seen = true;
    try {
      this.#show(await api.providers());
      this.#note.textContent = '';
    } catch (refused) {
      this.#note.textContent = refused.message;
    }
    this.#stop();
    if (!document.hidden && this.#seen) this.#timer = setTimeout(() => this.load(), SECONDS_BETWEEN_LOOKS * 1000);
  }

  resume() {
    this.load();
  }

  pause() {
    this.#seen = false;
    this.#stop();
  }

  #stop() {
    clearTimeout(this.#timer);
  }

  #show(providers) {
    const head = ['slot', 'by.provider', 'models', 'circuit', 'latestRequests', 'latestFailure', 'keys'].map((key) => ({ text: t(key), wide: key === 'keys' }));
    const focused = this.#body.contains(document.activeElement);
    this.#body.replaceChildren(
      table(t('part.providers'), head, providers.map(row)),
      ...providers.flatMap(({ slot, alerts }) => alerts.map(({ advice, since, count }) =>
        note(t('alert', { slot: word('slot', slot), count, since: moment(since), advice }), 'warn'))));
    if (focused) this.#body.firstElementChild.focus();
  }
}

function row({ slot, name, dialect, models, breaker, lastFault, keys }) {
  const asked = breaker.successes + breaker.failures;
  return [
    word('slot', slot),
    name === dialect ? name : `${name} (${dialect})`,
    models.small === models.large ? models.small : `${models.small}, ${models.large}`,
    [chip(word('breaker', breaker.state), LOOKS[breaker.state]), ` ${t('since', { time: moment(breaker.since) })}`],
    asked === 0 ? NONE : t('failedOf', { failed: breaker.failures, count: asked }),
    lastFault ? `${word('outcome', lastFault.kind)}, ${moment(lastFault.at)}` : NONE,
    keys.length === 0 ? t('noKeys') : keys.map(keyText).join('; '),
  ];
}

function keyText({ number, hint, state, until }) {
  const key = `${number}${hint ? ` …${hint}` : ''} ${word('key', state)}`;
  return until ? t('keyUntil', { key, time: moment(until) }) : key;
}
