import { AnswerActions } from './actions.js';
import { AnswerView } from './answer.js';
import { Citations, fieldOnPage, pointTo } from './citations.js';
import { Problem } from './client.js';
import { ContextView } from './context.js';
import { Follower, el, icon } from './dom.js';
import { firstUse, firstUseView } from './firstuse.js';
import { HistoryView } from './history.js';
import { problemText, retryHelps } from './i18n.js';
import { loadLexer } from './markdown.js';
import { TurnView } from './turn.js';
import { UnsavedValues } from './unsaved.js';

const SPOKEN = 400;
const MOST_ACTIONS = 5;
const MOST_FOLLOW_UPS = 3;

/**
 * The conversation about one record. `host.emit(name, detail)` says whether an event's default may happen, `host.leave()` precedes
 * a jump out of the panel. `footer` is off, admin or all, `first` is notice, required or off, `whole`: answers are shown when complete.
 */
export class Panel {
  #client;
  #language;
  #record;
  #host;
  #footer;
  #first;
  #whole;
  #fields = [];
  #actions = [];
  #taken = new Set();
  #admin = false;
  #conversation = null;
  #answered = [];
  #running = null;
  #loading = null;
  #listening = new AbortController();
  #unsaved = new UnsavedValues(this.#listening.signal);
  #context;
  #log;
  #follower;
  #history = null;
  #historyButton;
  #foot;
  #input;
  #button;
  #share;
  #status;

