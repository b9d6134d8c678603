import { el } from '../ui/dom.js';
import * as api from './api.js';
import { breakdown } from './breakdown.js';
import { Budgets } from './budgets.js';
import { Calls } from './calls.js';
import { configuration, firstSteps } from './configuration.js';
import { monthsBefore, monthText } from './figures.js';
import { monthCards } from './month.js';
import { Providers } from './providers.js';

const MONTHS = 13;
const main = document.getElementById('main');

async function start() {
  const [current, entries] = await Promise.all([api.metrics(), api.configuration()]);
  const status = el('p', { class: 'note', role: 'status' });
  const figures = el('div', { class: 'figures' });
  const months = el('select', { id: 'month', change: () => show(months.value) },
    ...monthsBefore(current.month, MONTHS).map((month) => el('option', { value: month }, monthText(month))));
  const report = el('a', { class: 'plain', download: '' }, 'Report (CSV)');
  const reload = el('button', { type: 'button', class: 'plain', click: () => show(months.value) }, 'Reload');
  const budgets = new Budgets();
  const providers = new Providers();
  const calls = new Calls();

  function render(month) {
    report.href = api.reportAddress(month.month);
    const today = month.month === current.month ? localDay() : '';
    figures.replaceChildren(...monthCards(month, today), breakdown(month));
  }

  async function show(month) {
    status.textContent = 'Reading the figures …';
    try {
      render(await api.metrics(month));
      status.textContent = `${monthText(month)}, read at ${new Date().toLocaleTimeString('en-GB')}`;
    } catch (refused) {
      status.textContent = refused.message;
    }
  }

  render(current);
  const steps = firstSteps(entries);
  main.replaceChildren(
    el('div', { class: 'page-head' }, el('h1', {}, 'How the assistant runs'),
      el('div', { class: 'filters' }, el('label', { for: 'month' }, 'Month'), months, reload, report)),
    status, ...(steps ? [steps] : []), figures, budgets.element, providers.element, calls.element, configuration(entries));
  await Promise.all([budgets.load(), providers.load(), calls.load()]);
}

/** The day at the reader's desk; the server's months are in the company's zone, which is the same place or nearly so. */
function localDay() {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

const WAYS = new Map([
  [401, 'Sign in to the ERP as a person with the role assistant-admin, then open this page again.'],
  [403, 'This page is for people with the role assistant-admin. Sign in to the ERP as one of them, then open it again.'],
]);

start().catch((problem) => {
  if (!(problem instanceof api.Refused)) throw problem;
  main.replaceChildren(el('section', { class: 'card', role: 'alert' }, el('h1', {}, problem.status === 401 ? 'Not signed in' : 'The figures cannot be shown'),
    el('p', {}, WAYS.get(problem.status) ?? problem.message),
    el('button', { type: 'button', class: 'plain', click: () => location.reload() }, 'Try again')));
});
