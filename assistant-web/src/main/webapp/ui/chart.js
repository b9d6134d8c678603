import { draw, el } from './dom.js';

const WIDTH = 340;
const HEIGHT = 170;
const LEFT = 46;
const RIGHT = 6;
const TOP = 10;
const FLOOR = 22;
// What a label below the axis may have, and what a character of it takes.
const LABEL = 12;
const LETTER = 6.8;

/** Reads a chart's data, `{type: "bar" | "line", title?, labels: [], series: [{name, values: []}]}`; null unless all of it makes sense. */
export function chartData(json) {
  let data;
  try {
    data = JSON.parse(json);
  } catch {
    return null;
  }
  const { type, title = '', labels, series } = data ?? {};
  const word = (value) => typeof value === 'string' || Number.isFinite(value);
  const sound =
    ['bar', 'line'].includes(type) &&
    typeof title === 'string' &&
    many(labels, 24) &&
    labels.every(word) &&
    many(series, 4) &&
    series.every((one) => word(one?.name) && many(one.values, 24) && one.values.length === labels.length) &&
    series.every(({ values }) => values.every((value) => value === null || Number.isFinite(value)) && values.some(Number.isFinite));
  return sound ? { type, title, labels: labels.map(String), series: series.map(({ name, values }) => ({ name: String(name), values })) } : null;
}

const many = (list, most) => Array.isArray(list) && list.length > 0 && list.length <= most;

/** The chart's figures as rows of text, names first; what is not known is a dash. */
export function chartRows({ title, labels, series }, number) {
  const shown = (value) => (value === null ? '\u2013' : number(value));
  return [[title, ...series.map(({ name }) => name)], ...labels.map((label, i) => [label, ...series.map(({ values }) => shown(values[i]))])];
}

/** A small chart in an answer, with a legend and with its figures as a table. */
export function chartView(data, table, { text, number }) {
  const { type, title, labels, series } = data;
  const [head, ...rows] = chartRows(data, (value) => number(value, { maximumSignificantDigits: 15 }));
  const said = rows.map(([label, ...values]) => `${label}: ${values.map((value, i) => (series.length > 1 ? `${head[i + 1]} ${value}` : value)).join(', ')}`).join('; ');
  const name = title || series.map((one) => one.name).join(', ');
  const drawing = draw('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': `${text('chart', { title: name })}. ${said}` });
  drawing.append(...plot(type, labels, series, (value) => number(value, { notation: 'compact' })));
  const key = (one, i) => el('li', {}, draw('svg', { viewBox: '0 0 24 8', class: 'key', 'aria-hidden': 'true' }, sample(type, i, 4)), one.name);
  return el(
    'figure',
    { class: 'chart' },
    el('figcaption', {}, name),
    series.length > 1 ? el('ul', { class: 'legend' }, ...series.map(key)) : null,
    drawing,
    el('details', { class: 'fold' }, el('summary', {}, text('chartTable')), table(head, rows)),
  );
}

const sample = (type, i, y) =>
  type === 'bar' ? draw('rect', { class: `bar s${i}`, x: 4, y: 0, width: 16, height: 8 }) : draw('line', { class: `line s${i}`, x1: 0, x2: 24, y1: y, y2: y });

function plot(type, labels, series, short) {
  const known = series.flatMap(({ values }) => values).filter(Number.isFinite);
  const steps = ticks(Math.min(0, ...known), Math.max(0, ...known));
  const low = steps[0];
  const span = steps.at(-1) - low;
  const slot = (WIDTH - LEFT - RIGHT) / labels.length;
  const x = (i) => LEFT + slot * (i + 0.5);
  const y = (value) => TOP + (HEIGHT - TOP - FLOOR) * (1 - (value - low) / span);
  const widest = Math.max(...labels.map((label) => Math.min(label.length, LABEL)));
  const every = Math.ceil((widest * LETTER) / slot);
  return [
    ...steps.flatMap((step) => [
      draw('line', { class: step === 0 ? 'axis' : 'grid', x1: LEFT, x2: WIDTH - RIGHT, y1: y(step), y2: y(step) }),
      draw('text', { x: LEFT - 5, y: y(step) + 4, 'text-anchor': 'end' }, short(step)),
    ]),
    ...labels.flatMap((label, i) => (i % every ? [] : [draw('text', { x: x(i), y: HEIGHT - 6, 'text-anchor': 'middle' }, clipped(label))])),
    ...series.flatMap(({ values }, nth) => (type === 'bar' ? bars(values, nth, series.length, slot, x, y) : lines(values, nth, x, y))),
  ];
}

/** Round steps over a span that holds 0, at most six of them. */
function ticks(low, high) {
  const rough = (high - low || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough * 0.999);
  const first = Math.floor(low / step + 1e-9);
  const count = Math.max(1, Math.ceil(high / step - 1e-9) - first);
  return Array.from({ length: count + 1 }, (_, i) => (first + i) * step);
}

function bars(values, nth, of, slot, x, y) {
  const width = Math.max(1, (slot * 0.72) / of);
  return values.flatMap((value, i) => {
    if (value === null) return [];
    const top = Math.min(y(value), y(0));
    return [draw('rect', { class: `bar s${nth}`, x: x(i) - slot * 0.36 + nth * width, y: top, width, height: Math.max(1, Math.abs(y(value) - y(0))) })];
  });
}

/** What is not known interrupts the line; a value alone between gaps is a dot. */
function lines(values, nth, x, y) {
  const parts = [[]];
  values.forEach((value, i) => (value === null ? parts.push([]) : parts.at(-1).push([x(i), y(value)])));
  return parts
    .filter((part) => part.length > 0)
    .map((part) =>
      part.length === 1
        ? draw('circle', { class: `dot s${nth}`, cx: part[0][0], cy: part[0][1], r: 3 })
        : draw('polyline', { class: `line s${nth}`, points: part.map((point) => point.map((n) => n.toFixed(1)).join(',')).join(' ') }),
    );
}

const clipped = (label) => (label.length > LABEL ? `${label.slice(0, LABEL - 1)}\u2026` : label);
