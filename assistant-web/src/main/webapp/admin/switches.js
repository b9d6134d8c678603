import { el } from '../ui/dom.js';
import * as api from './api.js';
import { momentOfYear, NONE } from './figures.js';
import { t } from './i18n.js';
import { attempt, button, card, chip, choice, confirm, field, form, input, note, status, submit, table } from './kit.js';

/** What is switched on and off on all servers, by whom and why. */
export class Switches {
  #said = status();
  #now = el('div', {});
  #changes = el('div', {});
  #kind = choice([['capability', t('kind.capability')], ['entity', t('kind.entity')]]);
  #name = input({ maxlength: 200 });
  #more = status();

  constructor() {
    this.elements = [
      card(t('switchesNow'), button(t('reloadSwitches'), () => this.load(), 'link'), note(t('switchesNote')), this.#said, this.#now),
      card(t('switchAnother'), null, note(t('switchAnotherNote')),
        form(() => this.#another(), field(t('kind'), this.#kind), field(t('name'), this.#name, t('switchNameHint')), el('div', { class: 'buttons' }, submit(t('switchOff')))), this.#more),
      card(t('switchChanges'), null, this.#changes),
    ];
  }

  async load() {
    await attempt(this.#said, async () => this.#show(await api.switches()));
  }

  #show({ switches, changes }) {
    this.#now.replaceChildren(table(t('part.switches'), [t('what'), t('state'), t('lastChange'), { text: t('why'), wide: true }, t('action')], switches.map((one) => [
      named(one), [stateOf(one)],
      one.latest ? `${one.latest.by}, ${momentOfYear(one.latest.at)}` : NONE, one.latest?.reason ?? NONE,
      one.configuredOff ? t('byConfiguration') : this.#turn(one),
    ])));
    this.#changes.replaceChildren(changes.length === 0 ? note(t('nothingSwitched')) : table(t('switchChanges'),
      [t('time'), t('user'), t('what'), t('state'), { text: t('why'), wide: true }],
      changes.map((one) => [momentOfYear(one.at), one.by, named(one), [chip(t(one.off ? 'off' : 'on'), one.off ? 'bad' : 'good')], one.reason])));
  }

  #turn(one) {
    const turn = button(t(one.off ? 'switchOn' : 'switchOff'), () => this.#change(one, !one.off, this.#said), 'link');
    turn.setAttribute('aria-label', t('namely', { what: turn.textContent, title: named(one) }));
    return turn;
  }

  async #another() {
    const name = this.#name.value.trim();
    if (name === '') return this.#name.focus();
    await this.#change({ kind: this.#kind.value, name }, true, this.#more);
  }

  async #change({ kind, name }, off, said) {
    const what = named({ kind, name });
    const reason = await confirm({
      title: t(off ? 'switchOffWhat' : 'switchOnWhat', { what }), text: t(off ? 'switchOffText' : 'switchOnText'), reason: t('why'), yes: t(off ? 'switchOff' : 'switchOn'),
    });
    if (!reason) return;
    await attempt(said, async () => {
      this.#show(await api.setSwitch({ kind, name, off, reason }));
      this.#name.value = '';
      return t(off ? 'isOff' : 'isOn', { what });
    });
  }
}

const named = ({ kind, name }) => (kind === 'assistant' ? t('kind.assistant') : `${t(`kind.${kind}`)} ${name}`);

function stateOf({ off, configuredOff }) {
  if (configuredOff) return chip(t('offByConfiguration'), 'bad');
  return chip(t(off ? 'off' : 'on'), off ? 'bad' : 'good');
}
