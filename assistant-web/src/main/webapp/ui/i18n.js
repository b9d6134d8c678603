import en from './i18n/en.js';

const TRANSLATED = ['de', 'fr', 'es', 'it', 'pt'];

/** The words of the panel in one language, and the ways in which that language writes numbers. */
export class Language {
  #messages;
  #plural;

  constructor(tag, messages) {
    this.tag = tag;
    this.#messages = messages;
    this.#plural = new Intl.PluralRules(tag);
    this.text = this.text.bind(this);
  }

  /** Loads the language of a BCP 47 tag such as `de-AT`; English stands in for one that is not there. */
  static async of(tag) {
    const [name] = valid(tag).toLowerCase().split('-');
    if (!TRANSLATED.includes(name)) return new Language(name === 'en' ? valid(tag) : 'en', en);
    const { default: messages } = await import(`./i18n/${name}.js`);
    return new Language(valid(tag), { ...en, ...messages });
  }

  has(key) {
    return Object.hasOwn(this.#messages, key);
  }

  /** The message with its `{placeholders}` filled in; `count` chooses between singular and plural. */
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

  /** Money with cents at least, and with two significant digits where cents would hide it. */
  money({ amount, currency }) {
    try {
      const precise = { maximumSignificantDigits: 2, maximumFractionDigits: 2, roundingPriority: 'morePrecision' };
      return this.number(amount, { style: 'currency', currency, minimumFractionDigits: 2, ...precise });
    } catch {
      return `${amount} ${currency}`;
    }
  }

  /** A date such as `2026-12-01`, which is a day and no moment: no time zone may shift it. */
  date(iso) {
    const day = new Date(`${iso}T00:00:00Z`);
    if (Number.isNaN(day.getTime())) return iso;
    return new Intl.DateTimeFormat(this.tag, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
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