  constructor({ client, language, record, footer, first, whole, host, onClose }) {
    this.#client = client;
    this.#language = language;
    this.#record = record;
    this.#footer = footer;
    this.#first = first;
    this.#whole = whole;
    this.#host = host;
    this.#build(onClose);
    this.newConversation();
    for (const type of ['input', 'change']) document.addEventListener(type, () => this.#offerUnsaved(), { signal: this.#listening.signal });
  }

  get busy() {
    return this.#running !== null;
  }

  focusInput() {
    this.#input.focus();
  }

  /** The record has been saved or may have changed. */
  refresh() {
    this.#unsaved.forget();
    return this.loadContext();
  }

  async loadContext() {
    this.#loading?.abort();
    const loading = (this.#loading = new AbortController());
    try {
      const context = await this.#client.context(this.#record, this.#language.tag, loading.signal);
      this.#record.label ||= context.record.label;
      this.#fields = context.fields;
      this.#actions = context.actions;
      this.#admin = context.admin === true;
      this.#context.show(context, this.#label());
      this.#recordIs(context.record.version);
      this.#offerUnsaved();
      this.#greet();
      this.#host.emit('assistant-ready', { record: { type: this.#record.type, id: this.#record.id } });
    } catch (cause) {
      if (loading.signal.aborted) return;
      this.#context.unknown();
      this.#log.append(this.#alert(cause, () => this.#reload()));
    } finally {
      // Soon wanted; whoever asks before it is there is told if it does not come.
      loadLexer().catch(() => {});
    }
  }

  async ask(question, action) {
    if (this.busy) {
      this.#say('busy');
      return;
    }
    if (this.#mustRead()) {
      if (this.#input.value === '') this.#input.value = question;
      this.#log.querySelector('.first button').focus();
      return;
    }
    if (this.#first !== 'off') firstUse.remember();
    const formValues = this.#agreedValues();
    const turn = new TurnView({ question, action, formValues }, { text: this.#language.text, say: (...said) => this.#say(...said) });
    this.#greeting()?.remove();
    this.#taken.add(action);
    this.#log.append(turn.element);
    await this.#answer(turn);
  }

  stop() {
    if (!this.#running) return;
    const { abort, answer } = this.#running;
    if (!answer) return abort.abort();
    // Then comes `done` with the cost.
    this.#client.stop(answer);
    setTimeout(() => abort.abort(), 2000);
  }

  leave() {
    this.stop();
    this.#running?.abort.abort();
  }

  newConversation() {
    this.leave();
    this.#running = null;
    this.#conversation = null;
    this.#answered = [];
    this.#taken.clear();
    this.#closeHistory();
    this.#setBusy(false);
    this.#log.replaceChildren();
    this.#status.textContent = '';
    this.#greet();
  }

  dispose() {
    this.#listening.abort();
    this.#loading?.abort();
    this.#history?.dispose();
    this.leave();
  }

  /** Answers a turn's question, for the first time or anew. */
  async #answer(turn) {
    this.#followUps()?.remove();
    const view = this.#newView();
    turn.add(view);
    this.#follower.start();
    const run = (this.#running = { abort: new AbortController(), view, turn, answer: null, meta: {} });
    this.#setBusy(true);
    view.step('reading');
    this.#say('answering');
    try {
      await this.#stream(run);
    } catch (cause) {
      // Nobody looks at a conversation that is closed.
      if (this.#running === run) this.#ended(run, cause);
    } finally {
      if (this.#running === run) {
        this.#running = null;
        this.#setBusy(false);
      }
      this.#follower.follow();
    }
  }

  #newView() {
    const citations = new Citations();
    citations.learn(this.#fields);
    return new AnswerView({ language: this.#language, citations, whole: this.#whole, onJump: (source) => this.#jump(source) });
  }

  async #stream(run) {
    const { view, turn } = run;
    const { type, id, list } = this.#record;
    const about = list === null ? { record: { type, id } } : { list: { type, query: list } };
    const { question, action, formValues } = turn.asked;
    const body = { question, ...about, action, language: this.#language.tag, conversation: this.#conversation ?? undefined, again: turn.answered, formValues };
    const events = this.#client.ask(body, run.abort.signal);
    await Promise.race([ready(), aborted(run.abort.signal)]);
    for await (const event of events) {
      switch (event.type) {
        case 'meta':
          run.meta = event.data;
          run.answer = event.data.answer;
          this.#conversation = event.data.conversation ?? this.#conversation;
          this.#recordIs(event.data.record?.version);
          view.step('waiting');
          break;
        case 'delta':
          view.add(event.data.text, () => this.#follower.follow());
          break;
        case 'restart':
          view.restart(event.data.reason);
          break;
        case 'done':
          this.#done(run, event.data);
          break;
        default:
      }
    }
  }

  #done({ view, turn, answer, meta }, facts) {
    turn.answered = true;
    const sentence = this.#finish(view, turn, { ...meta, ...facts });
    const spoken = view.plainText.slice(0, SPOKEN);
    if (sentence) this.#say('incomplete', { reason: sentence, text: spoken });
    else this.#say('complete', { text: spoken });
    this.#offerFollowUps();
    const { status, reason, source } = facts;
    this.#host.emit('assistant-answer', { answer, question: turn.asked.question, status, reason, source, text: view.source });
  }

  #finish(view, turn, facts) {
    this.#answered.push({ view, version: facts.record?.version });
    const showFooter = this.#footer === 'all' || (this.#footer === 'admin' && this.#admin);
    return view.done(facts, { showFooter, buttons: this.#buttons(view, turn, facts.answer) });
  }

  #ended({ view, turn, abort, answer }, cause) {
    if (abort.signal.aborted) {
      view.stopped(this.#buttons(view, turn, answer));
      this.#say('stopped');
      return;
    }
    this.#status.textContent = '';
    const retry = retryHelps(cause) ? this.#retryButton(() => this.#answer(turn)) : null;
    view.failed(problemText(known(cause), this.#language), retry);
    const { question } = turn.asked;
    // A question that has to be changed is given back.
    if (['question-invalid', 'too-large'].includes(cause.code) && this.#input.value === '') this.#input.value = question;
  }

  /** Marks the answers that were given from another state of the record. */
  #recordIs(now) {
    for (const { view, version } of this.#answered) if (now && version && version !== now) view.outdated();
  }

  #again(turn) {
    this.#input.focus({ preventScroll: true });
    if (this.busy) this.#say('busy');
    else this.#answer(turn);
  }

  #reload() {
    this.newConversation();
    return this.loadContext();
  }

  #jump(source) {
    if (!this.#host.emit('assistant-cite', { id: source.id })) return;
    const target = fieldOnPage(source.id);
    if (target) this.#showOnPage(target);
    else this.#say('notOnPage', source);
  }

  #showOnPage(target) {
    this.#host.leave();
    pointTo(target, getComputedStyle(this.element).getPropertyValue('accent-color'));
  }

  #build(onClose) {
    const { text } = this.#language;
    const iconButton = (name, key, action) =>
      el('button', { type: 'button', class: 'icon-button', part: 'button', 'aria-label': text(key), title: text(key), click: action }, icon(name));
    this.#context = new ContextView(this.#language);
    this.#log = el('div', { class: 'log', part: 'log', role: 'group', 'aria-label': text('conversation'), tabindex: 0 });
    this.#follower = new Follower(this.#log);
    this.#input = el('textarea', {
      rows: 1,
      part: 'input',
      dir: 'auto',
      'aria-label': text('question'),
      'aria-description': text('keys'),
      placeholder: text('placeholder', { record: this.#label() }),
      keydown: (event) => this.#key(event),
    });
    this.#button = el('button', { type: 'button', class: 'send', part: 'button', click: () => this.#press() });
    this.#share = el('label', { class: 'share', hidden: true }, el('input', { type: 'checkbox' }), el('span'));
    this.#status = el('p', { class: 'unseen', role: 'status' });
    this.#historyButton = iconButton('history', 'history', () => (this.#history ? this.#back() : this.#showHistory()));
    this.#foot = el(
      'div',
      { class: 'foot' },
      this.#share,
      el('div', { class: 'ask' }, this.#input, this.#button),
      el('p', { class: 'notice', part: 'notice' }, text('notice')),
    );
    const start = () => {
      this.#reload();
      this.focusInput();
    };
    this.element = el(
      'div',
      { class: 'panel', part: 'panel', lang: this.#language.tag, dir: text('direction') },
      el(
        'div',
        { class: 'head', part: 'header' },
        icon('spark'),
        el('h2', {}, text('title')),
        this.#historyButton,
        iconButton('plus', 'newConversation', start),
        iconButton('close', 'close', onClose),
      ),
      this.#context.element,
      this.#log,
      this.#foot,
      this.#status,
    );
    this.#setBusy(false);
  }

  #label() {
    return this.#record.label || this.#language.text('thisRecord');
  }

  #greet() {
    const { text } = this.#language;
    const record = this.#label();
    this.#input.placeholder = text('placeholder', { record });
    const unread = this.#first !== 'off' && !firstUse.known;
    const greeting = el(
      'div',
      { class: 'greeting' },
      unread ? firstUseView(this.#language, () => this.#read()) : null,
      el('p', {}, text(this.#actions.length > 0 ? 'greeting' : 'greetingPlain', { record })),
      this.#chips(this.#actions.slice(0, MOST_ACTIONS)),
    );
    const present = this.#greeting();
    if (present) present.replaceWith(greeting);
    else if (this.#log.childElementCount === 0) this.#log.append(greeting);
    this.#lock();
  }

  #chips(actions, name) {
    const chip = ({ id, label, question }) =>
      el('button', { type: 'button', class: 'action', part: 'action', click: () => this.#takeUp(question, id) }, label);
    return el('div', { class: 'actions', role: name && 'group', 'aria-label': name }, ...actions.map(chip));
  }

  #greeting() {
    return this.#log.querySelector('.greeting');
  }

  #mustRead() {
    return this.#first === 'required' && !firstUse.known;
  }

  #read() {
    firstUse.remember();
    this.#log.querySelector('.first').remove();
    this.#lock();
    this.focusInput();
  }

  /** Where it is required, nobody asks before the first notice is read. */
  #lock() {
    const locked = this.#mustRead();
    this.#foot.querySelector('.ask').hidden = locked;
    for (const part of this.#log.querySelectorAll('.greeting > :not(.first)')) part.hidden = locked;
  }

  /** What has not been asked yet. */
  #offerFollowUps() {
    const left = this.#actions.filter(({ id }) => !this.#taken.has(id)).slice(0, MOST_FOLLOW_UPS);
    this.#followUps()?.remove();
    if (left.length === 0) return;
    const chips = this.#chips(left, this.#language.text('followUps'));
    chips.classList.add('follow-ups');
    this.#log.append(chips);
  }

  #followUps() {
    return this.#log.querySelector('.follow-ups');
  }

  /** Asks whether what is not saved yet may be sent along; nobody has agreed before the box is ticked. */
  #offerUnsaved() {
    const labels = this.#unsaved.current().map(({ label }) => label);
    const [box, words] = this.#share.children;
    this.#share.hidden = labels.length === 0;
    if (labels.length === 0) box.checked = false;
    words.textContent = this.#language.text('shareUnsaved', { count: labels.length, labels: labels.slice(0, 3).join(', ') + (labels.length > 3 ? '…' : '') });
  }

  #agreedValues() {
    const [box] = this.#share.children;
    if (!box.checked) return undefined;
    box.checked = false;
    return this.#unsaved.current();
  }

  #showHistory() {
    this.#history = new HistoryView({
      language: this.#language,
      client: this.#client,
      say: (...said) => this.#say(...said),
      failure: (cause) => problemText(known(cause), this.#language),
      open: (conversation) => this.#openConversation(conversation),
      forgotten: (id) => {
        if (!id || id === this.#conversation) this.#conversation = null;
      },
      back: () => this.#back(),
    });
    this.#hideConversation(true);
    this.#log.before(this.#history.element);
    this.#history.show();
  }

  #back() {
    this.#closeHistory();
    this.#historyButton.focus();
  }

  #closeHistory() {
    this.#history?.dispose();
    this.#history?.element.remove();
    this.#history = null;
    this.#hideConversation(false);
  }

  #hideConversation(hidden) {
    for (const part of [this.#context.element, this.#log, this.#foot]) part.hidden = hidden;
    this.#historyButton.setAttribute('aria-pressed', String(hidden));
  }

  /** Shows an earlier conversation; one about this record goes on with the next question. */
  async #openConversation({ id, record, turns }) {
    await ready();
    this.newConversation();
    this.#greeting()?.remove();
    const { text } = this.#language;
    const same = record?.type === this.#record.type && record?.id === this.#record.id;
    if (!same) this.#log.append(el('p', { class: 'note' }, text('otherRecord', { record: record?.label ?? '?', current: this.#label() })));
    for (const { question, action, text: answer, ...facts } of turns ?? []) {
      const turn = new TurnView({ question, action }, { text, say: (...said) => this.#say(...said) });
      const view = this.#newView();
      turn.answered = true;
      this.#log.append(turn.element);
      turn.add(view);
      view.add(answer ?? '', () => {});
      this.#finish(view, same ? turn : null, facts);
    }
    if (same) this.#conversation = id;
    this.#follower.start();
    this.focusInput();
  }

  // The pressed button goes, the focus stays.
  #takeUp(question, action) {
    this.#input.focus({ preventScroll: true });
    this.ask(question, action);
  }

  #key(event) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#send();
  }

  #press() {
    if (this.busy) this.stop();
    else this.#send();
  }

  #send() {
    const question = this.#input.value.trim();
    if (question === '') {
      this.#input.focus();
      return;
    }
    if (!this.busy) this.#input.value = '';
    this.ask(question);
  }

  #setBusy(busy) {
    const name = busy ? 'stop' : 'send';
    this.#button.classList.toggle('stopping', busy);
    this.#button.replaceChildren(icon(name), el('span', {}, this.#language.text(name)));
  }

  #say(key, values) {
    this.#status.textContent = this.#language.text(key, values);
  }

  #alert(cause, retry) {
    const alert = el('div', { class: 'alert', part: 'error', role: 'alert' }, el('p', {}, problemText(known(cause), this.#language)));
    if (retryHelps(cause)) alert.append(this.#retryButton(retry));
    return alert;
  }

  #retryButton(retry) {
    const button = el('button', { type: 'button', class: 'plain', part: 'button' }, this.#language.text('retry'));
    button.addEventListener('click', () => {
      this.#input.focus({ preventScroll: true });
      button.remove();
      retry();
    });
    return button;
  }

  /** No turn: an answer about another record cannot be given anew here. */
  #buttons(view, turn, answer) {
    const host = { emit: (...event) => this.#host.emit(...event), jump: (target) => this.#showOnPage(target) };
    const again = turn && (() => this.#again(turn));
    return new AnswerActions(view, answer, { language: this.#language, client: this.#client, host, say: (...said) => this.#say(...said), again }).element;
  }
}

const aborted = (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

const ready = () =>
  loadLexer().catch(() => {
    throw new Problem('network');
  });

/** Our own mistakes, too. */
function known(cause) {
  if (cause.code) return cause;
  console.error(cause);
  return { code: 'internal', detail: '', retryAfter: null, resetDate: null };
}
