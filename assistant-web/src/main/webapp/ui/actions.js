import { el, icon } from './dom.js';
import { Insertion, places } from './insertion.js';
import { copyText, insertableText } from './plain.js';

/** What can be done with an answer: copy it, put it into a field, have it answered again, rate it. */
export class AnswerActions {
  #view;
  #answer;
  #panel;
  #text;
  #note = el('div', { class: 'inserted', hidden: true });
  #reason = el('form', { class: 'reason', hidden: true });

  /** `panel` has `language`, `client`, `host`, `say(key, values)` and `again()`. */
  constructor(view, answer, panel) {
    this.#view = view;
    this.#answer = answer;
    this.#panel = panel;
    this.#text = panel.language.text;
    this.element = el('div', { class: 'doings' }, this.#row(), this.#note, this.#reason);
  }

  #row() {
    const copy = this.#worded('copy', 'copy', async () => this.#panel.say((await copyText(this.#view.plainText, copy)) ? 'copied' : 'copyFailed'));
    const row = el('div', { class: 'buttons' }, copy, this.#insertion());
    if (this.#panel.again) row.append(this.#pictured('again', 'again', this.#panel.again));
    if (this.#answer) {
      row.append(this.#rating('up', 'helpful'), this.#rating('down', 'notHelpful'));
      this.#buildReason();
    }
    return row;
  }

  /** One button where the page has one place, a choice where it has several. */
  #insertion() {
    const found = places();
    const text = this.#text;
    if (found.length < 2) return found.length === 0 ? null : this.#worded('insert', 'insert', () => this.#insert(found[0]), text('insertInto', found[0]));
    const choice = el('details', { class: 'insert' });
    const close = () => {
      choice.open = false;
      choice.firstElementChild.focus();
    };
    const take = (place) => () => {
      close();
      this.#insert(place);
    };
    choice.append(
      el('summary', { class: 'plain' }, icon('insert'), text('insert')),
      el('ul', {}, ...found.map((place) => el('li', {}, el('button', { type: 'button', class: 'plain', click: take(place) }, text('insertInto', place))))),
    );
    choice.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !choice.open) return;
      event.preventDefault();
      event.stopPropagation();
      close();
    });
    return choice;
  }

  #insert({ field, name }) {
    const { host, say } = this.#panel;
    const text = insertableText(this.#view.source);
    if (!host.emit('assistant-insert', { text, field: name, target: field })) return;
    const insertion = new Insertion(field, text);
    const show = el('button', { type: 'button', class: 'plain', part: 'button', click: () => host.jump(field) }, this.#text('showField'));
    const undo = el('button', { type: 'button', class: 'plain', part: 'button' }, this.#text('undo'));
    undo.addEventListener('click', () => {
      const undone = insertion.undo();
      say(undone ? 'undone' : 'undoChanged', { field: name });
      this.#note.replaceChildren(el('p', {}, this.#text(undone ? 'undone' : 'undoChanged', { field: name })), show);
      show.focus();
    });
    this.#note.replaceChildren(el('p', {}, this.#text('inserted', { field: name })), el('div', { class: 'buttons' }, undo, show));
    this.#note.hidden = false;
    say('inserted', { field: name });
  }

  #rating(rating, key) {
    const button = this.#pictured(rating, key, () => this.#rate(rating, undefined, button));
    button.classList.add('rate');
    button.setAttribute('aria-pressed', 'false');
    return button;
  }

  async #rate(rating, reason, button) {
    try {
      await this.#panel.client.rate(this.#answer, rating, reason);
    } catch {
      this.#panel.say('rateFailed');
      return;
    }
    if (button) {
      for (const other of button.parentElement.querySelectorAll('.rate')) other.setAttribute('aria-pressed', String(other === button));
      this.#reason.hidden = rating !== 'down';
    } else {
      this.#reason.hidden = true;
      this.element.querySelector('.rate[aria-pressed="true"]').focus();
    }
    this.#panel.say('rated');
  }

  #buildReason() {
    const input = el('input', { type: 'text', maxlength: 1000, autocomplete: 'off' });
    this.#reason.addEventListener('submit', (event) => {
      event.preventDefault();
      const reason = input.value.trim();
      if (reason === '') input.focus();
      else this.#rate('down', reason);
    });
    this.#reason.append(
      el('label', {}, this.#text('reasonAsked'), input),
      el('button', { type: 'submit', class: 'plain', part: 'button' }, this.#text('send')),
    );
  }

  #worded(picture, key, act, name) {
    return el('button', { type: 'button', class: 'plain', part: 'button', title: name, 'aria-label': name, click: act }, icon(picture), this.#text(key));
  }

  #pictured(picture, key, act) {
    const name = this.#text(key);
    return el('button', { type: 'button', class: 'icon-button', part: 'button', 'aria-label': name, title: name, click: act }, icon(picture));
  }
}
