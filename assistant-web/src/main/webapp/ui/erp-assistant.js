import { Client } from './client.js';
import { el, icon } from './dom.js';
import { Language } from './i18n.js';
import { Panel } from './panel.js';
import { styles } from './styles.js';

const CANCELABLE = ['assistant-cite', 'assistant-insert'];
const WIDE = '(min-width: 1024px)';

/** The assistant's panel: docked on wide screens, a button with a modal sheet on narrow ones. See assistant-web/docs/panel.md. */
class ErpAssistant extends HTMLElement {
  static observedAttributes = ['endpoint', 'record-type', 'record-id', 'record-label', 'list-filter', 'lang', 'footer', 'first-use', 'stream'];

  #wide = matchMedia(WIDE);
  #closed = false;
  #restoreFocus = true;
  #language = null;
  #panel = null;
  #loaded = false;
  #building = null;
  #connection = null;
  #launcher = el('button', { type: 'button', class: 'launcher', part: 'launcher', click: () => this.open() });
  #dock = el('div', { class: 'dock', part: 'dock' });
  #sheet = el('dialog', { class: 'sheet', part: 'sheet', close: () => this.#sheetClosed() });

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styles];
    root.append(this.#launcher, this.#dock, this.#sheet);
  }

  connectedCallback() {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    this.#wide.addEventListener('change', () => this.#place(), { signal });
    const measure = () => this.#measure();
    addEventListener('scroll', measure, { signal, passive: true });
    // Also when the host fills its header in after us.
    const size = new ResizeObserver(measure);
    size.observe(document.body);
    signal.addEventListener('abort', () => size.disconnect());
    addEventListener('pagehide', () => this.#panel?.leave(), { signal });
    this.#rebuild();
  }

  disconnectedCallback() {
    this.#connection.abort();
    this.#panel?.dispose();
    this.#panel = null;
  }

  attributeChangedCallback(name, before, after) {
    if (before !== after && this.isConnected) this.#rebuild();
  }

  open() {
    this.#closed = false;
    this.#place(true);
    this.#panel?.focusInput();
  }

  close() {
    if (this.#sheet.open) {
      this.#sheet.close();
    } else {
      this.#closed = true;
      this.#place();
      this.#launcher.focus();
    }
  }

  async ask(text, actionId) {
    await this.#building;
    const question = String(text).trim();
    if (question !== '' && this.#panel) await this.#panel.ask(question, actionId);
  }

  stop() {
    this.#panel?.stop();
  }

  newConversation() {
    this.#panel?.newConversation();
    if (this.#loaded) this.#load();
  }

  /** Reads the context again, say after the host has saved the record. */
  refresh() {
    if (this.#loaded) this.#panel?.refresh();
  }

  /** Another record or language ends the conversation; changes made at once count as one. */
  #rebuild() {
    this.#building ??= this.#build();
  }

  async #build() {
    await null;
    let tag = this.#tag();
    let language = await Language.of(tag);
    while (tag !== this.#tag()) {
      tag = this.#tag();
      language = await Language.of(tag);
    }
    this.#building = null;
    if (!this.isConnected) return;
    const focused = this.#panel?.element.contains(this.shadowRoot.activeElement);
    this.#panel?.dispose();
    this.#panel?.element.remove();
    this.#language = language;
    this.#loaded = false;
    this.#panel = new Panel({
      client: new Client(this.getAttribute('endpoint') ?? '/assistant'),
      language,
      record: this.#record(),
      footer: this.#choice('footer', ['all', 'admin', 'off']),
      first: this.#choice('first-use', ['notice', 'required', 'off']),
      whole: this.#choice('stream', ['on', 'off']) === 'off',
      host: { emit: (name, detail) => this.#emit(name, detail), leave: () => this.#leave() },
      onClose: () => this.close(),
    });
    const launch = language.text('launch');
    this.#launcher.replaceChildren(icon('spark'), el('span', {}, launch));
    this.#sheet.setAttribute('aria-label', language.text('title'));
    this.#place(this.#sheet.open);
    if (focused) this.#panel.focusInput();
  }

  /** What an attribute says, or the first of what it may say. */
  #choice(name, allowed) {
    const value = this.getAttribute(name);
    return allowed.includes(value) ? value : allowed[0];
  }

  #record() {
    const of = (name) => this.getAttribute(name) ?? '';
    return { type: of('record-type'), id: of('record-id'), label: of('record-label'), list: this.getAttribute('list-filter') };
  }

  #tag() {
    return this.closest('[lang]')?.getAttribute('lang') || document.documentElement.lang || 'en';
  }

  /** Puts the one panel into the dock or the sheet. */
  #place(openSheet = false) {
    if (!this.#panel) return;
    const { element } = this.#panel;
    const docked = this.#wide.matches && !this.#closed;
    const focused = element.contains(this.shadowRoot.activeElement) ? this.shadowRoot.activeElement : null;
    this.toggleAttribute('docked', docked);
    if (docked) {
      this.#dock.setAttribute('role', 'complementary');
      this.#dock.setAttribute('aria-label', this.#language.text('title'));
      if (element.parentNode !== this.#dock) this.#dock.append(element);
      if (this.#sheet.open) this.#sheet.close();
    } else {
      this.#dock.removeAttribute('role');
      this.#dock.removeAttribute('aria-label');
      if (element.parentNode !== this.#sheet) this.#sheet.append(element);
      if (openSheet && !this.#sheet.open) this.#sheet.showModal();
    }
    this.#launcher.hidden = docked || this.#sheet.open;
    focused?.focus({ preventScroll: true });
    this.#measure();
    // Nobody's record is read before somebody sees the panel.
    if (!this.#loaded && (docked || this.#sheet.open)) this.#load();
  }

  #load() {
    this.#loaded = true;
    const { type, id, list } = this.#record();
    if (type && (id || list !== null)) this.#panel.loadContext();
  }

  #sheetClosed() {
    this.#launcher.hidden = this.hasAttribute('docked');
    if (this.#restoreFocus && !this.#launcher.hidden) this.#launcher.focus();
    this.#restoreFocus = true;
  }

  /** Leaves the sheet for a jump, which takes the focus. */
  #leave() {
    if (!this.#sheet.open) return;
    this.#restoreFocus = false;
    this.#sheet.close();
  }

  // A header that scrolls away makes the dock shorter while it is seen.
  #measure() {
    if (!this.hasAttribute('docked')) return;
    this.#dock.style.setProperty('--top', `${Math.max(0, Math.round(this.getBoundingClientRect().top))}px`);
  }

  #emit(name, detail) {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: CANCELABLE.includes(name) }));
  }
}

if (!customElements.get('erp-assistant')) customElements.define('erp-assistant', ErpAssistant);
