import { el } from '../ui/dom.js';
import { Chart } from './chart.js';
import { axisMoney, axisPercent, axisSpan, daysOf, decimal, money, monthText, nanos, NONE, percent, span } from './figures.js';
import { t } from './i18n.js';
import { chip, note } from './kit.js';

/** Tiles and charts of a month, or, if it is narrowed, of a part of it; a tile and its chart read the same figures. */
export function monthCards(month, today, narrowed) {
  return [
    el('div', { class: 'tiles' }, costTile(month, narrowed), latencyTile(month, 'firstResponse'), latencyTile(month, 'fullGeneration'), errorTile(month)),
    el('div', { class: 'charts' }, ...[
      costChart(month, today),
      latencyChart(month, 'firstResponse'),
      latencyChart(month, 'fullGeneration'),
      errorChart(month),
    ].map((chart) => chart.element)),
  ];
}

function tile(label, figure, ...notes) {
  return el('section', { class: 'card tile' }, el('h2', {}, label), el('p', { class: 'figure' }, figure), ...notes);
}

function costTile({ cost }, narrowed) {
  const spent = nanos(cost);
  const notes = [];
  if (cost.budget) {
    const share = Number((spent * 1000n) / (nanos(cost.budget) || 1n)) / 10;
    const bar = el('progress', { max: 100, value: Math.min(share, 100), class: share > 100 ? 'over' : '' });
    bar.setAttribute('aria-label', t('partSpent'));
    notes.push(bar, note(t('ofBudget', { share: axisPercent(share), budget: money(nanos(cost.budget), cost.currency) })));
  } else {
    notes.push(note(t(narrowed ? 'noOwnBudget' : 'noBudgetSet')));
  }
  if (cost.forecast) notes.push(note(t('forecastIs', { cost: money(nanos(cost.forecast), cost.currency) })));
  if (cost.unpricedCalls > 0) notes.push(note(t('unpriced', { count: cost.unpricedCalls }), 'warn'));
  return tile(t('inferenceCost'), money(spent, cost.currency), ...notes);
}

const target = ({ sla }, metric) => sla[`${metric}Ms`] ?? null;

function latencyTile(month, metric) {
  const { count, p50Ms, p95Ms, p99Ms } = month.latency[metric];
  if (count === 0) return tile(t(metric), NONE, note(t('noAnswerYet')));
  const goal = target(month, metric);
  const met = goal !== null && p50Ms <= goal;
  return tile(t(metric), `${span(p50Ms)} / ${span(p95Ms)}`, note(t('p50p95', { count, p99: span(p99Ms) })),
    ...(goal === null ? [] : [el('p', { class: 'note' }, chip(t(met ? 'onTarget' : 'offTarget'), met ? 'good' : 'warn'), ` ${t('targetIs', { target: span(goal) })}`)]));
}

function errorTile({ sla, errors: { beforeFallback: before, afterFallback: after } }) {
  return tile(t('errorRate'), percent(before.serverErrorRate),
    note(before.attempts === 0 ? t('noRequestYet')
      : [t('serverErrors', { errors: before.serverErrors5xx, overloaded: before.overloaded529, count: before.attempts }),
        t('inStreamErrors', { count: before.inStream }), t('timeouts', { count: before.timeouts }), t('cutStreams', { count: before.truncated })].join('; ')),
    note(after.answers === 0 ? t('noAnswerYet')
      : t('answered', { share: percent(after.availability), failed: after.failed, answers: after.answers })),
    ...(sla.met === null ? [] : [el('p', { class: 'note' }, chip(t(sla.met ? 'goalReached' : 'goalMissed'), sla.met ? 'good' : 'bad'),
      ` ${t('goalUsed', { goal: percent(sla.goal), used: axisPercent(sla.errorBudgetUsed) })}`)]));
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
  const series = [{ name: t('actual'), look: 'a', values: sums.map(drawn), worded: sums.map((n) => n !== null && money(n, currency)) }];
  if (forecast && until < days.at(-1)) series.push(forecastSeries(days, until, sum, forecast, currency));
  const said = { cost: money(nanos(cost), currency), month: monthText(month), forecast: forecast ? money(forecast, currency) : '' };
  const over = budget && forecast && forecast > budget;
  return new Chart({
    title: t('costOfMonth'), days, series,
    reference: budget ? { name: t('budgetLine', { cost: money(budget, currency) }), value: drawn(budget), grows: true } : null,
    axis: (value) => axisMoney(value, currency),
    exact: (value) => money(BigInt(Math.round(value * 1e9)), currency),
    summary: over ? t('costSummaryOver', { ...said, over: money(forecast - budget, currency) }) : t(forecast ? 'costSummaryForecast' : 'costSummary', said),
  });
}

const drawn = (value) => (value === null ? null : Number(decimal(value)));

function forecastSeries(days, until, sum, forecast, currency) {
  const first = days.indexOf(until);
  const steps = BigInt(days.length - 1 - first);
  const values = days.map((day, i) => (i < first ? null : sum + ((forecast - sum) * BigInt(i - first)) / steps));
  return { name: t('forecast'), look: 'b dashed', values: values.map(drawn), worded: values.map((n) => n !== null && money(n, currency)) };
}

function latencyChart(month, metric) {
  const days = daysOf(month.month);
  const ofDay = new Map(month.by.day.map(({ key, latency }) => [key, latency[metric]]));
  const values = (name) => days.map((day) => (ofDay.get(day)?.count > 0 ? ofDay.get(day)[name] : null));
  const all = month.latency[metric];
  const goal = target(month, metric);
  return new Chart({
    title: t(metric === 'firstResponse' ? 'timeToFirst' : 'timeToFull'), days,
    series: [
      { name: 'p50', look: 'a', values: values('p50Ms') },
      { name: 'p95', look: 'b', values: values('p95Ms') },
      { name: 'p99', look: 'c dashed', values: values('p99Ms') },
    ],
    reference: goal === null ? null : { name: t('targetLine', { target: span(goal) }), value: goal }, axis: axisSpan, exact: span,
    summary: all.count === 0 ? t('noAnswerIn', { month: monthText(month.month) })
      : t('latencySummary', { p50: span(all.p50Ms), p95: span(all.p95Ms), p99: span(all.p99Ms), month: monthText(month.month) }),
  });
}

function errorChart({ month, sla, errors, by }) {
  const days = daysOf(month);
  const ofDay = new Map(by.day.map(({ key, errors }) => [key, errors]));
  const before = days.map((day) => ofDay.get(day)?.beforeFallback.serverErrorRate ?? null);
  const after = days.map((day) => {
    const availability = ofDay.get(day)?.afterFallback.availability ?? null;
    return availability === null ? null : Math.round((100 - availability) * 1000) / 1000;
  });
  const { beforeFallback, afterFallback } = errors;
  const allowed = Math.round((100 - sla.goal) * 1000) / 1000;
  return new Chart({
    title: t('errorsBeforeAfter'), days,
    series: [
      { name: t('seriesBefore'), look: 'b', values: before, bars: true },
      { name: t('seriesAfter'), look: 'a', values: after, bars: true },
    ],
    reference: { name: t('slaLine', { share: percent(allowed) }), value: allowed }, axis: percent, exact: percent,
    summary: afterFallback.answers === 0 ? t('noAnswerIn', { month: monthText(month) })
      : t('errorSummary', { before: percent(beforeFallback.serverErrorRate), after: percent(afterFallback.availability) }),
  });
}
