import { el } from './dom.js';

/** What an answer took: model, times, tokens, cost. What is not known is said to be unknown, it is never 0. */
export function footer({ model, usage, cost, latency }, language) {
  const { text } = language;
  const facts = [
    model,
    known(latency?.firstMs) && text('firstResponse', { seconds: language.seconds(latency.firstMs) }),
    known(latency?.totalMs) && text('total', { seconds: language.seconds(latency.totalMs) }),
    tokens(usage, text),
    cost ? language.money(cost) : text('costUnknown'),
  ];
  const items = facts.filter(Boolean).map((fact) => el('li', {}, fact));
  return el('ul', { class: 'footer', part: 'footer', 'aria-label': text('details') }, ...items);
}

function tokens(usage, text) {
  if (!known(usage?.input) || !known(usage?.output)) return text('tokensUnknown');
  // The classes are disjoint; together they are what went in.
  const input = usage.input + (usage.cacheRead ?? 0) + (usage.cacheWrite ?? 0);
  const key = usage.usageSource && usage.usageSource !== 'reported' ? 'tokensEstimated' : 'tokens';
  return text(key, { input, output: usage.output });
}

const known = Number.isFinite;
