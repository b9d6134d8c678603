import { el } from '../ui/dom.js';
import { t } from './i18n.js';

const DIMENSIONS = ['model', 'department', 'recordType', 'organisation', 'provider'];

/** A choice for each dimension of a month; what is chosen holds together. */
export class Slices {
  #choices;

  /** name: tells its controls from others; changed: is called when another slice is chosen */
  constructor(name, changed) {
    this.#choices = DIMENSIONS.map((by) => {
      const select = el('select', { id: `${name}-${by}`, change: changed });
      const element = el('span', { class: 'pair', hidden: true }, el('label', { for: select.id }, t(`by.${by}`)), select);
      return { by, select, element };
    });
    this.element = el('div', { class: 'filters', role: 'group', 'aria-label': t('only') }, ...this.#choices.map(({ element }) => element));
  }

  /** Offers the slices of a month; what was chosen stays as far as the month has it. */
  offer(slices) {
    for (const { by, select, element } of this.#choices) {
      const chosen = select.value;
      const of = slices[by] ?? [];
      // An equals sign, since the slice of what is not known has an empty key.
      select.replaceChildren(el('option', { value: '' }, t('everything')), ...of.map(({ key }) => el('option', { value: `=${key}` }, key || t('notKnown'))));
      select.value = of.some(({ key }) => `=${key}` === chosen) ? chosen : '';
      element.hidden = of.length === 0;
    }
  }

  /** Dimension and key of each slice that is chosen. */
  get chosen() {
    return Object.fromEntries(this.#choices.filter(({ select }) => select.value !== '').map(({ by, select }) => [by, select.value.slice(1)]));
  }
}
