import { el } from '../ui/dom.js';
import * as api from './api.js';
import { NONE } from './figures.js';
import { t, word } from './i18n.js';
import { attempt, card, chip, field, form, input, list, note, status, submit, table } from './kit.js';

/** What somebody else's assistant would get of a record, and which record types come from mapping files. */
export class Permissions {
  #user = input();
  #roles = input();
  #type = input();
  #id = input();
  #said = status();
  #seen = el('div', {});
  #files = el('div', {});
  #filesSaid = status();
  #source = input({ value: 'jdbc/erp' });
  #tableName = input();
  #described = status();
  #proposal = el('div', {});

  constructor() {
    this.elements = [
      card(t('rehearsal'), null, note(t('rehearsalNote')),
        form(() => this.#rehearse(), field(t('login'), this.#user), field(t('roles'), this.#roles, t('commas')), field(t('by.recordType'), this.#type), field(t('recordId'), this.#id),
          el('div', { class: 'buttons' }, submit(t('rehearse')))), this.#said, this.#seen),
      card(t('mappings'), null, note(t('mappingsNote')), this.#filesSaid, this.#files),
      card(t('describe'), null, note(t('describeNote')),
        form(() => this.#describe(), field(t('dataSource'), this.#source), field(t('tableName'), this.#tableName), el('div', { class: 'buttons' }, submit(t('propose')))),
        this.#described, this.#proposal),
    ];
  }

  async load() {
    await attempt(this.#filesSaid, async () => {
      const files = await api.mappings();
      if (files.length === 0) return t('noMappings');
      this.#files.replaceChildren(table(t('mappings'), [t('file'), t('by.recordType'), t('state'), { text: t('problems'), wide: true }], files.map(({ file, type, inForce, problems }) =>
        [el('code', {}, file), type || NONE, [chip(t(inForce ? 'inForce' : 'notInForce'), inForce ? 'good' : 'bad')], problems.join('; ') || NONE])));
    });
  }

  async #rehearse() {
    this.#seen.replaceChildren();
    await attempt(this.#said, async () => {
      const context = await api.rehearsal({ user: this.#user.value.trim(), role: list(this.#roles.value), type: this.#type.value.trim(), id: this.#id.value.trim() });
      this.#seen.replaceChildren(...seen(context));
      const { user, roles } = context.as;
      return t('rehearsed', { record: context.record.label, user, roles: roles.join(', ') || t('noRole'), count: context.fields.length, tokens: context.estimatedTokens });
    });
  }

  async #describe() {
    this.#proposal.replaceChildren();
    await attempt(this.#described, async () => {
      const proposal = await api.describe(this.#source.value.trim(), this.#tableName.value.trim());
      this.#proposal.replaceChildren(text(t('proposal'), JSON.stringify(proposal, null, 2)));
      return t('pruneIt');
    });
  }
}

const text = (name, content) => el('pre', { tabindex: 0, role: 'region', 'aria-label': name }, content);

function seen({ fields, leftOut, withheld, actions }) {
  return [
    el('h3', {}, t('wouldBeSent')),
    fields.length === 0 ? note(t('nothing')) : table(t('wouldBeSent'), [t('fieldId'), t('label'), { text: t('value'), wide: true }, t('sensitivity')],
      fields.map(({ id, label, value, sensitivity, masked }) =>
        [el('code', {}, id), label, value, [word('sensitivity', sensitivity), masked ? `, ${t('masked')}` : ''].join('')])),
    el('h3', {}, t('leftOut')), without(t('leftOut'), leftOut),
    el('h3', {}, t('withheld')), without(t('withheld'), withheld),
    el('h3', {}, t('offered')), actions.length === 0 ? note(t('nothing')) : el('ul', {}, ...actions.map(({ label, question }) => el('li', {}, label === question ? label : `${label}: ${question}`))),
  ];
}

/** What is not sent, and why; for the templates as well. */
export function without(name, entries) {
  if (entries.length === 0) return note(t('nothing'));
  return table(name, [t('fieldId'), t('label'), { text: t('reason'), wide: true }], entries.map(({ id, label, reason }) => [el('code', {}, id), label, reason]));
}
