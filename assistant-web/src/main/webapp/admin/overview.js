import { el } from '../ui/dom.js';
import * as api from './api.js';
import { breakdown } from './breakdown.js';
import { localDay, monthsBefore, monthText, time } from './figures.js';
import { t } from './i18n.js';
import { status } from './kit.js';
import { monthCards } from './month.js';
import { Slices } from './slices.js';

const MONTHS = 13;

/** The three production metrics of a month, or of what some of its slices have in common. */
export class Overview {
  #current;
  #status = status();
  #figures = el('div', { class: 'figures' });
  #breakdown = el('div', { class: 'figures' });
  #months;
  #only = new Slices('overview', () => this.#show());
  #report = el('a', { class: 'plain', download: '' }, t('report'));

  constructor(current, steps) {
    this.#current = current.month;
    this.#months = el('select', { id: 'month', change: () => this.#show() },
      ...monthsBefore(current.month, MONTHS).map((month) => el('option', { value: month }, monthText(month))));
    const reload = el('button', { type: 'button', class: 'plain', click: () => this.#show() }, t('reload'));
    this.elements = [
      el('div', { class: 'page-head' }, el('h1', {}, t('howItRuns')),
        el('div', { class: 'filters' },
          el('span', { class: 'pair' }, el('label', { for: 'month' }, t('month')), this.#months),
          reload, this.#report)),
      this.#only.element,
      this.#status, ...(steps ? [steps] : []), this.#figures, this.#breakdown,
    ];
    this.#only.offer(current.by);
    this.#tell(current);
    this.#render(current, {});
  }

  async #show() {
    const month = this.#months.value;
    this.#status.textContent = t('reading');
    try {
      const whole = await api.metrics(month);
      // Meanwhile another month was chosen.
      if (month !== this.#months.value) return;
      this.#only.offer(whole.by);
      this.#tell(whole);
      this.#render(await this.#part(month, whole), this.#only.chosen);
      this.#status.textContent = t('readAt', { month: monthText(month), time: time(new Date()) });
    } catch (refused) {
      this.#status.textContent = refused.message;
    }
  }

  /** What is refused leaves nothing behind that could be taken for it. */
  async #part(month, whole) {
    if (Object.keys(this.#only.chosen).length === 0) return whole;
    try {
      return await api.metrics(month, this.#only.chosen);
    } catch (refused) {
      this.#figures.replaceChildren();
      throw refused;
    }
  }

  /** What is not filtered. */
  #tell(whole) {
    this.#report.href = api.reportAddress(whole.month);
    this.#breakdown.replaceChildren(breakdown(whole));
  }

  #render(shown, only) {
    const today = shown.month === this.#current ? localDay() : '';
    this.#figures.replaceChildren(...monthCards(shown, today, Object.keys(only).length > 0));
  }
}
