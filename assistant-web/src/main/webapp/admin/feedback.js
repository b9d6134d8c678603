import { el } from '../ui/dom.js';
import * as api from './api.js';
import { amount, momentOfYear, NONE } from './figures.js';
import { t, word } from './i18n.js';
import { attempt, button, card, chip, choice, field, form, input, note, status, submit, table } from './kit.js';

const PAGE = 50;

/** What people said about their answers; a bad one becomes a case. */
export class Feedback {
  #makeCase;
  #rating = choice([['', t('all.ratings')], ['down', t('rating.down')], ['up', t('rating.up')]]);
  #type = input();
  #month = el('input', { type: 'month' });
  #said = status();
  #place = el('div', {});
  #more = el('button', { type: 'button', class: 'plain', hidden: true, click: () => this.#page() }, t('olderRatings'));
  #rows = [];

  constructor(makeCase) {
    this.#makeCase = makeCase;
    this.#rating.value = 'down';
    this.element = card(t('feedback'), null, note(t('feedbackNote')),
      form(() => this.load(), field(t('rating'), this.#rating), field(t('month'), this.#month), field(t('by.recordType'), this.#type), el('div', { class: 'buttons' }, submit(t('search')))),
      this.#said, this.#place, this.#more);
  }

  async load() {
    this.#rows = [];
    await this.#page();
  }

  async #page() {
    await attempt(this.#said, async () => {
      const { feedback, more } = await api.feedback({
        rating: this.#rating.value, month: this.#month.value, recordType: this.#type.value.trim(), offset: this.#rows.length, limit: PAGE,
      });
      this.#rows.push(...feedback);
      this.#more.hidden = !more;
      this.#place.replaceChildren(...(this.#rows.length === 0 ? [] : [table(t('feedback'),
        [t('time'), t('rating'), { text: t('reason'), wide: true }, t('user'), t('record'), t('prepared'), t('by.model'), { text: t('cost'), number: true }, t('evaluation')],
        this.#rows.map((one) => this.#row(one)))]));
      return this.#rows.length === 0 ? t('noRatings') : t('ratingsFound', { count: this.#rows.length });
    });
  }

  #row(one) {
    const make = button(t('makeCase'), () => this.#makeCase(one), 'link');
    make.setAttribute('aria-label', t('namely', { what: t('makeCase'), title: `${one.record.type} ${one.record.id}, ${momentOfYear(one.ratedAt)}` }));
    return [
      momentOfYear(one.ratedAt), [chip(word('rating', one.rating), one.rating === 'down' ? 'bad' : 'good')], one.reason || NONE, one.user, `${one.record.type} ${one.record.id}`,
      one.action, one.model, amount(one.cost, t('notKnown')), [make, ...(one.cases.length > 0 ? [` ${t('casesMade', { count: one.cases.length })}`] : [])],
    ];
  }
}
