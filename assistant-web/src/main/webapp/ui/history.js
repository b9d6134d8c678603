import { el, icon } from './dom.js';

/** One's own earlier conversations: searched, opened, deleted. */
export class HistoryView {
  #panel;
  #text;
  #search;
  #list = el('ul', { class: 'conversations' });
  #note = el('p', { class: 'faint' });
  #clear;
  #loading = null;
  #timer = 0;

  /**
   * `panel` has `language`, `client`, `say(key, values)`, `failure(cause)`, `open(conversation)`,
   * `forgotten(id)` and `back()`.
   */
  constructor(panel) {
    this.#panel = panel;
    const text = (this.#text = panel.language.text);
    this.#search = el('input', { type: 'search', 'aria-label': text('historySearch'), placeholder: text('historySearch'), autocomplete: 'off', input: () => this.#searchSoon() });
    this.#clear = el('button', { type: 'button', class: 'plain', part: 'button', hidden: true, click: () => this.#clearAll() }, icon('remove'), text('deleteAll'));
    this.element = el(
      'section',
      { class: 'history', 'aria-label': text('history') },
      el('div', { class: 'buttons' }, el('button', { type: 'button', class: 'plain', part: 'button', click: () => panel.back() }, icon('back'), text('back')), this.#search),
      this.#note,
      this.#list,
      this.#clear,
    );
  }

  show() {
    this.#search.focus();
    return this.#load();
  }

  dispose() {
    clearTimeout(this.#timer);
    this.#loading?.abort();
  }

  #searchSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#load(), 250);
  }

  async #load() {
    this.#loading?.abort();
    const { signal } = (this.#loading = new AbortController());
    const search = this.#search.value.trim();
    try {
      const found = await this.#panel.client.conversations(search, signal);
      this.#search.hidden = found === null;
      this.#show(found ?? [], found === null ? 'historyNotKept' : search ? 'historyNothing' : 'historyEmpty');
      this.#clear.hidden = search !== '' || (found ?? []).length === 0;
    } catch (cause) {
      if (!signal.aborted) this.#fail(cause);
    }
  }

  #show(conversations, none) {
    this.#note.textContent = conversations.length === 0 ? this.#text(none) : '';
    if (conversations.length === 0) this.#panel.say(none);
    this.#list.replaceChildren(...conversations.map((one) => this.#entry(one)));
    this.#unsure();
  }

  #entry(conversation) {
    const { id, title, record, updated } = conversation;
    const text = this.#text;
    const about = [record?.label, updated && this.#panel.language.moment(updated)].filter(Boolean).join(' · ');
    const name = text('deleteOne', { title });
    return el(
      'li',
      {},
      el('button', { type: 'button', class: 'source', click: () => this.#open(id) }, el('span', { class: 'label', dir: 'auto' }, title), el('span', { class: 'faint' }, about)),
      el('button', { type: 'button', class: 'icon-button', part: 'button', 'aria-label': name, title: name, click: () => this.#delete(id) }, icon('remove')),
    );
  }

  async #open(id) {
    try {
      const conversation = await this.#panel.client.conversation(id, this.#loading.signal);
      if (conversation) await this.#panel.open(conversation);
      else await this.#load();
    } catch (cause) {
      this.#fail(cause);
    }
  }

  async #delete(id) {
    await this.#forget(id);
    this.#search.focus();
  }

  // Twice, because nothing brings them back.
  #clearAll() {
    if (!this.#clear.classList.contains('sure')) {
      this.#clear.classList.add('sure');
      this.#clear.lastChild.data = this.#text('deleteAllSure');
      return;
    }
    this.#search.focus();
    this.#forget();
  }

  #unsure() {
    this.#clear.classList.remove('sure');
    this.#clear.lastChild.data = this.#text('deleteAll');
  }

  async #forget(id) {
    try {
      await this.#panel.client.forget(id);
      this.#panel.forgotten(id);
      await this.#load();
      this.#panel.say('deleted');
    } catch (cause) {
      this.#fail(cause);
    }
  }

  #fail(cause) {
    this.#list.replaceChildren();
    this.#clear.hidden = true;
    this.#note.textContent = this.#panel.failure(cause);
  }
}
