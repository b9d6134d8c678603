const locale = navigator.language || 'en';
const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
const countries = new Intl.DisplayNames('en', { type: 'region' });
const languages = new Intl.DisplayNames('en', { type: 'language' });

/** A calendar date such as 2026-11-20; undefined stays undefined. */
export const date = (text) => text && dates.format(new Date(`${text}T00:00:00Z`));

/** The shown value comes from the server as an exact decimal; nothing is computed with it here. */
export const money = (amount, currency) => amount === undefined ? undefined
  : new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount);

export const number = (value) => value === undefined ? undefined : numbers.format(value);
export const percent = (value) => value === undefined ? undefined : `${numbers.format(value)} %`;
export const days = (count) => count === 1 ? '1 day' : `${numbers.format(count)} days`;
export const country = (code) => countries.of(code);
export const language = (code) => languages.of(code);

const chips = {
  CREDIT_HOLD: 'warn', OVERDUE: 'bad', DISPUTED: 'warn', PAID: 'good', DELIVERED: 'good', 'Credit hold': 'warn', Active: 'good',
  LATE: 'warn', SHIPPED: 'good', HELD: 'warn', FINISHED: 'good', RELEASED: 'good', PROPOSED: 'warn', Short: 'bad',
  'Below safety stock': 'warn', Available: 'good', Overdue: 'bad', Unconfirmed: 'warn', 'Due soon': 'warn', Received: 'good',
  'Waiting for approval': 'warn', 'Over budget': 'warn', 'Within budget': 'good', 'Under review': 'warn', Approved: 'good',
  STOPPED: 'bad', WARNED: 'warn', PASSED: 'good',
};
export const chip = (code) => `chip ${chips[code] ?? ''}`.trim();

/** A number with its unit as a rule compares them: a currency, a percentage or what is counted. */
export const measure = (value) => value === undefined ? undefined
  : value.unit === '%' ? percent(value.amount)
    : /^[A-Z]{3}$/.test(value.unit) ? money(value.amount, value.unit)
      : `${number(value.amount)} ${Number(value.amount) === 1 ? value.unit.replace(/^days\b/, 'day') : value.unit}`;
