import { el } from '../ui/dom.js';

/** Every key in force, and where its value comes from. */
export function configuration(entries) {
  const rows = entries.map(({ key, value, source }) => el('tr', {},
    el('th', { scope: 'row' }, el('code', {}, key)), el('td', {}, value === '' ? 'not set' : value), el('td', {}, source)));
  return el('section', { class: 'card' }, el('details', {},
    el('summary', {}, el('h2', {}, 'Configuration in force'), el('span', { class: 'note' }, `${entries.length} keys`)),
    el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Configuration' }, el('table', {},
      el('thead', {}, el('tr', {}, ...['Key', 'Value', 'Comes from'].map((name) => el('th', { scope: 'col' }, name)))),
      el('tbody', {}, ...rows)))));
}

/** What an admin has to do first on a system that has no provider yet, or null. */
export function firstSteps(entries) {
  const of = (key) => entries.find((entry) => entry.key === key)?.value;
  const steps = [];
  if (of('assistant.enabled') === 'false') steps.push('The assistant is switched off. Set assistant.enabled to true to switch it on; it is re-read while the server runs.');
  if (of('assistant.provider.primary.dialect') === 'offline') {
    steps.push('No AI provider is configured: answers are the record’s own facts. Set assistant.provider.primary.dialect and assistant.provider.primary.api-key.');
  } else if (!of('assistant.provider.backup.dialect')) {
    steps.push('There is no backup provider: when the primary fails, answers fall back to the record’s own facts. Set assistant.provider.backup.dialect.');
  }
  if (!of('assistant.budget.monthly')) steps.push('No monthly budget is set, so nothing warns of a high invoice. Set assistant.budget.monthly.');
  if (steps.length === 0) return null;
  return el('section', { class: 'card steps' }, el('h2', {}, 'To do'), el('ul', {}, ...steps.map((step) => el('li', {}, step))));
}
