import { el } from '../ui/dom.js';
import { t } from './i18n.js';
import { card, chip, field, input, note, status, table } from './kit.js';

/** Every key in force, where its value comes from, and whether a change needs a restart. */
export class Configuration {
  #place = el('div', {});
  #said = status();
  #entries;
  #wanted = input({ type: 'search', input: () => this.load() });

  constructor(entries) {
    this.#entries = entries;
    this.element = card(t('configurationInForce'), null, note(t('configurationNote')), el('div', { class: 'form' }, field(t('find'), this.#wanted)), this.#said, this.#place);
  }

  load() {
    const wanted = this.#wanted.value.trim().toLowerCase();
    const found = this.#entries.filter(({ key, value, source }) => `${key} ${value} ${source}`.toLowerCase().includes(wanted));
    this.#said.textContent = t('keysShown', { count: found.length });
    this.#place.replaceChildren(...(found.length === 0 ? [] : [table(t('part.configuration'),
      [t('key'), { text: t('value'), wide: true }, t('comesFrom'), t('changeTakesEffect')], found.map(({ key, value, source, restart }) =>
        [el('code', {}, key), value === '' ? t('notSet') : value, source === 'default' ? t('default') : source,
          restart ? chip(t('afterRestart'), 'warn') : t('atOnce')]))]));
  }
}

/** What an admin has to do first on a system that has no provider yet, or null. */
export function firstSteps(entries) {
  const of = (key) => entries.find((entry) => entry.key === key)?.value;
  const steps = [];
  if (of('assistant.enabled') === 'false') steps.push('stepEnabled');
  if (of('assistant.provider.primary.dialect') === 'offline') steps.push('stepProvider');
  else if (!of('assistant.provider.backup.dialect')) steps.push('stepBackup');
  if (!of('assistant.budget.monthly')) steps.push('stepBudget');
  if (steps.length === 0) return null;
  return el('section', { class: 'card steps' }, el('h2', {}, t('toDo')), el('ul', {}, ...steps.map((step) => el('li', {}, t(step)))));
}
