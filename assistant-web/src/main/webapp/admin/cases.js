import { el } from '../ui/dom.js';
import * as api from './api.js';
import { momentOfYear, NONE } from './figures.js';
import { language, languages, t } from './i18n.js';
import { area, attempt, button, card, check, choice, confirm, field, form, input, list, note, status, submit, table } from './kit.js';

const STORED = 'stored';

/** The stored cases, and those that the ERP ships. */
export class Cases {
  sets = [];
  languages = [];
  changed = () => {};

  #runAgain;
  #feedback = '';
  #title = el('h2', { tabindex: -1 }, t('newCase'));
  #name = input({ maxlength: 200 });
  #question = area({ maxlength: 4000 });
  #language = choice(languages);
  #type = input();
  #id = input();
  #user = input();
  #roles = input({ value: 'assistant-user' });
  #expected = area();
  #forbidden = area();
  #refusal = check(t('refusalExpected'));
  #from = note('');
  #saved = status();
  #said = status();
  #place = el('div', {});

  constructor(runAgain) {
    this.#runAgain = runAgain;
    this.#language.value = language;
    this.elements = [
      el('section', { class: 'card' }, this.#title, this.#from,
        form(() => this.#save(), el('div', { class: 'whole' }, field(t('question'), this.#question, t('questionHint'))),
          field(t('language'), this.#language), field(t('name'), this.#name, t('mayBeEmpty')), field(t('by.recordType'), this.#type), field(t('recordId'), this.#id),
          field(t('login'), this.#user), field(t('roles'), this.#roles, t('commas')),
          el('div', { class: 'half' }, field(t('expected'), this.#expected, t('linesHint'))), el('div', { class: 'half' }, field(t('forbidden'), this.#forbidden, t('linesHint'))),
          this.#refusal.element, el('div', { class: 'buttons' }, submit(t('storeCase')), button(t('emptyForm'), () => this.#clear()))), this.#saved),
      card(t('cases'), button(t('reloadCases'), () => this.load(), 'link'), this.#said, this.#place),
    ];
  }

  /** Fills in what is known of an answer; what was asked is not stored. */
  begin({ answer, record, user, reason }) {
    this.#clear();
    this.#feedback = answer;
    this.#type.value = record.type;
    this.#id.value = record.id;
    this.#user.value = user;
    this.#from.textContent = reason ? t('fromRating', { user, reason }) : t('fromRatingWithout', { user });
    this.#title.focus();
    this.#title.scrollIntoView({ block: 'start' });
  }

  #clear() {
    this.#feedback = '';
    for (const control of [this.#name, this.#question, this.#type, this.#id, this.#user, this.#expected, this.#forbidden]) control.value = '';
    this.#refusal.box.checked = false;
    this.#from.textContent = '';
    this.#saved.textContent = '';
  }

  async #save() {
    await attempt(this.#saved, async () => {
      const made = await api.addCase({
        ...(this.#feedback ? { feedback: this.#feedback } : {}), ...(this.#name.value.trim() ? { name: this.#name.value.trim() } : {}),
        question: this.#question.value.trim(), language: this.#language.value, record: { type: this.#type.value.trim(), id: this.#id.value.trim() },
        as: { user: this.#user.value.trim(), roles: list(this.#roles.value) },
        expected: marks(this.#expected.value), forbidden: marks(this.#forbidden.value), refusal: this.#refusal.box.checked,
      });
      this.#clear();
      await this.load();
      this.changed();
      return t('caseStored', { name: made.name });
    });
  }

  async load() {
    await attempt(this.#said, async () => {
      const { sets, languages, cases } = await api.cases();
      this.sets = sets;
      this.languages = languages;
      this.#place.replaceChildren(...(cases.length === 0 ? [] : [table(t('cases'),
        [{ text: t('name'), wide: true }, t('set'), { text: t('question'), wide: true }, t('record'), t('login'), { text: t('expected'), wide: true }, t('made'), t('action')], cases.map((one) => this.#row(one)))]));
      return cases.length === 0 ? t('noCases') : t('casesShown', { count: cases.length });
    });
  }

  #row(one) {
    const questions = Object.entries(one.questions);
    const first = questions.find(([of]) => of === language) ?? questions[0];
    const more = questions.filter((each) => each !== first);
    const labelled = (text, act) => {
      const does = button(text, act, 'link');
      does.setAttribute('aria-label', t('namely', { what: text, title: one.name }));
      return does;
    };
    return [
      one.name, one.set, [el('span', { lang: first[0] }, first[1]), more.length > 0 ? ` (+ ${more.map(([other]) => other).join(', ')})` : ''],
      `${one.record.type} ${one.record.id}`, one.as.user, one.refusal ? t('aRefusal') : one.expected.map(mark).join(', ') || NONE,
      one.createdAt ? `${one.createdBy}, ${momentOfYear(one.createdAt)}` : NONE,
      [labelled(t('runAgain'), () => this.#runAgain([one.id], one.name)), ...(one.set === STORED ? [' ', labelled(t('remove'), () => this.#remove(one))] : [])],
    ];
  }

  async #remove({ id, name }) {
    if (!await confirm({ title: t('removeCase', { name }), text: t('removeCaseText'), yes: t('remove') })) return;
    await attempt(this.#said, () => api.removeCase(id).then(() => ''));
    await this.load();
    this.changed();
  }
}

/** One a line; `#daysOverdue` is a value of the record, as answers cite it. */
const marks = (text) => text.split('\n').map((line) => line.trim()).filter(Boolean).map((line) => (line.startsWith('#') ? { field: line.slice(1) } : { value: line }));
const mark = ({ field, value }) => (field === undefined ? value : `#${field}`);
