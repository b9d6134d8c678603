import { el } from '../ui/dom.js';
import * as api from './api.js';
import { language, languages, t, word } from './i18n.js';
import { area, attempt, button, card, chip, choice, field, form, input, list, note, status, submit, table } from './kit.js';
import { without } from './permissions.js';

/** The instructions that go with each prompt, and what a prompt about a real record or list looks like; it is sent nowhere. */
export class Templates {
  #said = status();
  #all = el('div', {});
  #text = el('div', {});
  #type = input();
  #id = input();
  #rows = input();
  #question = area();
  #action = input();
  #answerIn = choice(languages);
  #user = input();
  #roles = input();
  #versions = el('div', { class: 'form' });
  #rendered = status();
  #prompt = el('div', {});
  #chosen = new Map();

  constructor() {
    this.#answerIn.value = language;
    this.elements = [
      card(t('templatesInUse'), button(t('reloadTemplates'), () => this.load(), 'link'), note(t('templatesNote')), this.#said, this.#all, this.#text),
      card(t('testTemplates'), null, note(t('testTemplatesNote')),
        form(() => this.#render(), field(t('by.recordType'), this.#type), field(t('recordId'), this.#id, t('emptyForList')), field(t('whichRows'), this.#rows, t('whichRowsHint')), field(t('prepared'), this.#action, t('mayBeEmpty')),
          field(t('answerIn'), this.#answerIn), field(t('login'), this.#user, t('mayBeEmpty')), field(t('roles'), this.#roles, t('commas')),
          el('div', { class: 'whole' }, field(t('question'), this.#question)), el('fieldset', { class: 'whole' }, el('legend', {}, t('versions')), this.#versions),
          el('div', { class: 'buttons' }, submit(t('showPrompt')))), this.#rendered, this.#prompt),
    ];
  }

  async load() {
    await attempt(this.#said, async () => {
      const { folder, templates, faults } = await api.templates();
      this.#chosen = new Map(templates.filter(({ use }) => use !== 'fixed').map(({ name, inUse, versions }) => [name, versionChoice(inUse, versions)]));
      this.#versions.replaceChildren(...[...this.#chosen].map(([name, control]) => field(name, control)));
      this.#all.replaceChildren(
        ...faults.map(({ file, problem }) => note(file && !problem.includes(file) ? `${file}: ${problem}` : problem, 'bad')),
        table(t('templatesInUse'), [t('name'), t('use'), t('inUse'), t('otherVersions')], templates.map((one) => this.#row(one))));
      return folder ? t('templateFolder', { folder }) : t('noTemplateFolder');
    });
  }

  #row({ name, use, inUse, pinned, versions }) {
    return [
      el('code', {}, name), word('use', use), [inUse, ' ', ...(pinned ? [chip(t('pinned'))] : [])],
      versions.flatMap((version, i) => [i > 0 ? ' · ' : '', this.#opener(version)]),
    ];
  }

  #opener(version) {
    const from = version.origin === 'folder' ? t('ofFolder', { file: version.file }) : t('shipped');
    return button(version.template, () => {
      const close = button(t('close'), () => this.#text.replaceChildren(), 'link');
      this.#text.replaceChildren(el('div', { class: 'card-head' }, el('h3', {}, `${version.template}, ${from}${version.shadowed ? `, ${t('shadowed')}` : ''}`), close), text(version.template, version.text));
      this.#text.querySelector('pre').focus();
    }, 'link');
  }

  async #render() {
    this.#prompt.replaceChildren();
    await attempt(this.#rendered, async () => {
      const versions = Object.fromEntries([...this.#chosen].filter(([, { value }]) => value !== '').map(([name, { value }]) => [name, Number(value)]));
      const user = this.#user.value.trim();
      const type = this.#type.value.trim();
      const id = this.#id.value.trim();
      const prompt = await api.render({
        ...(id === '' ? { list: { type, query: this.#rows.value.trim() } } : { record: { type, id } }), question: this.#question.value.trim(), language: this.#answerIn.value,
        ...(this.#action.value.trim() ? { action: this.#action.value.trim() } : {}), ...(user ? { user, roles: list(this.#roles.value) } : {}), versions,
      });
      this.#prompt.replaceChildren(...shown(prompt));
      return t('promptIs', { template: prompt.template, record: prompt.record.label, user: prompt.as.user, tokens: prompt.estimatedTokens, system: prompt.estimatedSystemTokens });
    });
  }
}

function versionChoice(inUse, versions) {
  return choice([['', t('inUseNow', { version: inUse })], ...versions.filter((version) => !version.inUse && !version.shadowed).map(({ version, template }) => [version, template])]);
}

const text = (name, content) => el('pre', { tabindex: 0, role: 'region', 'aria-label': name }, content);

function shown({ system, turns, user, sent, leftOut, withheld }) {
  return [
    el('h3', {}, t('systemText')), text(t('systemText'), system),
    ...turns.flatMap(({ role, text: said }) => [el('h3', {}, word('role', role)), text(word('role', role), said)]),
    el('h3', {}, t('userText')), text(t('userText'), user),
    el('h3', {}, t('wouldBeSent')),
    sent.length === 0 ? note(t('nothing')) : table(t('wouldBeSent'), [t('fieldId'), t('label'), t('masked')], sent.map(({ id, label, masked }) => [el('code', {}, id), label, t(masked ? 'yes' : 'no')])),
    el('h3', {}, t('leftOut')), without(t('leftOut'), leftOut),
    el('h3', {}, t('withheld')), without(t('withheld'), withheld),
  ];
}
