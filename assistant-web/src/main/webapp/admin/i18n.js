// The reader's language, found before any other module of the page runs.

const NAMES = { en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español', it: 'Italiano', pt: 'Português' };
const KEPT = 'erp-assistant-admin-language';

const base = (tag) => tag.slice(0, 2).toLowerCase();

function kept() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function chosen() {
  const asked = new URLSearchParams(location.search).get('lang');
  const wanted = [asked, kept(), ...navigator.languages].find((tag) => tag && Object.hasOwn(NAMES, base(tag))) ?? 'en';
  // With the reader's own region for numbers and dates, if it is one of that language.
  return navigator.languages.find((tag) => base(tag) === base(wanted)) ?? base(wanted);
}

/** For numbers and dates, such as de-CH. */
export const tag = chosen();
/** Of the texts, such as de. */
export const language = base(tag);

const { default: messages } = await import(`./i18n/${language}.js`);
const plural = new Intl.PluralRules(tag);
const number = new Intl.NumberFormat(tag);

/** Fills in `{placeholders}`; `count` chooses between singular and plural. */
export function t(key, values = {}) {
  const message = messages[key];
  if (message === undefined) throw new Error(`no text ${key}`);
  const form = typeof message === 'string' ? message : message[plural.select(values.count)] ?? message.other;
  return form.replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === 'number' ? number.format(values[name]) : String(values[name])));
}

/** The text of a word of a closed set; the word itself if the server knows more of them than this page. */
export const word = (set, name) => messages[`${set}.${name}`] ?? name.replaceAll('-', ' ');

/** Several words, such as `a, b or c`. */
export const anyOf = (words) => new Intl.ListFormat(tag, { type: 'disjunction' }).format(words);

export const languages = Object.entries(NAMES);

/** Opens the page in another language, and the next time as well. */
export function change(to) {
  try {
    localStorage.setItem(KEPT, to);
  } catch {
    // Then only the address knows.
  }
  const here = new URL(location.href);
  here.searchParams.set('lang', to);
  location.assign(here);
}
