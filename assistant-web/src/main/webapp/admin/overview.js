import { el } from '../ui/dom.js';
import * as api from './api.js';
import { breakdown } from './breakdown.js';
import { localDay, monthsBefore, monthText, time } from './figures.js';
import { t } from './i18n.js';
import { status } from './kit.js';
import { monthCards } from './month.js';

const MONTHS = 13;
const FILTERS = ['model', 'department', 'recordType', 'organisation', 'provider'];

/** The three production metrics of a month, or of one slice of it. */
export class Overview {
  #current;
  #status = status();
  #figures = el('div', { class: 'figures' });
  #slices = el('div', { class: 'figures' });
  #months;
  #filter = el('select', { id: 'filter', change: () => this.#show() });
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
          el('span', { class: 'pair' }, el('label', { for: 'filter' }, t('only')), this.#filter), reload, this.#report)),
      this.#status, ...(steps ? [steps] : []), this.#figures, this.#slices,
    ];
    this.#render(current, current);
  }

  async #show() {
    const month = this.#months.value;
    const [by, is] = this.#filter.value ? JSON.parse(this.#filter.value) : [];
    this.#status.textContent = t('reading');
    try {
      const whole = await api.metrics(month);
      const kept = by && whole.by[by]?.some(({ key }) => key === is);
      this.#render(whole, kept ? await api.metrics(month, by, is) : whole, kept ? [by, is] : undefined);
      this.#status.textContent = t('readAt', { month: monthText(month), time: time(new Date()) });
    } catch (refused) {
      this.#status.textContent = refused.message;
    }
  }

  #render(whole, shown, filter) {
    this.#report.href = api.reportAddress(whole.month);
    const today = whole.month === this.#current ? localDay() : '';
    this.#filter.replaceChildren(el('option', { value: '' }, t('everything')), ...FILTERS.filter((by) => whole.by[by]?.length > 0).map((by) =>
      el('optgroup', { label: t(`by.${by}`) }, ...whole.by[by].map(({ key }) =>
        el('option', { value: JSON.stringify([by, key]), selected: filter && filter[0] === by && filter[1] === key }, key || t('notKnown'))))));
    this.#figures.replaceChildren(...monthCards(shown, today, filter));
    this.#slices.replaceChildren(breakdown(whole));
  }
}
