import { AnswerView } from './answer.js';
import { Citations, fieldOnPage, pointTo } from './citations.js';
import { ContextView } from './context.js';
import { Follower, el, icon } from './dom.js';
import { problemText, retryHelps } from './i18n.js';
import { copyText } from './plain.js';

const SPOKEN = 400;

/**
 * The conversation about one record. `host.emit(name, detail)` says whether an event's default may happen, `host.leave()` precedes
 * a jump out of the panel.
 */
export class Panel {
  #client;
  #language;
  #record;
  #host;
  #showFooter;
  #fields = [];
  #running = null;
  #loading = null;
  #context;
  #log;
  #follower;
  #input;
  #button;
  #status;

  constructor({ client, language, record, showFooter, host, onClose }) {
    this.#client = client;
    this.#language = language;
    this.#record = record;
    this.#showFooter = showFooter;
    this.#host = host;
    this.#build(onClose);
    this.newConversation();
  }

  get busy() {
    return this.#running !== null;
  }

  focusInput() {
    this.#input.focus();
  }

  async loadContext() {
    this.#loading?.abort();
    const loading = (this.#loading = new AbortController());
    try {
      const context = await this.#client.context(this.#record, this.#language.tag, loading.signal);
      this.#record.label ||= context.record.label;
      this.#fields = context.fields;
      this.#context.show(context, this.#label());
      this.#greet(context.actions);
      this.#host.emit('assistant-ready', { record: { type: this.#record.type, id: this.#record.id } });
    } catch (cause) {
      if (loading.signal.aborted) return;
      this.#context.unknown();
      this.#log.append(this.#alert(cause, () => this.#reload()));
    }
  }

  async ask(question, action) {
    if (this.busy) {
      this.#say('busy');
      return;
    }
    this.#greeting()?.remove();
    const citations = new Citations();
    citations.learn(this.#fields);
    const view = new AnswerView({ language: this.#language, citations, onJump: (source) => this.#jump(source) });
    this.#log.append(this.#questionView(question), view.element);
    this.#follower.start();
    const run = (this.#running = { abort: new AbortController(), view, answer: null });
    this.#setBusy(true);
    view.step('reading');
    this.#say('answering');
    try {
      await this.#stream(run, { question, action });
    } catch (cause) {
      // Nobody looks at a conversation that is closed.
      if (this.#running === run) this.#ended(run, cause, { question, action });
    } finally {
      if (this.#running === run) {
        this.#running = null;
        this.#setBusy(false);
      }
      this.#follower.follow();
    }
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
    this.#setBusy(false);
    this.#log.replaceChildren();
    this.#status.textContent = '';
    this.#greet([]);
  }

  dispose() {
    this.#loading?.abort();
    this.leave();
  }

  async #stream(run, { question, action }) {
    const { view } = run;
    const { type, id } = this.#record;
    const body = { question, record: { type, id }, action, language: this.#language.tag };
    for await (const event of this.#client.ask(body, run.abort.signal)) {
      switch (event.type) {
        case 'meta':
          run.answer = event.data.answer;
          view.step('waiting');
          break;
        case 'delta':
          view.add(event.data.text, () => this.#follower.follow());
          break;
        case 'restart':
          view.restart();
          break;
        case 'done':
          this.#done(run, question, event.data);
          break;
        default:
      }
    }
  }

  #done(run, question, facts) {
    const { view, answer } = run;
    const sentence = view.done(facts, { showFooter: this.#showFooter, buttons: this.#buttons(view, answer) });
    const spoken = view.plainText.slice(0, SPOKEN);
    if (sentence) this.#say('incomplete', { reason: sentence, text: spoken });
    else this.#say('complete', { text: spoken });
    const { status, reason, source } = facts;
    this.#host.emit('assistant-answer', { answer, question, status, reason, source, text: view.source });
  }

  #ended({ view, abort, answer }, cause, asked) {
    if (abort.signal.aborted) {
      view.stopped(this.#buttons(view, answer));
      this.#say('stopped');
      return;
    }
    this.#status.textContent = '';
    const retry = retryHelps(cause) ? this.#retryButton(() => this.ask(asked.question, asked.action)) : null;
    view.failed(problemText(known(cause), this.#language), retry);
    // A question that has to be changed is given back.
    if (['question-invalid', 'too-large'].includes(cause.code) && this.#input.value === '') this.#input.value = asked.question;
  }

  #reload() {
    this.newConversation();
    return this.loadContext();
  }

  #jump(source) {
    if (!this.#host.emit('assistant-cite', { id: source.id })) return;
    const target = fieldOnPage(source.id);
    if (!target) {
      this.#say('notOnPage', source);
      return;
    }
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
      'aria-label': text('question'),
      'aria-description': text('keys'),
      placeholder: text('placeholder', { record: this.#label() }),
      keydown: (event) => this.#key(event),
    });
    this.#button = el('button', { type: 'button', class: 'send', part: 'button', click: () => this.#press() });
    this.#status = el('p', { class: 'unseen', role: 'status' });
    this.element = el(
      'div',
      { class: 'panel', part: 'panel', lang: this.#language.tag },
      el(
        'div',
        { class: 'head', part: 'header' },
        icon('spark'),
        el('h2', {}, text('title')),
        iconButton('plus', 'newConversation', () => {
          this.#reload();
          this.focusInput();
        }),
        iconButton('close', 'close', onClose),
      ),
      this.#context.element,
      this.#log,
      el(
        'div',
        { class: 'foot' },
        el('div', { class: 'ask' }, this.#input, this.#button),
        el('p', { class: 'notice', part: 'notice' }, text('notice')),
      ),
      this.#status,
    );
    this.#setBusy(false);
  }

  #label() {
    return this.#record.label || this.#language.text('thisRecord');
  }

  #greet(actions) {
    const { text } = this.#language;
    const record = this.#label();
    this.#input.placeholder = text('placeholder', { record });
    const chip = ({ id, label, question }) =>
      el('button', { type: 'button', class: 'action', part: 'action', click: () => this.#takeUp(question, id) }, label);
    const greeting = el(
      'div',
      { class: 'greeting' },
      el('p', {}, text(actions.length > 0 ? 'greeting' : 'greetingPlain', { record })),
      el('div', { class: 'actions' }, ...actions.slice(0, 5).map(chip)),
    );
    const present = this.#greeting();
    if (present) present.replaceWith(greeting);
    else if (this.#log.childElementCount === 0) this.#log.append(greeting);
  }

  #greeting() {
    return this.#log.querySelector('.greeting');
  }

  #questionView(question) {
    return el('article', { class: 'question', part: 'question', 'aria-label': this.#language.text('question') }, el('p', {}, question));
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

  #buttons(view, answer) {
    const { text } = this.#language;
    const copy = el('button', { type: 'button', class: 'plain', part: 'button' }, icon('copy'), text('copy'));
    copy.addEventListener('click', async () => this.#say((await copyText(view.plainText, copy)) ? 'copied' : 'copyFailed'));
    const row = el('div', { class: 'buttons' }, copy);
    if (answer) row.append(this.#rateButton('up', 'helpful', answer), this.#rateButton('down', 'notHelpful', answer));
    return row;
  }

  #rateButton(rating, key, answer) {
    const name = this.#language.text(key);
    const button = el(
      'button',
      { type: 'button', class: 'icon-button rate', part: 'button', 'aria-label': name, title: name, 'aria-pressed': 'false' },
      icon(rating),
    );
    button.addEventListener('click', async () => {
      try {
        await this.#client.rate(answer, rating);
        for (const other of button.parentElement.querySelectorAll('.rate')) other.setAttribute('aria-pressed', String(other === button));
        this.#say('rated');
      } catch {
        this.#say('rateFailed');
      }
    });
    return button;
  }
}

/** Our own mistakes, too. */
function known(cause) {
  if (cause.code) return cause;
  console.error(cause);
  return { code: 'internal', detail: '', retryAfter: null, resetDate: null };
}
