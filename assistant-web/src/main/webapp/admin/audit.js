import { el } from '../ui/dom.js';
import * as api from './api.js';
import { amount, localDay, momentOfYear, NONE, span, startOf, whole } from './figures.js';
import { t, word } from './i18n.js';
import { attempt, button, card, chip, choice, field, form, input, note, status, submit, table } from './kit.js';

const PAGE = 100;
const OUTCOMES = ['end', 'length', 'refusal', 'truncated', 'stopped', 'timeout', 'failed', 'budget-reached', 'open'];
const WELL = ['end', 'length', 'refusal', 'open'];

const COLUMNS = 10;

/** Who asked about what, when, how it ended, and which fields were sent to whom for it. */
export class Audit {
  #user = input();
  #type = input();
  #id = input();
  #department = input();
  #model = input();
  #field = input();
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
        field(t('fieldSent'), this.#field, t('fieldSentHint')), el('div', { class: 'buttons' }, submit(t('search')), this.#file)),
      this.#said, this.#place, this.#more);
  }

  async load() {
    this.#search = {
      from: this.#from.value && startOf(this.#from.value), to: this.#to.value && startOf(this.#to.value, 1), user: this.#user.value.trim(),
      type: this.#type.value.trim(), id: this.#id.value.trim(), department: this.#department.value.trim(), model: this.#model.value.trim(),
      outcome: this.#outcome.value, field: this.#field.value.trim(),
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
        [...['time', 'user', 'by.department', 'record', 'result', 'by.model', 'sentTo'].map((key) => t(key)),
          ...['values', 'cost', 'total'].map((key) => ({ text: t(key), number: true }))], this.#rows.flatMap((one) => row(one))));
      return t('questionsFound', { count: this.#rows.length });
    });
  }
}

/** A question, and below it the names of what its prompt held, which are read when it is opened first. */
function row(one) {
  const place = el('div', {});
  const said = status();
  const cell = el('td', { colspan: COLUMNS });
  const details = el('tr', { class: 'details', id: `question-${one.call}`, hidden: true }, cell);
  let known = false;
  const opener = button(momentOfYear(one.askedAt), () => {
    details.hidden = !details.hidden;
    opener.setAttribute('aria-expanded', String(!details.hidden));
    if (!details.hidden && !known) reading();
  }, 'link');
  const reading = () => {
    cell.append(said, place);
    return attempt(said, async () => {
      place.replaceChildren(...held(await api.question(one.call)));
      known = true;
    });
  };
  opener.setAttribute('aria-expanded', 'false');
  opener.setAttribute('aria-controls', details.id);
  const cells = [
    opener, one.user, one.department, [`${one.recordType} ${one.recordId}`, one.action && el('span', { class: 'under' }, one.action)],
    [chip(word('outcome', one.outcome), WELL.includes(one.outcome) ? 'good' : one.outcome === 'stopped' ? 'mute' : 'bad'), one.source ? ` ${word('source', one.source)}` : ''],
    one.model, receivers(one), values(one), amount(one.cost, one.outcome === 'open' ? '' : t('notKnown')), span(one.totalMs),
  ];
  return [
    el('tr', {}, ...cells.map((cell, i) => el(i === 0 ? 'th' : 'td', { scope: i === 0 ? 'row' : null, class: i >= COLUMNS - 3 ? 'number' : null }, ...[cell].flat().filter(Boolean)))),
    details,
  ];
}

const receivers = ({ sentTo, outcome }) =>
  sentTo.length === 0 ? (outcome === 'open' ? '' : t('nobody')) : sentTo.map(({ provider, region }) => (region ? `${provider} (${region})` : provider)).join(', ');

function values({ values, masked }) {
  if (values === null) return t('notKnown');
  return masked > 0 ? t('valuesMasked', { count: values, masked }) : whole(values);
}

/** The names as the server tells them: ids and labels, never values; who had which, unless all of them had all. */
function held({ call, fields, requests, sentTo, template, outcome }) {
  const said = note(sentTo.length === 0 ? t('neverSent') : t('wasSentTo', { who: receivers({ sentTo }), template }));
  if (fields === null) return [said, note(t('namesNotKnown'))];
  if (fields.length === 0) return [said, note(t('nothing'))];
  const differ = fields.some((field) => requests.length > 0 && field.requests.length < requests.length);
  const had = (field) => receivers({ sentTo: named(requests.filter(({ attempt }) => field.requests.includes(attempt))), outcome }) || NONE;
  return [said, ...(differ ? [note(t('notEachHadAll'))] : []),
    table(t('promptOf', { id: call }), [t('fieldId'), t('label'), t('state'), ...(differ ? [t('sentTo'), t('requests')] : []), { text: t('rows'), wide: true }],
      fields.map((field) => [el('code', {}, field.id), field.label, field.masked ? chip(t('masked')) : NONE, ...(differ ? [had(field), field.requests.join(', ') || NONE] : []),
        field.rows.join(', ') || NONE]))];
}

/** Each receiver once. */
const named = (requests) => [...new Map(requests.map((request) => [`${request.provider} ${request.region}`, request])).values()];
