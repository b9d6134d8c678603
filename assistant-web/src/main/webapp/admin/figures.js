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

const count = new Intl.NumberFormat('en');
const seconds = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const tenths = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const shares = new Intl.NumberFormat('en', { maximumFractionDigits: 3 });

export const NONE = '–';

/** Cents at least, two significant digits where cents would hide it. */
export function money(nanos, currency) {
  const precise = { maximumSignificantDigits: 2, maximumFractionDigits: 2, roundingPriority: 'morePrecision' };
  return new Intl.NumberFormat('en', { style: 'currency', currency, minimumFractionDigits: 2, ...precise }).format(decimal(nanos));
}

/** Beside an axis: no more digits than the step needs. */
export function axisMoney(value, currency) {
  const digits = value === 0 || value >= 10 ? 0 : 2;
  return new Intl.NumberFormat('en', { style: 'currency', currency, maximumSignificantDigits: 3, minimumFractionDigits: 0, maximumFractionDigits: digits, roundingPriority: 'morePrecision' }).format(value);
}

export const whole = (number) => count.format(number);
/** `1 error`, `2 errors`. */
export const times = (number, one, more = `${one}s`) => `${count.format(number)} ${number === 1 ? one : more}`;
export const span = (milliseconds) => (milliseconds === null ? NONE : `${seconds.format(milliseconds / 1000)} s`);
export const percent = (share) => (share === null ? NONE : `${shares.format(share)} %`);
export const axisPercent = (share) => `${tenths.format(share)} %`;
export const axisSpan = (milliseconds) => `${tenths.format(milliseconds / 1000)} s`;

const clock = new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' });
const monthName = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const dateName = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const dayName = new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric', timeZone: 'UTC' });

export const moment = (instant) => clock.format(new Date(instant));
export const monthText = (month) => monthName.format(new Date(`${month}-01T00:00:00Z`));
/** Of any year, such as 1 December 2026. */
export const day = (date) => dateName.format(new Date(`${date}T00:00:00Z`));
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
