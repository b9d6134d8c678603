import { el } from '../ui/dom.js';
import * as api from './api.js';
import { Audit } from './audit.js';
import { Budgets } from './budgets.js';
import { Calls } from './calls.js';
import { Configuration, firstSteps } from './configuration.js';
import { change, language, languages, t } from './i18n.js';
import { choice } from './kit.js';
import { Overview } from './overview.js';
import { Permissions } from './permissions.js';
import { Prices } from './prices.js';
import { Providers } from './providers.js';
import { Quality } from './quality.js';
import { Switches } from './switches.js';
import { Templates } from './templates.js';

const main = document.getElementById('main');
document.documentElement.lang = language;
document.title = t('title');

/** One part of the page at a time; the address names it, so that it can be bookmarked and gone back to. */
class Parts {
  #parts;
  #links = new Map();
  #shown = '';

  constructor(parts) {
    this.#parts = new Map(parts);
    const page = location.pathname + location.search;
    for (const [id] of parts) this.#links.set(id, el('a', { href: `${page}#${id}` }, t(`part.${id}`)));
    this.navigation = el('nav', { 'aria-label': t('parts') }, el('ul', {}, ...[...this.#links.values()].map((link) => el('li', {}, link))));
    for (const [id, part] of this.#parts) {
      part.section = el('div', { class: 'part', hidden: true, 'data-part': id }, ...part.elements);
      main.append(part.section);
    }
    addEventListener('hashchange', () => {
      this.show();
      main.focus();
      scrollTo(0, 0);
    });
  }

  show() {
    const named = location.hash.slice(1);
    const id = this.#parts.has(named) ? named : this.#parts.keys().next().value;
    if (id === this.#shown) return;
    this.#parts.get(this.#shown)?.leave?.();
    // Whoever goes back leaves a question unanswered: it must not stay open over another part.
    for (const asked of document.querySelectorAll('dialog[open]')) asked.close('');
    this.#shown = id;
    for (const [each, part] of this.#parts) {
      part.section.hidden = each !== id;
      if (each === id) this.#links.get(each).setAttribute('aria-current', 'page');
      else this.#links.get(each).removeAttribute('aria-current');
    }
    this.#links.get(id).scrollIntoView({ block: 'nearest', inline: 'nearest' });
    document.title = `${t(`part.${id}`)} – ${t('title')}`;
    this.#parts.get(id).enter();
  }
}

function header(navigation) {
  const chooser = choice(languages, { class: 'language', 'aria-label': t('language'), change: () => change(chooser.value) });
  chooser.value = language;
  return [
    el('a', { class: 'skip', href: '#main', click: (event) => { event.preventDefault(); main.focus(); } }, t('skip')),
    el('header', { class: 'bar' }, el('span', { class: 'name' }, t('title')), navigation, chooser),
  ];
}

/** A part that reads what it shows when it is opened first. */
function once(title, view) {
  let read = false;
  return {
    elements: [el('h1', {}, title), ...view.elements ?? [view.element]],
    enter: () => {
      if (!read) view.load();
      else view.resume?.();
      read = true;
    },
    leave: () => view.pause?.(),
  };
}

async function start() {
  main.replaceChildren(el('p', { class: 'wait' }, t('reading')));
  const [current, entries] = await Promise.all([api.metrics(), api.configuration()]);
  const overview = new Overview(current, firstSteps(entries));
  main.replaceChildren();
  const parts = new Parts([
    ['overview', { elements: overview.elements, enter() {} }],
    ...[
      ['calls', new Calls(current.month)], ['audit', new Audit()], ['budgets', new Budgets()], ['providers', new Providers()], ['prices', new Prices(current.month)],
      ['switches', new Switches()], ['permissions', new Permissions()], ['templates', new Templates()], ['quality', new Quality()],
      ['configuration', new Configuration(entries)],
    ].map(([id, view]) => [id, once(t(`part.${id}`), view)]),
  ]);
  document.body.prepend(...header(parts.navigation));
  parts.show();
}

const WAYS = new Map([[401, 'wayIn'], [403, 'wayRole']]);

start().catch((problem) => {
  if (!(problem instanceof api.Refused)) throw problem;
  const way = WAYS.get(problem.status);
  main.replaceChildren(el('section', { class: 'card', role: 'alert' }, el('h1', {}, t(problem.status === 401 ? 'notSignedIn' : 'cannotShow')),
    el('p', {}, way ? t(way) : problem.message),
    el('button', { type: 'button', class: 'plain', click: () => location.reload() }, t('again'))));
});
