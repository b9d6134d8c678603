import { tag } from './i18n.js';

// Money stays exact: decimal strings become integers of 10^-9 units, and only drawing turns them into floating-point numbers.

const UNIT = 1_000_000_000n;

export function nanos({ amount }) {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount);
  const value = BigInt(whole) * UNIT + BigInt(fraction.padEnd(9, '0'));
  return sign ? -value : value;
}

export function decimal(nanos) {
  const positive = nanos < 0n ? -nanos : nanos;
  const text = `${positive / UNIT}.${String(positive % UNIT).padStart(9, '0')}`;
  return nanos < 0n ? `-${text}` : text;
}

const format = (options) => new Intl.NumberFormat(tag, options);
const count = format();
const seconds = format({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
const axisSeconds = format({ maximumFractionDigits: 1 });
// The sign of the SI, which is the same in all languages.
const SECOND = '\u00a0s';
const tenths = format({ style: 'unit', unit: 'percent', maximumFractionDigits: 1 });
const shares = format({ style: 'unit', unit: 'percent', maximumFractionDigits: 3 });

export const NONE = '–';

const CENTS = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
const TWO_DIGITS = { maximumSignificantDigits: 2, roundingPriority: 'morePrecision' };

/** Cents, and two significant digits where cents would hide it. */
export function money(nanos, currency) {
  const small = nanos !== 0n && nanos < UNIT / 10n && nanos > -UNIT / 10n;
  return format({ style: 'currency', currency, ...CENTS, ...(small ? TWO_DIGITS : {}) }).format(decimal(nanos));
}

/** An amount as the API writes it; the words for null are the caller's. */
export const amount = (cost, unknown = NONE) => (cost ? money(nanos(cost), cost.currency) : unknown);

/** A price as the price file has it, with all its digits. */
export const price = (text, currency) => format({ style: 'currency', currency, minimumFractionDigits: 2, maximumFractionDigits: 9 }).format(text);

/** Beside an axis: no more digits than the step needs. */
export function axisMoney(value, currency) {
  const digits = value === 0 || value >= 10 ? 0 : 2;
  return format({ style: 'currency', currency, maximumSignificantDigits: 3, minimumFractionDigits: 0, maximumFractionDigits: digits, roundingPriority: 'morePrecision' }).format(value);
}

export const whole = (number) => count.format(number);
export const span = (milliseconds) => (milliseconds === null ? NONE : seconds.format(milliseconds / 1000) + SECOND);
export const percent = (share) => (share === null ? NONE : shares.format(share));
export const axisPercent = (share) => tenths.format(share);
export const axisSpan = (milliseconds) => axisSeconds.format(milliseconds / 1000) + SECOND;

const dates = (options) => new Intl.DateTimeFormat(tag, options);
const clock = dates({ day: '2-digit', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' });
const timeOfDay = dates({ timeStyle: 'medium' });
const fullMoment = dates({ dateStyle: 'medium', timeStyle: 'short' });
const monthName = dates({ month: 'long', year: 'numeric', timeZone: 'UTC' });
const dateName = dates({ dateStyle: 'long', timeZone: 'UTC' });
const shortDate = dates({ dateStyle: 'medium', timeZone: 'UTC' });
const dayName = dates({ month: 'short', day: 'numeric', timeZone: 'UTC' });

/** To the second; of the year that runs, or nearly so. */
export const moment = (instant) => clock.format(new Date(instant));
/** To the minute, of any year. */
export const momentOfYear = (instant) => fullMoment.format(new Date(instant));
export const time = (date) => timeOfDay.format(date);
export const monthText = (month) => monthName.format(new Date(`${month}-01T00:00:00Z`));
/** Of any year, such as 1 December 2026. */
export const day = (date) => dateName.format(new Date(`${date}T00:00:00Z`));
/** The same in a table. */
export const date = (date) => shortDate.format(new Date(`${date}T00:00:00Z`));
export const dayText = (day) => dayName.format(new Date(`${day}T00:00:00Z`));

/** All days of a month such as 2026-11. */
export function daysOf(month) {
  const [year, number] = month.split('-').map(Number);
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length }, (_, i) => `${month}-${String(i + 1).padStart(2, '0')}`);
}

/** This month and the ones before it, newest first. */
export function monthsBefore(month, howMany) {
  const [year, number] = month.split('-').map(Number);
  return Array.from({ length: howMany }, (_, i) => new Date(Date.UTC(year, number - 1 - i, 1)).toISOString().slice(0, 7));
}

/** The day at the reader's desk; the server's months are in the company's zone, which is the same place or nearly so. */
export function localDay(now = new Date()) {
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

/** The moment at which a day begins at the reader's desk; so many days later. */
export function startOf(day, later = 0) {
  const [year, month, number] = day.split('-').map(Number);
  return new Date(year, month - 1, number + later).toISOString();
}
