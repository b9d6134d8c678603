import { el } from '../ui/dom.js';
import { Chart } from './chart.js';
import { axisMoney, axisPercent, axisSpan, daysOf, decimal, money, monthText, nanos, NONE, percent, span, times, whole } from './figures.js';

/** The month's tiles and charts; both read the same figures. */
export function monthCards(month, today) {
  return [
    el('div', { class: 'tiles' }, costTile(month), latencyTile('First response', month.latency.firstResponse),
      latencyTile('Full generation', month.latency.fullGeneration), errorTile(month)),
    el('div', { class: 'charts' }, ...[
      costChart(month, today),
      latencyChart('Time to first response', month, 'firstResponse'),
      latencyChart('Full generation', month, 'fullGeneration'),
      errorChart(month),
    ].map((chart) => chart.element)),
  ];
}

function tile(label, figure, ...notes) {
  return el('section', { class: 'card tile' }, el('h2', {}, label), el('p', { class: 'figure' }, figure), ...notes);
}

const note = (text, look = '') => el('p', { class: `note ${look}` }, text);

function costTile({ cost }) {
  const spent = nanos(cost);
  const notes = [];
  if (cost.budget) {
    const share = Number((spent * 1000n) / (nanos(cost.budget) || 1n)) / 10;
    const bar = el('progress', { max: 100, value: Math.min(share, 100), class: share > 100 ? 'over' : '' });
    bar.setAttribute('aria-label', 'Part of the budget that is spent');
    notes.push(bar, note(`${axisPercent(share)} of the budget of ${money(nanos(cost.budget), cost.currency)}`));
  } else {
    notes.push(note('No budget is set (assistant.budget.monthly).'));
  }
  if (cost.forecast) notes.push(note(`Forecast for the month: ${money(nanos(cost.forecast), cost.currency)}`));
  if (cost.unpricedCalls > 0) {
    notes.push(note(`${times(cost.unpricedCalls, 'call has', 'calls have')} no known price and ${cost.unpricedCalls === 1 ? 'is' : 'are'} not in the sum.`, 'warn'));
  }
  return tile('Inference cost', money(spent, cost.currency), ...notes);
}

function latencyTile(label, { count, p50Ms, p95Ms, p99Ms }) {
  if (count === 0) return tile(label, NONE, note('No answer yet.'));
  return tile(label, `${span(p50Ms)} / ${span(p95Ms)}`, note(`p50 / p95 of ${times(count, 'answer')}; p99 ${span(p99Ms)}`));
}

function errorTile({ sla, errors: { beforeFallback: before, afterFallback: after } }) {
  return tile('API error rate (5xx)', percent(before.serverErrorRate),
    note(before.attempts === 0 ? 'No request to a provider yet.'
      : `${whole(before.serverErrors5xx)} 5xx and ${whole(before.overloaded529)} overloaded of ${times(before.attempts, 'request')}; also ${
        times(before.inStream, 'error')} inside streams, ${times(before.timeouts, 'time-out')}, ${times(before.truncated, 'cut stream')}`),
    note(after.answers === 0 ? 'No answer yet.'
      : `${percent(after.availability)} answered after fallback: ${whole(after.failed)} of ${whole(after.answers)} failed`),
    ...(sla.met === null ? [] : [note(`Goal ${percent(sla.goal)}: ${sla.met ? 'reached' : 'missed'}, ${axisPercent(sla.errorBudgetUsed)} of the failures it allows`, sla.met ? '' : 'warn')]));
}

function costChart({ month, cost, by }, today) {
  const days = daysOf(month);
  const ofDay = new Map(by.day.map(({ key, cost }) => [key, nanos(cost)]));
  const lastKnown = days.filter((day) => ofDay.has(day)).at(-1) ?? days[0];
  const until = today.startsWith(month) && today > lastKnown ? today : lastKnown;
  let sum = 0n;
  const sums = days.map((day) => (day > until ? null : (sum += ofDay.get(day) ?? 0n)));
  const { currency } = cost;
  const budget = cost.budget && nanos(cost.budget);
  const forecast = cost.forecast && nanos(cost.forecast);
  const series = [{ name: 'Actual, cumulative', look: 'a', values: sums.map(drawn), worded: sums.map((n) => n !== null && money(n, currency)) }];
  if (forecast && until < days.at(-1)) series.push(forecastSeries(days, until, sum, forecast, currency));
  const over = budget && forecast && forecast > budget ? `, ${money(forecast - budget, currency)} over the budget` : '';
  return new Chart({
    title: 'Cost of the month', days, series,
    reference: budget ? { name: `Budget ${money(budget, currency)}`, value: drawn(budget) } : null,
    axis: (value) => axisMoney(value, currency),
    exact: (value) => money(BigInt(Math.round(value * 1e9)), currency),
    summary: `${money(nanos(cost), currency)} spent in ${monthText(month)}${forecast ? `; forecast ${money(forecast, currency)}${over}` : ''}.`,
  });
}

const drawn = (value) => (value === null ? null : Number(decimal(value)));

function forecastSeries(days, until, sum, forecast, currency) {
  const first = days.indexOf(until);
  const steps = BigInt(days.length - 1 - first);
  const values = days.map((day, i) => (i < first ? null : sum + ((forecast - sum) * BigInt(i - first)) / steps));
  return { name: 'Forecast', look: 'b dashed', values: values.map(drawn), worded: values.map((n) => n !== null && money(n, currency)) };
}

function latencyChart(title, { month, latency, by }, metric) {
  const days = daysOf(month);
  const ofDay = new Map(by.day.map(({ key, latency }) => [key, latency[metric]]));
  const values = (name) => days.map((day) => (ofDay.get(day)?.count > 0 ? ofDay.get(day)[name] : null));
  const all = latency[metric];
  return new Chart({
    title, days,
    series: [
      { name: 'p50', look: 'a', values: values('p50Ms') },
      { name: 'p95', look: 'b', values: values('p95Ms') },
      { name: 'p99', look: 'c dashed', values: values('p99Ms') },
    ],
    reference: null, axis: axisSpan, exact: span,
    summary: all.count === 0 ? `No answer in ${monthText(month)}.` : `Median ${span(all.p50Ms)}, p95 ${span(all.p95Ms)} in ${monthText(month)}.`,
  });
}

function errorChart({ month, errors, by }) {
  const days = daysOf(month);
  const ofDay = new Map(by.day.map(({ key, errors }) => [key, errors]));
  const before = days.map((day) => ofDay.get(day)?.beforeFallback.serverErrorRate ?? null);
  const after = days.map((day) => {
    const availability = ofDay.get(day)?.afterFallback.availability ?? null;
    return availability === null ? null : Math.round((100 - availability) * 1000) / 1000;
  });
  const { beforeFallback, afterFallback } = errors;
  return new Chart({
    title: 'Errors before and after fallback', days,
    series: [
      { name: 'Provider 5xx and overload, share of requests', look: 'b', values: before, bars: true },
      { name: 'Failed answers after fallback', look: 'a', values: after, bars: true },
    ],
    reference: null, axis: axisPercent, exact: percent,
    summary: afterFallback.answers === 0 ? `No answer in ${monthText(month)}.`
      : `${percent(beforeFallback.serverErrorRate)} of the requests to providers failed with 5xx or overload; ${percent(afterFallback.availability)} of the answers came all the same.`,
  });
}
