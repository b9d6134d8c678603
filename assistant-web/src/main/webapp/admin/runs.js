import { el } from '../ui/dom.js';
import * as api from './api.js';
import { amount, momentOfYear, NONE, span, whole } from './figures.js';
import { t, word } from './i18n.js';
import { attempt, button, card, check, chip, choice, confirm, field, form, input, note, status, submit, table } from './kit.js';

const SECONDS_BETWEEN_LOOKS = 3;
const LIVE = ['primary small', 'primary large', 'backup small', 'backup large'];
const STATES = { running: 'warn', finished: 'good' };

/** Runs of cases against models or versions of the instructions, with a limit to what they may cost. */
export class Runs {
  #cases = choice([['all', t('allCases')]]);
  #languages = el('div', { class: 'checks' });
  #boxes = [];
  #limit = input({ value: '0.50', inputmode: 'decimal' });
  #variants = [variant(), variant()];
  #compare = check(t('compareWith'), { change: () => this.#second() });
  #other = el('div', { class: 'form variant' });
  #title = el('h2', { tabindex: -1 }, t('newRun'));
  #started = status();
  #file = el('input', { type: 'file', accept: '.json,application/json' });
  #judged = status();
  #said = status();
  #list = el('div', {});
  #shown = el('div', {});
  #open = '';
  #timer = 0;
  #away = false;

  constructor() {
    const [first, second] = this.#variants;
    this.#other.append(field(t('comparedWith'), second.source), field(t('modelByName'), second.model, t('modelHint')), field(t('template'), second.template, t('templateHint')));
    this.#second();
    this.elements = [
      el('section', { class: 'card' }, this.#title, note(t('runNote')),
        form(() => this.#start(), field(t('cases'), this.#cases), field(t('spendingLimit'), this.#limit), field(t('asked'), first.source), field(t('modelByName'), first.model, t('modelHint')),
          field(t('template'), first.template, t('templateHint')),
          el('fieldset', { class: 'whole' }, el('legend', {}, t('languagesAsked')), this.#languages), el('div', { class: 'whole' }, this.#compare.element, this.#other),
          el('div', { class: 'buttons' }, submit(t('startRun')))), this.#started),
      card(t('judgeRecording'), null, note(t('recordingNote')),
        form(() => this.#judge(), el('div', { class: 'half' }, field(t('recordingFile'), this.#file)), el('div', { class: 'buttons' }, submit(t('judge')))), this.#judged),
      card(t('runs'), button(t('reloadRuns'), () => this.load(), 'link'), this.#said, this.#list, this.#shown),
    ];
  }

  casesAre(sets, languages) {
    const chosen = this.#cases.value;
    this.#cases.replaceChildren(el('option', { value: 'all' }, t('allCases')), ...sets.map(({ name, cases }) => el('option', { value: name }, t('setOf', { set: name, count: cases }))));
    this.#cases.value = sets.some(({ name }) => name === chosen) ? chosen : 'all';
    this.#boxes = languages.map((one) => [one, check(one)]);
    this.#languages.replaceChildren(...this.#boxes.map(([, { element }]) => element));
  }

  /** Chooses one case alone, to be run again. */
  prepare(ids, name) {
    const value = JSON.stringify(ids);
    this.#cases.prepend(el('option', { value }, name));
    this.#cases.value = value;
    this.#title.focus();
    this.#title.scrollIntoView({ block: 'start' });
  }

  #second() {
    this.#other.hidden = !this.#compare.box.checked;
  }

  async #start() {
    await attempt(this.#started, async () => {
      const { value } = this.#cases;
      const run = await api.startRun({
        cases: value.startsWith('[') ? JSON.parse(value) : value,
        languages: this.#boxes.filter(([, { box }]) => box.checked).map(([one]) => one),
        variants: this.#variants.slice(0, this.#compare.box.checked ? 2 : 1).map(asked),
        spendingLimit: this.#limit.value.trim().replace(',', '.'),
      });
      this.#open = run.id;
      await this.load();
      return t('runStarted', { count: run.planned });
    });
  }

  async #judge() {
    const [file] = this.#file.files;
    if (!file) return this.#file.focus();
    await attempt(this.#judged, async () => {
      const run = await api.judgeRecording(await file.text());
      this.#open = run.id;
      await this.load();
      return t('judging', { count: run.planned });
    });
  }

