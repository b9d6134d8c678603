import { el } from '../ui/dom.js';
import { money, nanos, NONE, percent, span, whole } from './figures.js';
import { t } from './i18n.js';
import { card, note, table } from './kit.js';

const DIMENSIONS = ['model', 'provider', 'department', 'recordType', 'organisation'];

/** The month by one dimension at a time. */
export function breakdown({ by }) {
  const place = el('div', {});
  const choices = DIMENSIONS.filter((key) => by[key]).map((key) =>
    el('button', { type: 'button', class: 'choice', 'aria-pressed': 'false', click: (event) => choose(key, event.currentTarget) }, t(`by.${key}`)));
  function choose(key, chosen) {
    choices.forEach((choice) => choice.setAttribute('aria-pressed', String(choice === chosen)));
    place.replaceChildren(by[key].length === 0 ? note(t('nothingInMonth')) : slices(key, by[key]));
  }
  choose(DIMENSIONS[0], choices[0]);
  return card(t('breakdown'), null, el('div', { class: 'choices', role: 'group', 'aria-label': t('breakdownBy') }, ...choices), place);
}

function slices(key, of) {
  const head = [t(`by.${key}`), ...[t('requests'), t('answers'), t('cost'), t('firstP50'), t('fullP50'), '5xx'].map((text) => ({ text, number: true }))];
  return table(t('breakdown'), head, of.map(({ key, cost, latency, errors }) => [
    key || t('notKnown'),
    whole(errors.beforeFallback.attempts),
    whole(errors.afterFallback.answers),
    cost.unpricedCalls > 0 ? t('plusUnpriced', { cost: money(nanos(cost), cost.currency), count: cost.unpricedCalls }) : money(nanos(cost), cost.currency),
    latency.firstResponse.count ? span(latency.firstResponse.p50Ms) : NONE,
    latency.fullGeneration.count ? span(latency.fullGeneration.p50Ms) : NONE,
    percent(errors.beforeFallback.serverErrorRate),
  ]));
}
