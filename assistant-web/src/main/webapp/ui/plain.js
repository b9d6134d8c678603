import { chartRows } from './chart.js';
import { el } from './dom.js';
import { chartOf, lex } from './markdown.js';

/** An answer without Markdown and citations, to be pasted or read aloud. */
export function plainText(source) {
  return blocks(lex(source)).join('\n\n');
}

/** What of an answer is meant to be put elsewhere: its fenced blocks, such as a letter, or else all of it. */
export function insertableText(source) {
  const fenced = lex(source).filter((token) => token.type === 'code' && token.lang !== 'chart');
  return fenced.length > 0 ? fenced.map((token) => token.text).join('\n\n') : plainText(source);
}

function blocks(tokens) {
  return tokens.map(block).filter((text) => text !== '');
}

function block(token) {
  switch (token.type) {
    case 'space':
    case 'hr':
      return '';
    case 'list':
      return token.items
        .map((item, index) => (token.ordered ? `${token.start + index}. ` : '- ') + blocks(item.tokens).join('\n  '))
        .join('\n');
    case 'table':
      return [token.header, ...token.rows].map((row) => row.map((cell) => inline(cell.tokens)).join('\t')).join('\n');
    case 'blockquote':
      return blocks(token.tokens).join('\n\n');
    case 'code': {
      const chart = chartOf(token);
      return chart ? chartRows(chart, String).map((row) => row.join('\t')).join('\n') : token.text;
    }
    default:
      return (token.tokens ? inline(token.tokens) : token.text ?? '').trim();
  }
}

function inline(tokens) {
  return tokens.map(span).join('').replace(/ +([.,;:!?)]|$)/gm, '$1');
}

function span(token) {
  if (token.type === 'br') return '\n';
  if (token.type === 'checkbox') return token.checked ? '\u2611 ' : '\u2610 ';
  return token.tokens ? token.tokens.map(span).join('') : token.text ?? token.raw;
}

/** Says whether it worked; the focus returns to `beside`. */
export async function copyText(text, beside) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No clipboard API without HTTPS.
    return copySelected(text, beside);
  }
}

function copySelected(text, beside) {
  const area = el('textarea', { class: 'unseen', 'aria-hidden': 'true', tabindex: -1 });
  area.value = text;
  beside.after(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  beside.focus({ preventScroll: true });
  return copied;
}
