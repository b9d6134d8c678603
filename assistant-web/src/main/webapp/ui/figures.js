import { el, unseen } from './dom.js';

/** Marks every place in the text where one of the figures stands by itself. */
export function markFigures(root, figures, note) {
  if (figures.length === 0) return;
  const longestFirst = [...figures].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(?<![\\d.,])(?:${longestFirst.join('|')})(?![.,]?\\d)`, 'g');
  for (const node of textNodes(root)) mark(node, pattern, note);
}

function mark(node, pattern, note) {
  const text = node.data;
  const pieces = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    pieces.push(text.slice(end, match.index), el('mark', { title: note }, match[0], unseen(` (${note})`)));
    end = match.index + match[0].length;
  }
  if (pieces.length > 0) node.replaceWith(...pieces, text.slice(end));
}

function textNodes(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest('.citation')) nodes.push(walker.currentNode);
  }
  return nodes;
}

const escaped = (figure) => figure.replace(/[.*+?^${}()|[\]\\\/-]/g, '\\$&');
