import { chartData } from './chart.js';
import { CITATION, HALF_CITATION } from './citations.js';
import { el } from './dom.js';

const DEEPEST = 12;

/** The figures of a fenced block `chart` that has arrived whole, or null. */
export function chartOf({ lang, raw, text }) {
  return lang === 'chart' && /\n {0,3}(`{3,}|~{3,})\s*$/.test(raw) ? chartData(text) : null;
}

/** Markdown with citations, without HTML and link definitions: they stay plain text. */
const limited = (Tokenizer) =>
  class extends Tokenizer {
    html() {}

    tag() {}

    def() {}

    link(src) {
      const citation = CITATION.exec(src);
      return citation ? { type: 'citation', raw: citation[0], id: citation[1], text: citation[2] } : super.link(src);
    }
  };

let newLexer = null;
let loadingLexer = null;
let failures = 0;

/** Loads what splits Markdown. It is larger than all else here, so the prompt does not wait for it: only the first answer does. */
export function loadLexer() {
  loadingLexer ??= import(`../_static/marked/17.0.5/lib/marked.esm.js${failures ? `?${failures}` : ''}`).then(
    ({ Lexer, Tokenizer }) => {
      const Limited = limited(Tokenizer);
      newLexer = () => new Lexer({ gfm: true, breaks: true, tokenizer: new Limited() });
    },
    (cause) => {
      loadingLexer = null;
      // Browsers may remember an address that failed.
      failures++;
      throw cause;
    },
  );
  return loadingLexer;
}

/** Splits Markdown into tokens; what the lexer cannot take becomes plain text. */
export function lex(source) {
  try {
    return newLexer().lex(source);
  } catch {
    return source === '' ? [] : [{ type: 'paragraph', raw: source, text: source, tokens: [{ type: 'text', raw: source, text: source }] }];
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
    return nodes.map((node) => (typeof node === 'string' ? document.createTextNode(node) : node));
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
      case 'citation': {
        const parts = [this.#cite(token.id), token.text].filter(Boolean);
        // A browser may break the line before the comma that follows a button.
        return parts.length > 1 ? [el('span', { class: 'short' }, ...parts)] : parts;
      }
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

/** Shows Markdown that arrives in pieces: only the last, open block is read again, and only what differs in it is touched. */
export class MarkdownView {
  #root;
  #hooks;
  #source = '';
  #half = '';
  // How much of the source, and how many nodes, are closed; how long the complete lines behind them were when last looked at.
  #closed = 0;
  #kept = 0;
  #lines = 0;
  #headings = new Headings();

  /** `cite(id)` gives the node for a citation or null, `tableName(columns)` the name of a table, `chart(data, table)` a chart. */
  constructor(root, hooks) {
    this.#root = root;
    this.#hooks = hooks;
  }

  get source() {
    return this.#source;
  }

  add(text) {
    const all = this.#half + text;
    // A carriage return at the very end may be the first half of a line end.
    this.#half = all.endsWith('\r') ? '\r' : '';
    this.#source += all.slice(0, all.length - this.#half.length).replace(/\r\n?/g, '\n');
  }

  show() {
    const tail = this.#source.slice(this.#closed);
    const closed = this.#newlyClosed(tail);
    const length = closed.reduce((sum, token) => sum + token.raw.length, 0);
    const nodes = new Builder(this.#hooks, this.#headings).answer(closed);
    const open = new Builder(this.#hooks, this.#headings.copy()).answer(lex(presentable(tail.slice(length))));
    this.#update([...nodes, ...open]);
    this.#kept += nodes.length;
    this.#closed += length;
    this.#lines -= length;
  }

  finish() {
    this.#source = (this.#source + this.#half.replace('\r', '\n')).replace(HALF_CITATION, '');
    this.#half = '';
    this.#kept = 0;
    this.#update(new Builder(this.#hooks, new Headings()).answer(lex(this.#source)));
  }

  clear() {
    this.#source = this.#half = '';
    this.#closed = this.#kept = this.#lines = 0;
    this.#headings = new Headings();
    this.#root.replaceChildren();
  }

  /** Nothing can have closed before another line is complete. */
  #newlyClosed(tail) {
    const length = tail.lastIndexOf('\n') + 1;
    if (length === this.#lines) return [];
    this.#lines = length;
    return closedBlocks(tail.slice(0, length));
  }

  #update(nodes) {
    const focused = this.#focusedCitation();
    renewAll(this.#root, this.#root.childNodes[this.#kept], nodes);
    if (focused >= 0) this.#citations()[focused]?.focus({ preventScroll: true });
  }

  // Whoever has the focus on a citation keeps it when its block is built anew.
  #focusedCitation() {
    const focused = this.#root.getRootNode().activeElement;
    return focused && this.#root.contains(focused) ? this.#citations().indexOf(focused) : -1;
  }

  #citations() {
    return [...this.#root.querySelectorAll('.citation')];
  }
}

/** Makes the nodes from `present` on like the wanted ones. What stays needs no new layout, and keeps focus and scroll position. */
function renewAll(parent, present, wanted) {
  for (const node of wanted) {
    const next = present?.nextSibling;
    if (present) renew(present, node);
    else parent.append(node);
    present = next;
  }
  while (present) {
    const next = present.nextSibling;
    present.remove();
    present = next;
  }
}

function renew(present, node) {
  if (present.isEqualNode(node)) return;
  if (present.nodeType === Node.TEXT_NODE && node.nodeType === Node.TEXT_NODE) present.data = node.data;
  else if (present.cloneNode().isEqualNode(node.cloneNode())) renewAll(present, present.firstChild, [...node.childNodes]);
  else present.replaceWith(node);
}

/** What no further text can change: all blocks but the last of the complete lines. */
function closedBlocks(lines) {
  const tokens = lex(lines);
  const last = tokens.findLastIndex((token) => token.type !== 'space');
  const closed = tokens.slice(0, Math.max(0, last));
  return lines.startsWith(closed.map((token) => token.raw).join('')) ? closed : [];
}

/** Hides half a citation and closes open bold words. */
function presentable(tail) {
  const text = tail.replace(HALF_CITATION, '').replace(/\[$/, '');
  const line = text.slice(text.lastIndexOf('\n') + 1);
  const odd = !text.trimStart().startsWith('```') && line.split('**').length % 2 === 0;
  if (!odd) return text.replace(/(^|[^*])\*$/, '$1');
  return text.endsWith('**') ? text.slice(0, -2) : `${text.trimEnd()}**`;
}
