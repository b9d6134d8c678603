import { Lexer, Tokenizer } from '../_static/marked/17.0.5/lib/marked.esm.js';
import { chartData } from './chart.js';
import { CITATION, HALF_CITATION } from './citations.js';
import { el } from './dom.js';

const DEEPEST = 12;

/** The figures of a fenced block `chart` that has arrived whole, or null. */
export function chartOf({ lang, raw, text }) {
  return lang === 'chart' && /\n {0,3}(`{3,}|~{3,})\s*$/.test(raw) ? chartData(text) : null;
}

/** Markdown with citations, without HTML and link definitions: they stay plain text. */
class LimitedTokenizer extends Tokenizer {
  html() {}

  tag() {}

  def() {}

  link(src) {
    const citation = CITATION.exec(src);
    return citation ? { type: 'citation', raw: citation[0], id: citation[1] } : super.link(src);
  }
}

/** Splits Markdown into tokens; what the lexer cannot take becomes plain text. */
export function lex(source) {
  try {
    return new Lexer({ gfm: true, breaks: true, tokenizer: new LimitedTokenizer() }).lex(source);
  } catch {
    return [{ type: 'paragraph', raw: source, text: source, tokens: [{ type: 'text', raw: source, text: source }] }];
  }
}

/** Maps the headings of an answer to h3 and below, never skipping a level. */
class Headings {
  #base;
  #last;

  constructor(base = 0, last = 2) {
    this.#base = base;
    this.#last = last;
  }

  level(depth) {
    this.#base ||= depth;
    this.#last = Math.max(3, Math.min(6, this.#last + 1, 3 + depth - this.#base));
    return this.#last;
  }

  copy() {
    return new Headings(this.#base, this.#last);
  }
}

class Builder {
  #cite;
  #tableName;
  #chart;
  #headings;

  constructor({ cite, tableName, chart }, headings) {
    this.#cite = cite;
    this.#tableName = tableName;
    this.#chart = chart;
    this.#headings = headings;
  }

  /** The blocks of an answer, each in the direction of its own words. */
  answer(tokens) {
    const nodes = this.#blocks(tokens, 0);
    for (const node of nodes) if (node.dir === '') node.dir = 'auto';
    return nodes;
  }

  #blocks(tokens, depth) {
    return tokens.flatMap((token) => (depth > DEEPEST ? [token.raw] : this.#block(token, depth)));
  }

  #block(token, depth) {
    switch (token.type) {
      case 'space':
        return [];
      case 'heading':
        // A half-arrived `##` must not set the level of those to come.
        return token.text.trim() === '' ? [] : [el(`h${this.#headings.level(token.depth)}`, {}, ...this.#inline(token.tokens))];
      case 'paragraph':
        return [el('p', {}, ...this.#inline(token.tokens))];
      case 'text':
        return token.tokens ? this.#inline(token.tokens) : [token.text];
      case 'list':
        return [this.#list(token, depth)];
      case 'table':
        return [this.#table(token)];
      case 'blockquote':
        return [el('blockquote', {}, ...this.#blocks(token.tokens, depth + 1))];
      case 'code':
        return [this.#code(token)];
      case 'hr':
        return [el('hr')];
      default:
        return this.#inline([token]);
    }
  }

  #code(token) {
    const data = this.#chart && chartOf(token);
    return data ? this.#chart(data, (head, rows) => this.#plainTable(head, rows)) : el('pre', { tabindex: 0, dir: 'ltr' }, el('code', {}, token.text));
  }

  #list(token, depth) {
    const start = token.ordered && token.start !== 1 ? token.start : null;
    const items = token.items.map((item) => el('li', {}, ...this.#blocks(item.tokens, depth + 1)));
    return el(token.ordered ? 'ol' : 'ul', { start }, ...items);
  }

  #table(token) {
    const cell = (tag, scope) => (content) =>
      el(tag, { scope, class: [content.align, tag === 'td' && content.text.replace(/ ?\[#.*?\]/g, '').length < 14 && 'short'].filter(Boolean).join(' ') || null }, ...this.#inline(content.tokens));
    const head = el('tr', {}, ...token.header.map(cell('th', 'col')));
    const rows = token.rows.map((row) => el('tr', {}, ...row.map(cell('td', null))));
    return this.#scrolling(token.header.map((column) => column.text), head, rows);
  }

  #plainTable(columns, lines) {
    const head = el('tr', {}, ...columns.map((column, i) => (column === '' ? el('td') : el('th', { scope: 'col', class: i > 0 && 'right' }, column))));
    const rows = lines.map(([name, ...cells]) => el('tr', {}, el('th', { scope: 'row' }, name), ...cells.map((cell) => el('td', { class: 'right short' }, cell))));
    return this.#scrolling(columns.filter(Boolean), head, rows);
  }

  #scrolling(columns, head, rows) {
    const table = el('table', {}, el('thead', {}, head), el('tbody', {}, ...rows));
    return el('div', { class: 'table', role: 'group', 'aria-label': this.#tableName(columns.join(', ')), tabindex: 0 }, table);
  }

  #inline(tokens, depth = 0) {
    return (tokens ?? []).flatMap((token) => (depth > DEEPEST ? [token.raw] : this.#span(token, depth)));
  }

  #span(token, depth) {
    const inside = () => this.#inline(token.tokens, depth + 1);
    switch (token.type) {
      case 'strong':
      case 'em':
      case 'del':
        return [el(token.type, {}, ...inside())];
      case 'codespan':
        return [el('code', {}, token.text)];
      case 'br':
        return [el('br')];
      case 'citation':
        return [this.#cite(token.id)].filter(Boolean);
      case 'checkbox':
        return [token.checked ? '\u2611 ' : '\u2610 '];
      case 'link':
        // Only its words: no address that a model writes is worth a click.
        return inside();
      case 'image':
        return [token.text];
      default:
        return token.tokens ? inside() : [token.text ?? token.raw];
    }
  }
}

/** Shows Markdown that arrives in pieces: only the last, open block is built again. */
export class MarkdownView {
  #root;
  #hooks;
  #source = '';
  #closed = 0;
  #headings = new Headings();
  #open = [];

  /** `cite(id)` gives the node for a citation or null, `tableName(columns)` the name of a table, `chart(data, table)` a chart. */
  constructor(root, hooks) {
    this.#root = root;
    this.#hooks = hooks;
  }

  get source() {
    return this.#source;
  }

  add(text) {
    this.#source += text;
  }

  show() {
    // A carriage return at the very end may be the first half of a line end.
    const source = this.#source.replace(/\r$/, '').replace(/\r\n?/g, '\n');
    const tail = source.slice(this.#closed);
    const closed = closedBlocks(tail);
    const length = closed.reduce((sum, token) => sum + token.raw.length, 0);
    const focused = this.#focusedCitation();
    if (length > 0) {
      this.#replaceOpen(new Builder(this.#hooks, this.#headings).answer(closed));
      this.#open = [];
      this.#closed += length;
    }
    this.#replaceOpen(new Builder(this.#hooks, this.#headings.copy()).answer(lex(presentable(tail.slice(length)))));
    this.#focusCitation(focused);
  }

  finish() {
    const focused = this.#focusedCitation();
    this.#source = this.#source.replace(/\r\n?/g, '\n').replace(HALF_CITATION, '');
    this.#open = [];
    this.#root.replaceChildren(...new Builder(this.#hooks, new Headings()).answer(lex(this.#source)));
    this.#focusCitation(focused);
  }

  clear() {
    this.#source = '';
    this.#closed = 0;
    this.#headings = new Headings();
    this.#open = [];
    this.#root.replaceChildren();
  }

  #replaceOpen(nodes) {
    for (const node of this.#open) node.remove();
    const before = this.#root.childNodes.length;
    this.#root.append(...nodes);
    this.#open = [...this.#root.childNodes].slice(before);
  }

  // Whoever has the focus on a citation keeps it when its block is built anew.
  #focusedCitation() {
    const focused = this.#root.getRootNode().activeElement;
    return focused && this.#root.contains(focused) ? this.#citations().indexOf(focused) : -1;
  }

  #focusCitation(index) {
    const citation = this.#citations()[index];
    if (citation && this.#root.getRootNode().activeElement !== citation) citation.focus({ preventScroll: true });
  }

  #citations() {
    return [...this.#root.querySelectorAll('.citation')];
  }
}

/** What no further text can change: all blocks but the last of the complete lines. */
function closedBlocks(tail) {
  const lines = tail.slice(0, tail.lastIndexOf('\n') + 1);
  const tokens = lex(lines);
  const last = tokens.findLastIndex((token) => token.type !== 'space');
  const closed = tokens.slice(0, Math.max(0, last));
  return tail.startsWith(closed.map((token) => token.raw).join('')) ? closed : [];
}

/** Hides half a citation and closes open bold words. */
function presentable(tail) {
  const text = tail.replace(HALF_CITATION, '').replace(/\[$/, '');
  const line = text.slice(text.lastIndexOf('\n') + 1);
  const odd = !text.trimStart().startsWith('```') && line.split('**').length % 2 === 0;
  if (!odd) return text.replace(/(^|[^*])\*$/, '$1');
  return text.endsWith('**') ? text.slice(0, -2) : `${text.trimEnd()}**`;
}
