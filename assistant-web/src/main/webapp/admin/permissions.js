import { el } from '../ui/dom.js';
import * as api from './api.js';
import { NONE } from './figures.js';
import { t, word } from './i18n.js';
import { attempt, card, chip, field, form, input, list, note, status, submit, table } from './kit.js';

/** What somebody else's assistant would get of a record or a list, and which record types come from mapping files. */
export class Permissions {
  #user = input();
  #roles = input();
  #type = input();
  #id = input();
  #rows = input();
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
        form(() => this.#rehearse(), field(t('login'), this.#user), field(t('roles'), this.#roles, t('commas')), field(t('by.recordType'), this.#type),
          field(t('recordId'), this.#id, t('emptyForList')), field(t('whichRows'), this.#rows, t('whichRowsHint')),
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
      const asked = { user: this.#user.value.trim(), role: list(this.#roles.value), type: this.#type.value.trim() };
      const id = this.#id.value.trim();
      const context = await (id === '' ? api.rehearsalOfList({ ...asked, query: this.#rows.value.trim() }) : api.rehearsal({ ...asked, id }));
      this.#seen.replaceChildren(...(id === '' ? seenList(context) : seen(context)));
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
  return [el('h3', {}, t('wouldBeSent')), values(t('wouldBeSent'), fields), ...kept(leftOut, withheld, actions)];
}

function values(name, fields) {
  return fields.length === 0 ? note(t('nothing')) : table(name, [t('fieldId'), t('label'), { text: t('value'), wide: true }, t('sensitivity')],
    fields.map((field) => [el('code', {}, field.id), field.label, field.value, [word('sensitivity', field.sensitivity), masked(field)].join('')]));
}

const masked = (field) => (field.masked ? `, ${t('masked')}` : '');

function kept(leftOut, withheld, actions) {
  return [
    el('h3', {}, t('leftOut')), without(t('leftOut'), leftOut),
    el('h3', {}, t('withheld')), without(t('withheld'), withheld),
    el('h3', {}, t('offered')), actions.length === 0 ? note(t('nothing')) : el('ul', {}, ...actions.map(({ label, question }) => el('li', {}, label === question ? label : `${label}: ${question}`))),
  ];
}

/** A list: its rows as on its screen, then what is told beside them. */
function seenList({ fields, leftOut, withheld, actions, columns }) {
  const ofRows = fields.filter(({ id }) => id.startsWith('rows.') && id.split('.').length === 3);
  const ofGroups = fields.filter(({ id }) => id.startsWith('groups.') && id.split('.').length === 3);
  return [
    el('h3', {}, t('listRows')), grid(t('listRows'), ofRows),
    ...(ofGroups.length === 0 ? [] : [el('h3', {}, t('listGroups')), grid(t('listGroups'), ofGroups)]),
    el('h3', {}, t('listFigures')), values(t('listFigures'), fields.filter((field) => !ofRows.includes(field) && !ofGroups.includes(field))),
    el('h3', {}, t('listColumns')), table(t('listColumns'), [t('fieldId'), t('label'), t('sensitivity'), { text: t('filteredBy'), wide: true }, t('sortedBy'), t('countedBy'), t('addedUp')],
      columns.map(({ id, label, sensitivity, filter, choices, sort, group, aggregates }) =>
        [el('code', {}, id), label, word('sensitivity', sensitivity), (choices.length > 0 ? choices : filter).join(', ') || NONE, sort ? t('yes') : t('no'), group ? t('yes') : t('no'), aggregates.join(', ') || NONE])),
    ...kept(together(leftOut), withheld, actions),
  ];
}

/** Values as a table: a row for each second part of their ids, a column for each third. */
function grid(name, fields) {
  if (fields.length === 0) return note(t('nothing'));
  const labels = new Map();
  const rows = new Map();
  for (const field of fields) {
    const [, row, column] = field.id.split('.');
    labels.set(column, field.label);
    rows.set(row, (rows.get(row) ?? new Map()).set(column, `${field.value}${masked(field)}`));
  }
  return table(name, [t('listRow'), ...labels.values()],
    [...rows].map(([key, cells]) => [el('code', {}, key), ...[...labels.keys()].map((column) => cells.get(column) ?? NONE)]));
}

/** What is left out of each row alike, in one line. */
function together(leftOut) {
  const lines = new Map();
  for (const { id, label, reason } of leftOut) {
    const [rows, row, column] = id.split('.');
    const all = column ? `${rows}.*.${column}` : id;
    const line = lines.get(`${all} ${reason}`) ?? { id: all, label, reason, rows: 0 };
    lines.set(`${all} ${reason}`, { ...line, rows: line.rows + (row && column ? 1 : 0) });
  }
  return [...lines.values()].map(({ rows, label, ...line }) => ({ ...line, label: rows > 1 ? `${label} (${rows})` : label }));
}

/** What is not sent, and why; for the templates as well. */
export function without(name, entries) {
  if (entries.length === 0) return note(t('nothing'));
  return table(name, [t('fieldId'), t('label'), { text: t('reason'), wide: true }], entries.map(({ id, label, reason }) => [el('code', {}, id), label, reason]));
}