  async load() {
    clearTimeout(this.#timer);
    this.#away = false;
    let going = false;
    try {
      const runs = await api.runs();
      going = runs.some(({ state }) => state === 'running');
      this.#said.className = 'note';
      this.#said.textContent = runs.length === 0 ? t('noRuns') : '';
      this.#listed(runs);
      if (this.#open) await this.#results();
    } catch (refused) {
      this.#said.className = 'note bad';
      this.#said.textContent = refused.message;
    }
    clearTimeout(this.#timer);
    if (going && !this.#away) this.#timer = setTimeout(() => this.load(), SECONDS_BETWEEN_LOOKS * 1000);
  }

  pause() {
    this.#away = true;
    clearTimeout(this.#timer);
  }

  #listed(runs) {
    for (const { source } of this.#variants) recordings(source, runs);
    this.#list.replaceChildren(...(runs.length === 0 ? [] : [table(t('runs'),
      [t('time'), t('user'), t('asked'), t('state'), ...['progress', 'spent', 'limit', 'goodAnswers'].map((key) => ({ text: t(key), number: true })), t('action')], runs.map((run) => this.#row(run)))]));
  }

  #row(run) {
    const at = momentOfYear(run.startedAt);
    const labelled = (text, act) => {
      const does = button(text, act, 'link');
      does.setAttribute('aria-label', t('namely', { what: text, title: at }));
      return does;
    };
    const going = run.state === 'running';
    return [
      at, run.startedBy, run.variants.map(({ label }) => label).join(' / '), [chip(word('run', run.state), STATES[run.state] ?? 'bad')],
      `${whole(run.done)} / ${whole(run.planned)}`, amount(run.spent, t('notKnown')), amount(run.spendingLimit), wholes(run.sums).map(({ good, asked }) => `${whole(good)} / ${whole(asked)}`).join(', '),
      [labelled(t('results'), () => this.#openRun(run.id)), ' ', labelled(t(going ? 'stop' : 'remove'), () => this.#end(run, going))],
    ];
  }

  async #openRun(id) {
    this.#open = id;
    await attempt(this.#said, () => this.#results().then(() => ''));
    this.#shown.querySelector('h3')?.focus();
  }

  async #end({ id, startedAt }, going) {
    if (!going && !await confirm({ title: t('removeRun', { time: momentOfYear(startedAt) }), yes: t('remove') })) return;
    await attempt(this.#said, () => api.endRun(id).then(() => ''));
    if (!going && this.#open === id) {
      this.#open = '';
      this.#shown.replaceChildren();
    }
    await this.load();
  }

  async #results() {
    const run = await api.run(this.#open);
    const opened = new Set([...this.#shown.querySelectorAll('details[open]')].map(({ dataset }) => dataset.at));
    this.#shown.replaceChildren(
      el('h3', { tabindex: -1 }, t('resultsOf', { time: momentOfYear(run.startedAt) })), ...(run.leftOut > 0 ? [note(t('leftOutOfRun', { count: run.leftOut }), 'warn')] : []),
      ...(run.state === 'running' ? [] : [recordingLinks(run)]), comparison(run), resultTable(run, opened));
  }
}

/** The answers of each variant as a file, which another server judges too. */
function recordingLinks({ id, variants }) {
  return el('div', { class: 'buttons' }, ...variants.map(({ label }, at) =>
    el('a', { class: 'plain', href: api.recordingAddress(id, at), download: '' }, t('recordingOf', { label }))));
}

function variant() {
  return { source: choice(LIVE.map((value) => [value, live(value)])), model: input(), template: input() };
}

function live(value) {
  const [slot, tier] = value.split(' ');
  return t('liveModel', { slot: word('slot', slot), tier: word('tier', tier) });
}

/** Beside the models the answers of earlier runs, which cost nothing. */
function recordings(source, runs) {
  const chosen = source.value;
  const recorded = runs.filter(({ state }) => state !== 'running').flatMap((run) => run.variants.map(({ label }, at) =>
    [JSON.stringify([run.id, at]), t('recorded', { label, time: momentOfYear(run.startedAt) })]));
  source.replaceChildren(...LIVE.map((value) => el('option', { value }, live(value))), ...recorded.map(([value, text]) => el('option', { value }, text)));
  source.value = [...source.options].some(({ value }) => value === chosen) ? chosen : LIVE[0];
}

function asked({ source, model, template }) {
  if (source.value.startsWith('[')) {
    const [recording, at] = JSON.parse(source.value);
    return { recording, variant: at };
  }
  const [slot, tier] = source.value.split(' ');
  return { slot, tier, ...(model.value.trim() ? { model: model.value.trim() } : {}), ...(template.value.trim() ? { template: template.value.trim() } : {}) };
}

const wholes = (sums) => sums.filter(({ language }) => language === '');

const FIGURES = [
  ['askedCases', ({ asked, failed }) => (failed > 0 ? t('andFailed', { asked, failed }) : whole(asked))],
  ['goodAnswers', ({ good, asked }) => `${whole(good)} / ${whole(asked)}`],
  ['factsRight', ({ factsRight, factsExpected }) => `${whole(factsRight)} / ${whole(factsExpected)}`],
  ['forbiddenFound', ({ forbiddenFound }) => whole(forbiddenFound)],
  ['figuresUnmatched', ({ figuresUnmatched, figuresChecked }) => `${whole(figuresUnmatched)} / ${whole(figuresChecked)}`],
  ['languageWrong', ({ languageWrong }) => whole(languageWrong)],
  ['refusalsWrong', ({ refusalsWrong }) => whole(refusalsWrong)],
  ['tokensInOut', ({ usage }) => `${whole(usage.input)} / ${whole(usage.output)}`],
  ['cost', ({ cost }) => amount(cost, t('notKnown'))],
  ['firstP50P95', ({ firstP50Ms, firstP95Ms }) => `${span(firstP50Ms)} / ${span(firstP95Ms)}`],
];

/** The variants beside each other, in all and by language. */
function comparison({ variants, sums }) {
  const columns = sums.toSorted((a, b) => a.language.localeCompare(b.language) || a.variant - b.variant);
  return table(t('comparison'), [t('figure'), ...columns.map(({ language, variant }) => ({ text: language ? `${variants[variant].label}, ${language}` : variants[variant].label, number: true }))],
    FIGURES.map(([key, of]) => [t(key), ...columns.map(of)]), 'compared');
}

function resultTable({ variants, results }, opened) {
  return table(t('results'), [t('name'), t('language'), t('asked'), t('result'), { text: t('whatIsWrong'), wide: true }, { text: t('cost'), number: true }, { text: t('first'), number: true }, { text: t('answer'), wide: true }],
    results.map((one) => [
      one.name, one.language, variants[one.variant].label, [verdict(one)], wrong(one) || NONE, one.status === 'done' ? amount(one.cost, t('notKnown')) : NONE, span(one.firstMs ?? null),
      one.answer ? answer(one, opened) : NONE,
    ]));
}

function verdict({ status, good }) {
  if (status === 'done') return chip(t(good ? 'good' : 'notGood'), good ? 'good' : 'bad');
  return chip(word('status', status), status === 'failed' ? 'bad' : 'mute');
}

function wrong({ factsMissing, forbiddenFound, figures, languageRight, languageAnswered, refused, refusalExpected, problem, status }) {
  if (status === 'failed') return problem;
  if (status !== 'done') return '';
  return [
    factsMissing.length > 0 && t('missing', { what: factsMissing.join(', ') }),
    forbiddenFound.length > 0 && t('mustNotBe', { what: forbiddenFound.join(', ') }),
    figures.unmatched.length > 0 && t('unmatched', { what: figures.unmatched.join(', ') }),
    languageRight === false && t('wrongLanguage', { language: languageAnswered ?? '' }),
    refused !== refusalExpected && t(refused ? 'refusedWrongly' : 'notRefused'),
  ].filter(Boolean).join('; ');
}

function answer({ position, language, answer: text }, opened) {
  const at = String(position);
  return el('details', { 'data-at': at, open: opened.has(at) }, el('summary', {}, t('read')), el('div', { class: 'answer', lang: language }, text));
}
