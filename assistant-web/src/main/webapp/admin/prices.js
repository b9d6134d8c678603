import { el } from '../ui/dom.js';
import * as api from './api.js';
import { amount, date, localDay, momentOfYear, monthsBefore, monthText, nanos, NONE, price, whole } from './figures.js';
import { t } from './i18n.js';
import { attempt, button, card, check, choice, confirm, form, field, note, status, submit, table } from './kit.js';

const MONTHS = 13;
const CLASSES = ['input', 'output', 'cache_read', 'cache_write_5m', 'cache_write_1h', 'cache_write_other', 'web_search'];

/** The prices in force, and what they would make of a month. */
export class Prices {
  #said = status();
  #state = el('div', {});
  #rows = el('div', {});
  #old = check(t('alsoOldPrices'), { change: () => this.#render() });
  #book;
  #month;
  #previewed = status();
  #preview = el('div', {});

  constructor(current) {
    this.#month = choice(monthsBefore(current, MONTHS).map((month) => [month, monthText(month)]));
    this.elements = [
      card(t('pricesInForce'), button(t('reloadPrices'), () => this.load(), 'link'), this.#said, this.#state, this.#old.element, this.#rows),
      card(t('rerate'), null, note(t('rerateNote')),
        form(() => this.#look(), field(t('month'), this.#month), el('div', { class: 'buttons' }, submit(t('preview')))), this.#previewed, this.#preview),
    ];
  }

  async load() {
    await attempt(this.#said, async () => {
      this.#book = await api.prices();
      this.#render();
    });
  }

  #render() {
    const { state, rows } = this.#book;
    const today = localDay();
    const shown = rows.filter(({ lastDay }) => this.#old.box.checked || lastDay === null || lastDay >= today);
    const sold = CLASSES.filter((name) => shown.some(({ prices }) => prices[name] !== undefined));
    this.#state.replaceChildren(
      note(t('priceFile', { file: state.file, fingerprint: state.fingerprint, time: momentOfYear(state.loadedAt), count: state.rows })),
      ...(state.problem ? [note(t('priceProblem', { problem: state.problem }), 'bad')] : []),
      ...(state.unpricedModels.length === 0 ? [] : [note(t('unpricedModels', { models: state.unpricedModels.join(', ') }), 'warn')]),
      ...state.endingWithoutSuccessor.map(({ row, lastDay }) => note(t('priceEnds', { row, day: date(lastDay) }), 'warn')));
    this.#rows.replaceChildren(shown.length === 0 ? note(t('noPrices')) : table(t('pricesInForce'),
      [t('priceRow'), t('by.provider'), { text: t('models'), wide: true }, t('from'), t('until'), t('onlyFor'), ...sold.map((name) => ({ text: t(`price.${name}`), number: true }))],
      shown.map((row) => [
        row.id, row.provider === '*' ? t('any') : row.provider, row.models.join(', '), date(row.firstDay), row.lastDay ? date(row.lastDay) : NONE,
        [row.aboveTokens > 0 ? t('aboveTokens', { count: row.aboveTokens }) : '', row.serviceTier].filter(Boolean).join(', ') || NONE,
        ...sold.map((name) => (row.prices[name] === undefined ? NONE : price(row.prices[name], row.currency))),
      ])));
  }

  async #look() {
    this.#preview.replaceChildren();
    await attempt(this.#previewed, async () => this.#report(await api.rerate(this.#month.value, false)));
  }

  #report({ month, applied, prices, skipped, totals, models }) {
    const changed = totals.reduce((sum, line) => sum + line.changed, 0);
    this.#preview.replaceChildren(...(totals.length === 0 ? [] : [report([...models, ...totals])]));
    if (applied) return [t('rerateDone', { count: changed, month: monthText(month) }), ...(skipped > 0 ? [t('rerateSkipped', { count: skipped })] : [])].join(' ');
    if (changed === 0) return t('nothingChanges', { month: monthText(month) });
    this.#preview.append(el('div', { class: 'buttons' }, button(t('applyRerate'), () => this.#apply(month, prices, totals, changed), 'plain strong')));
    return t('wouldChange', { count: changed, month: monthText(month) });
  }

  async #apply(month, prices, totals, count) {
    const differences = totals.map(({ difference }) => signed(difference)).join(', ');
    const sure = await confirm({
      title: t('rerateSure', { month: monthText(month) }), text: t('rerateSureText', { count, difference: differences }), yes: t('applyRerate'),
    });
    if (sure) await attempt(this.#previewed, async () => this.#report(await api.rerate(month, true, prices)));
  }
}

const signed = (cost) => (nanos(cost) > 0n ? `+${amount(cost)}` : amount(cost));

function report(lines) {
  return table(t('rerate'), [t('by.model'), ...['attempts', 'changed', 'before', 'after', 'difference', 'unpricedBefore', 'unpricedAfter'].map((key) => ({ text: t(key), number: true }))],
    lines.map((line) => [
      line.model || t('all', { currency: line.before.currency }), whole(line.attempts), whole(line.changed), amount(line.before), amount(line.after),
      signed(line.difference), whole(line.unpricedBefore), whole(line.unpricedAfter),
    ]));
}
