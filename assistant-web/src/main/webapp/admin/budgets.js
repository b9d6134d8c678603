import { el } from '../ui/dom.js';
import * as api from './api.js';
import { amount, axisPercent, day, nanos, NONE } from './figures.js';
import { anyOf, t, word } from './i18n.js';
import { button, card, chip, status, table } from './kit.js';

/** How the budgets of the month that runs stand. */
export class Budgets {
  #note = status();
  #body = el('div', {});

  constructor() {
    this.element = card(t('budgetsOfMonth'), button(t('reloadBudgets'), () => this.load(), 'link'), this.#note, this.#body);
    this.element.classList.add('budgets');
  }

  async load() {
    try {
      const report = await api.budgets();
      this.#note.textContent = sentence(report);
      this.#body.replaceChildren(...(report.budgets.length === 0 ? [] : [budgetTable(report.budgets)]));
    } catch (refused) {
      this.#note.textContent = refused.message;
    }
  }
}

/** What happens when one is used up, and when they begin anew. */
function sentence({ budgets, enforcement, atLimit, resetDate }) {
  if (budgets.length === 0) return t('noBudgets');
  const anew = t('beginAnew', { day: day(resetDate) });
  if (enforcement !== 'hard') return `${t('onlyWatched')} ${anew}`;
  const steps = atLimit.map((step) => word('step', step));
  if (!atLimit.includes('offline')) steps.push(t('refusal'));
  return `${t('whenUsedUp', { steps: anyOf(steps) })} ${anew}`;
}

function budgetTable(budgets) {
  const figures = ['spent', 'underWay', 'left', 'limit', 'forecast'].map((key) => ({ text: t(key), number: true }));
  return table(t('budgets'), [t('budget'), t('spentOfLimit'), ...figures, t('toldOf')], budgets.map(row));
}

function row({ scope, name, limit, spent, reserved, left, forecast, warnings }) {
  const title = name ? `${word('scope', scope)} ${name}` : word('scope', scope);
  const share = percentOf(nanos(spent), nanos(limit));
  const over = nanos(left) <= 0n || warnings.includes(100);
  const bar = el('progress', { class: over ? 'over' : null, max: 100, value: Math.max(0, Math.min(share, 100)) });
  bar.setAttribute('aria-label', t('partOfBudgetSpent', { budget: title }));
  const late = forecast && nanos(forecast) > nanos(limit);
  return el('tr', {},
    el('th', { scope: 'row' }, title),
    el('td', { class: 'share' }, bar, axisPercent(share)),
    ...[spent, reserved, left, limit].map((cost) => el('td', { class: 'number' }, amount(cost))),
    el('td', { class: late ? 'number warn' : 'number' }, late ? t('overLimit', { cost: amount(forecast) }) : amount(forecast)),
    el('td', {}, warnings.length === 0 ? NONE : told(Math.max(...warnings))));
}

const told = (percent) => chip(percent >= 100 ? t('usedUp') : axisPercent(percent), percent >= 100 ? 'bad' : percent >= 80 ? 'warn' : 'mute');

/** Exact to a tenth; of a limit of nothing all is spent as soon as anything is. */
function percentOf(part, whole) {
  if (whole === 0n) return part > 0n ? 100 : 0;
  return Number((part * 1000n) / whole) / 10;
}
