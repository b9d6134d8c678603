const TRANSLATED = ['en', 'de', 'fr', 'es', 'it', 'pt'];

export class Language {
  #messages;
  #plural;

  constructor(tag, messages) {
    this.tag = tag;
    this.#messages = messages;
    this.#plural = new Intl.PluralRules(tag);
    this.text = this.text.bind(this);
    this.number = this.number.bind(this);
  }

  /** The language of a BCP 47 tag, or English. */
  static async of(tag) {
    const known = TRANSLATED.includes(valid(tag).slice(0, 2)) ? valid(tag) : 'en';
    const { default: messages } = await import(`./i18n/${known.slice(0, 2)}.js`);
    return new Language(known, messages);
  }

  has(key) {
    return Object.hasOwn(this.#messages, key);
  }

  /** Fills in `{placeholders}`; `count` chooses between singular and plural. */
  text(key, values = {}) {
    const message = this.#messages[key];
    const form = typeof message === 'string' ? message : message[this.#plural.select(values.count)] ?? message.other;
    return form.replace(/\{(\w+)\}/g, (_, name) => this.#shown(values[name]));
  }

  number(value, options) {
    return new Intl.NumberFormat(this.tag, options).format(value);
  }

  seconds(milliseconds) {
    const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
    return this.number(milliseconds / 1000, { style: 'unit', unit: 'second', unitDisplay: 'short', ...digits });
  }

  /** Cents at least, two significant digits where cents would hide it. */
  money({ amount, currency }) {
    try {
      const precise = { maximumSignificantDigits: 2, maximumFractionDigits: 2, roundingPriority: 'morePrecision' };
      return this.number(amount, { style: 'currency', currency, minimumFractionDigits: 2, ...precise });
    } catch {
      return `${amount} ${currency}`;
    }
  }

  /** A day is no moment: no time zone may shift it. */
  date(iso) {
    const day = new Date(`${iso}T00:00:00Z`);
    if (Number.isNaN(day.getTime())) return iso;
    return new Intl.DateTimeFormat(this.tag, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
  }

  moment(iso) {
    const moment = new Date(iso);
    if (Number.isNaN(moment.getTime())) return '';
    return new Intl.DateTimeFormat(this.tag, { dateStyle: 'medium', timeStyle: 'short' }).format(moment);
  }

  #shown(value) {
    return typeof value === 'number' ? this.number(value) : String(value);
  }
}

function valid(tag) {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

const FINAL = ['not-allowed', 'record-not-available', 'budget-reached', 'switched-off', 'question-invalid', 'too-large'];

/** What happened, what still works, when to try again. */
export function problemText(problem, language) {
  const { code, resetDate, retryAfter, detail } = problem;
  const when = waitText(retryAfter, language);
  if (code === 'budget-reached') {
    return resetDate
      ? language.text('problem.budget-reached', { date: language.date(resetDate) })
      : language.text('problem.budget-reached-undated');
  }
  const key = `problem.${code}`;
  if (language.has(key)) return language.text(key, { when });
  return detail || language.text('problem.internal', { when });
}

export const retryHelps = ({ code }) => !FINAL.includes(code);

function waitText(seconds, language) {
  if (seconds === null || seconds <= 0) return language.text('soon');
  if (seconds < 120) return language.text('inSeconds', { count: Math.ceil(seconds) });
  return language.text('inMinutes', { count: Math.ceil(seconds / 60) });
}
