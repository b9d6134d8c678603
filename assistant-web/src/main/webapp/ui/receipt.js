import { el } from './dom.js';

/**
 * What was sent for an answer, and to whom: the counts that every answer has, and each field if the server gives a receipt
 * `{recipients: [{provider, region}], sent: [{label, masked}], leftOut: [{label, reason}]}`.
 */
export function receiptView({ sentFields, leftOut, receipt, source, model }, { text }) {
  const sent = receipt?.sent ?? [];
  const omitted = receipt?.leftOut ?? [];
  const masked = sent.filter((field) => field.masked).length;
  const summary = [
    text('receipt', { count: sentFields }),
    masked > 0 && `${masked} ${text('masked')}`,
    leftOut > 0 && text('receiptLeftOut', { count: leftOut }),
  ];
  const recipients = receipt?.recipients ?? (source === 'offline' || source === 'cache' ? [] : [{ provider: model }]);
  const to = recipients.map(({ provider, region }) => (region ? `${provider} (${region})` : provider)).join(', ');
  return el(
    'details',
    { class: 'receipt fold' },
    el('summary', {}, summary.filter(Boolean).join(' · ')),
    el(
      'div',
      { class: 'fields' },
      el('p', {}, text(to ? 'receiptTo' : 'receiptNobody', { to })),
      sent.length > 0 ? el('p', {}, names(sent, text).join(' · ')) : null,
      omitted.length > 0 ? el('p', { class: 'caption' }, text('leftOut')) : null,
      omitted.length > 0 ? el('dl', {}, ...omitted.flatMap(({ label, reason }) => [el('dt', {}, label), el('dd', {}, reason ?? '')])) : null,
    ),
  );
}

/** What is sent of each row has the same name as often. */
function names(sent, text) {
  const times = new Map();
  for (const { label, masked } of sent) {
    const name = masked ? `${label} (${text('masked')})` : label;
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  return [...times].map(([name, count]) => (count > 1 ? `${name} × ${count}` : name));
}
