import { el } from '../ui/dom.js';
import { money, nanos, NONE, percent, span, whole } from './figures.js';

const DIMENSIONS = [['model', 'Model'], ['provider', 'Provider'], ['organisation', 'Organisation'], ['recordType', 'Record type']];

/** The month by one dimension at a time. */
export function breakdown({ by }) {
  const table = el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Breakdown' });
  const choices = DIMENSIONS.filter(([key]) => by[key]).map(([key, label]) =>
    el('button', { type: 'button', class: 'choice', 'aria-pressed': 'false', click: (event) => choose(key, label, event.currentTarget) }, label));
  function choose(key, label, chosen) {
    choices.forEach((choice) => choice.setAttribute('aria-pressed', String(choice === chosen)));
    table.replaceChildren(by[key].length === 0 ? el('p', { class: 'note' }, 'Nothing in this month.') : rows(label, by[key]));
  }
  const [key, label] = DIMENSIONS[0];
  choose(key, label, choices[0]);
  return el('section', { class: 'card' }, el('h2', {}, 'Breakdown'), el('div', { class: 'choices', role: 'group', 'aria-label': 'Breakdown by' }, ...choices), table);
}

function rows(label, slices) {
  const head = [label, 'Requests', 'Answers', 'Cost', 'First p50', 'Full p50', '5xx'];
  return el('table', {},
    el('thead', {}, el('tr', {}, ...head.map((name, i) => el('th', { scope: 'col', class: i ? 'number' : null }, name)))),
    el('tbody', {}, ...slices.map(({ key, cost, latency, errors }) => el('tr', {},
      el('th', { scope: 'row' }, key || 'not known'),
      ...[
        whole(errors.beforeFallback.attempts),
        whole(errors.afterFallback.answers),
        cost.unpricedCalls > 0 ? `${money(nanos(cost), cost.currency)} + ${whole(cost.unpricedCalls)} unpriced` : money(nanos(cost), cost.currency),
        latency.firstResponse.count ? span(latency.firstResponse.p50Ms) : NONE,
        latency.fullGeneration.count ? span(latency.fullGeneration.p50Ms) : NONE,
        percent(errors.beforeFallback.serverErrorRate),
      ].map((text) => el('td', { class: 'number' }, text))))));
}
