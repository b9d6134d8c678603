import { el } from '../ui/dom.js';
import * as api from './api.js';
import { axisPercent, day, money, nanos, NONE } from './figures.js';

const SCOPES = { company: 'Company', organisation: 'Organisation', department: 'Department', user: 'Person', capability: 'Capability' };
const STEPS = { 'small-model': 'the small model', cached: 'an older answer to the same question', offline: 'the record’s own facts' };
const HEAD = ['Budget', 'Spent of limit', 'Spent', 'Under way', 'Left', 'Limit', 'Forecast', 'Told of'];

/** How the budgets of the month that runs stand. */
export class Budgets {
  element = el('section', { class: 'card budgets' });
  #note = el('p', { class: 'note', role: 'status' });
  #body = el('div', {});

  constructor() {
    this.element.append(
      el('div', { class: 'card-head' }, el('h2', {}, 'Budgets of this month'),
        el('button', { type: 'button', class: 'link', click: () => this.load() }, 'Reload budgets')),
      this.#note, this.#body);
  }

  async load() {
    try {
      const report = await api.budgets();
      this.#note.textContent = sentence(report);
      this.#body.replaceChildren(...(report.budgets.length === 0 ? [] : [table(report.budgets)]));
    } catch (refused) {
      this.#note.textContent = refused.message;
    }
  }
}

/** What happens when one is used up, and when they begin anew. */
function sentence({ budgets, enforcement, atLimit, resetDate }) {
  if (budgets.length === 0) return 'No budget is set. Budgets are keys that begin with assistant.budget.';
  const anew = `They begin anew on ${day(resetDate)}.`;
  if (enforcement !== 'hard') return `They are only watched: nothing is refused (assistant.budget.enforcement). ${anew}`;
  const instead = atLimit.map((step) => STEPS[step] ?? step);
  return `${instead.length === 0 ? 'When one is used up, questions are refused' : `When one is used up, a question gets ${instead.join(', else ')}${atLimit.includes('offline') ? '' : ', else it is refused'}`}. ${anew}`;
}

function table(budgets) {
  return el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Budgets' }, el('table', {},
    el('thead', {}, el('tr', {}, ...HEAD.map((name, i) => el('th', { scope: 'col', class: i > 1 && i < 7 ? 'number' : null }, name)))),
    el('tbody', {}, ...budgets.map(row))));
}

function row({ scope, name, limit, spent, reserved, left, forecast, warnings }) {
  const amount = (cost) => (cost ? money(nanos(cost), cost.currency) : NONE);
  const title = name ? `${SCOPES[scope] ?? scope} ${name}` : SCOPES[scope] ?? scope;
  const share = percentOf(nanos(spent), nanos(limit));
  const over = nanos(left) <= 0n || warnings.includes(100);
  const bar = el('progress', { class: over ? 'over' : null, max: 100, value: Math.max(0, Math.min(share, 100)) });
  bar.setAttribute('aria-label', `Part of the budget ${title} that is spent`);
  const late = forecast && nanos(forecast) > nanos(limit);
  return el('tr', {},
    el('th', { scope: 'row' }, title),
    el('td', { class: 'share' }, bar, axisPercent(share)),
    ...[spent, reserved, left, limit].map((cost) => el('td', { class: 'number' }, amount(cost))),
    el('td', { class: late ? 'number warn' : 'number' }, amount(forecast), late ? ' (over)' : ''),
    el('td', {}, ...(warnings.length === 0 ? [NONE] : [chip(Math.max(...warnings))])));
}

function chip(percent) {
  return el('span', { class: percent >= 100 ? 'chip bad' : percent >= 80 ? 'chip warn' : 'chip' }, percent >= 100 ? 'used up' : axisPercent(percent));
}

/** Exact to a tenth; of a limit of nothing all is spent as soon as anything is. */
function percentOf(part, whole) {
  if (whole === 0n) return part > 0n ? 100 : 0;
  return Number((part * 1000n) / whole) / 10;
}
