import { el } from '../ui/dom.js';
import * as api from './api.js';
import { amount, localDay, momentOfYear, span, startOf } from './figures.js';
import { t, word } from './i18n.js';
import { attempt, card, chip, choice, field, form, input, note, status, submit, table } from './kit.js';

const PAGE = 100;
const OUTCOMES = ['end', 'length', 'refusal', 'truncated', 'stopped', 'timeout', 'failed', 'budget-reached', 'open'];
const WELL = ['end', 'length', 'refusal', 'open'];

/** Who asked about what, when, and how it ended. */
export class Audit {
  #user = input();
  #type = input();
  #id = input();
  #department = input();
  #model = input();
  #from = el('input', { type: 'date', value: `${localDay().slice(0, 8)}01` });
  #to = el('input', { type: 'date', value: localDay() });
  #outcome = choice([['', t('any')], ...OUTCOMES.map((outcome) => [outcome, word('outcome', outcome)])]);
  #said = status();
  #place = el('div', {});
  #more = el('button', { type: 'button', class: 'plain', hidden: true, click: () => this.#page() }, t('olderQuestions'));
  #file = el('a', { class: 'plain', download: '' }, t('asCsv'));
  #rows = [];
  #search = {};

  constructor() {
    this.element = card(t('whoAskedWhat'), null, note(t('auditNote')),
      form(() => this.load(), field(t('fromDay'), this.#from), field(t('toDay'), this.#to), field(t('user'), this.#user), field(t('by.recordType'), this.#type),
        field(t('recordId'), this.#id), field(t('by.department'), this.#department), field(t('by.model'), this.#model), field(t('result'), this.#outcome),
        el('div', { class: 'buttons' }, submit(t('search')), this.#file)),
      this.#said, this.#place, this.#more);
  }

  async load() {
    this.#search = {
      from: this.#from.value && startOf(this.#from.value), to: this.#to.value && startOf(this.#to.value, 1), user: this.#user.value.trim(),
      type: this.#type.value.trim(), id: this.#id.value.trim(), department: this.#department.value.trim(), model: this.#model.value.trim(),
      outcome: this.#outcome.value,
    };
    this.#file.href = api.auditAddress(this.#search);
    this.#rows = [];
    this.#place.replaceChildren();
    await this.#page();
  }

  async #page() {
    await attempt(this.#said, async () => {
      const found = await api.audit(this.#search, this.#rows.length, PAGE);
      this.#rows.push(...found);
      this.#more.hidden = found.length < PAGE;
      if (this.#rows.length === 0) return t('nothingFound');
      this.#place.replaceChildren(table(t('whoAskedWhat'),
        [...['time', 'user', 'by.department', 'record', 'prepared', 'result', 'by.model', 'sentTo'].map((key) => t(key)),
          ...['cost', 'total'].map((key) => ({ text: t(key), number: true }))], this.#rows.map(row)));
      return t('questionsFound', { count: this.#rows.length });
    });
  }
}

function row(one) {
  return [
    momentOfYear(one.askedAt), one.user, one.department, `${one.recordType} ${one.recordId}`, one.action,
    [chip(word('outcome', one.outcome), WELL.includes(one.outcome) ? 'good' : one.outcome === 'stopped' ? 'mute' : 'bad'), one.source ? ` ${word('source', one.source)}` : ''],
    one.model, one.sentTo.length === 0 ? (one.outcome === 'open' ? '' : t('nobody')) : one.sentTo.join(', '),
    amount(one.cost, one.outcome === 'open' ? '' : t('notKnown')), span(one.totalMs),
  ];
}
