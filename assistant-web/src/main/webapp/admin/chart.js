import { el } from '../ui/dom.js';
import { dayText, NONE } from './figures.js';
import { t } from './i18n.js';

const SVG = 'http://www.w3.org/2000/svg';
const HEIGHT = 210;
const MARGIN = { top: 18, right: 14, bottom: 26, left: 64 };

function svg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Round steps from 0 that reach the largest value, four or five of them. */
export function ticks(largest) {
  if (!(largest > 0)) return [0, 1];
  const rough = largest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough);
  const count = Math.ceil(largest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, i) => i * step);
}

/**
 * A chart over the days of a month with its legend, a sentence that says the same, a readout for the arrow keys, and a table.
 *
 * series: [{ name, look, values, bars }], values by day, null where nothing is known; look is a, b or c.
 * reference: { name, value, grows } or null; grows if the series come up to it from nothing. axis, exact: how a value is worded beside the axis and in table and readout.
 */
export class Chart {
  #options;
  #figure = el('div', { class: 'plot' });
  #readout = el('p', { class: 'readout', role: 'status' });
  #table = el('div', { class: 'scroll', hidden: true, tabindex: 0, role: 'region' });
  #at = -1;
  #width = 0;

  constructor(options) {
    this.#options = options;
    this.#table.setAttribute('aria-label', t('byDay', { title: options.title }));
    this.element = this.#card();
    new ResizeObserver(([entry]) => this.#resized(Math.floor(entry.contentRect.width))).observe(this.#figure);
  }

  #card() {
    const { title, series, summary } = this.#options;
    const asTable = el('button', { type: 'button', class: 'link', 'aria-expanded': 'false', click: () => this.#toggle(asTable) }, t('asTable'));
    asTable.setAttribute('aria-label', t('namely', { what: t('asTable'), title }));
    const legend = el('ul', { class: 'legend' }, ...series.map(({ name, look, bars }) =>
      el('li', {}, el('span', { class: `key ${look}${bars ? ' bar-key' : ''}`, 'aria-hidden': 'true' }), name)));
    return el('section', { class: 'card chart' },
      el('div', { class: 'card-head' }, el('h2', {}, title), asTable), legend, this.#figure, this.#readout, this.#table,
      el('p', { class: 'summary' }, summary));
  }

  #toggle(button) {
    const show = this.#table.hidden;
    if (show && !this.#table.hasChildNodes()) this.#table.append(this.#rows());
    this.#table.hidden = !show;
    this.#figure.hidden = show;
    button.setAttribute('aria-expanded', String(show));
    button.textContent = t(show ? 'asChart' : 'asTable');
    button.setAttribute('aria-label', t('namely', { what: button.textContent, title: this.#options.title }));
  }

  #rows() {
    const { days, series, exact } = this.#options;
    const known = days.map((day, i) => i).filter((i) => series.some(({ values }) => values[i] !== null));
    const head = el('tr', {}, el('th', { scope: 'col' }, t('day')), ...series.map(({ name }) => el('th', { scope: 'col', class: 'number' }, name)));
    const body = known.map((i) => el('tr', {}, el('th', { scope: 'row' }, dayText(days[i])),
      ...series.map(({ values, worded }) => el('td', { class: 'number' }, this.#worded(values[i], worded?.[i], exact)))));
    return el('table', {}, el('thead', {}, head), el('tbody', {}, ...body));
  }

  #worded(value, worded, exact) {
    return value === null ? NONE : worded ?? exact(value);
  }

  #resized(width) {
    if (width > 0 && width !== this.#width) {
      this.#width = width;
      this.#draw();
    }
  }

  #draw() {
    const { days, series, reference, axis, title, summary } = this.#options;
    const known = series.flatMap(({ values }) => values).filter((value) => value !== null);
    const steps = ticks(Math.max(0, reference?.value ?? 0, ...known));
    const box = { width: this.#width - MARGIN.left - MARGIN.right, height: HEIGHT - MARGIN.top - MARGIN.bottom };
    this.x = (i) => MARGIN.left + (box.width * (i + 0.5)) / days.length;
    this.y = (value) => MARGIN.top + box.height * (1 - value / steps.at(-1));
    const drawing = svg('svg', {
      viewBox: `0 0 ${this.#width} ${HEIGHT}`, width: this.#width, height: HEIGHT, role: 'img', tabindex: '0',
      'aria-label': t('chartLabel', { title, summary }),
    });
    for (const step of steps) drawing.append(...this.#gridLine(step, axis(step)));
    drawing.append(...this.#dayLabels(days, box.width));
    const bars = series.filter((one) => one.bars);
    bars.forEach((one, nth) => drawing.append(...this.#bars(one, nth, bars.length, box.width / days.length)));
    series.filter((one) => !one.bars).forEach((one) => drawing.append(...this.#line(one)));
    if (reference) drawing.append(...this.#reference(reference));
    this.marker = svg('line', { class: 'marker', y1: MARGIN.top, y2: HEIGHT - MARGIN.bottom, x1: -9, x2: -9 });
    drawing.append(this.marker);
    drawing.addEventListener('keydown', (event) => this.#key(event));
    drawing.addEventListener('pointermove', (event) => this.#pointed(drawing, event));
    drawing.addEventListener('blur', () => this.#read(-1));
    this.#figure.replaceChildren(drawing);
  }

  #gridLine(step, label) {
    const y = this.y(step);
    return [
      svg('line', { class: 'grid', x1: MARGIN.left, x2: this.#width - MARGIN.right, y1: y, y2: y }),
      svg('text', { class: 'tick', x: MARGIN.left - 8, y: y + 4, 'text-anchor': 'end' }, label),
    ];
  }

  #dayLabels(days, width) {
    const every = Math.ceil(days.length / Math.max(2, Math.floor(width / 70)));
    return days.flatMap((day, i) => (i % every === 0
      ? [svg('text', { class: 'tick', x: this.x(i), y: HEIGHT - 8, 'text-anchor': 'middle' }, dayText(day))]
      : []));
  }

  /** Days without a value interrupt the line; one alone between them is a dot. */
  #line({ values, look }) {
    const parts = [[]];
    values.forEach((value, i) => (value === null ? parts.push([]) : parts.at(-1).push([this.x(i), this.y(value)])));
    return parts.filter((part) => part.length > 0).map((part) => (part.length === 1
      ? svg('circle', { class: `dot ${look}`, cx: part[0][0], cy: part[0][1], r: 3 })
      : svg('polyline', { class: `line ${look}`, points: part.map((point) => point.map((n) => n.toFixed(1)).join(',')).join(' ') })));
  }

  #bars({ values, look }, nth, of, slot) {
    const width = Math.max(1, (slot * 0.7) / of);
    return values.flatMap((value, i) => {
      if (!(value > 0)) return [];
      const top = Math.min(this.y(value), this.y(0) - 1);
      return [svg('rect', { class: `bar ${look}`, x: this.x(i) - slot * 0.35 + nth * width, y: top, width, height: this.y(0) - top })];
    });
  }

  #reference({ name, value, grows }) {
    const y = this.y(value);
    return [
      svg('line', { class: 'reference', x1: MARGIN.left, x2: this.#width - MARGIN.right, y1: y, y2: y }),
      // On the right, where a month that runs has nothing yet; what grows towards the line leaves room on the left.
      grows
        ? svg('text', { class: 'reference-name', x: MARGIN.left + 4, y: y - 5 }, name)
        : svg('text', { class: 'reference-name', x: this.#width - MARGIN.right - 4, y: y - 5, 'text-anchor': 'end' }, name),
    ];
  }

  #key(event) {
    const last = this.#options.days.length - 1;
    const next = { ArrowRight: this.#at + 1, ArrowLeft: this.#at < 0 ? last : this.#at - 1, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.#read(Math.max(0, Math.min(last, next)));
  }

  #pointed(drawing, event) {
    const box = drawing.getBoundingClientRect();
    const days = this.#options.days.length;
    const i = Math.floor(((event.clientX - box.left - MARGIN.left) / (box.width - MARGIN.left - MARGIN.right)) * days);
    this.#read(i >= 0 && i < days ? i : -1);
  }

  #read(i) {
    if (i === this.#at) return;
    this.#at = i;
    const { days, series, exact } = this.#options;
    this.marker.setAttribute('x1', i < 0 ? -9 : this.x(i));
    this.marker.setAttribute('x2', i < 0 ? -9 : this.x(i));
    this.#readout.textContent = i < 0 ? '' : `${dayText(days[i])}: ${series
      .map(({ name, values, worded }) => `${name} ${this.#worded(values[i], worded?.[i], exact)}`).join(', ')}`;
  }
}
