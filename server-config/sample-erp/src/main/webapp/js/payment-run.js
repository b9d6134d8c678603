import { get, Problem } from './api.js';
import { chip, date, measure, money, number } from './format.js';
import { start } from './shell.js';

// React and its renderer come from this application, as scripts that set two names.
const { createElement: h, useEffect, useState } = window.React;

const outcomes = { STOPPED: 'stopped', WARNED: 'to be looked at', PASSED: 'passed' };

start('payment-runs', async () => {
  const id = new URLSearchParams(location.search).get('id');
  if (!id) throw new Problem('This record does not exist, or you may not see it.');
  const run = await get(`payment-runs/${encodeURIComponent(id)}`);
  document.title = `Payment run ${run.number} – NordWerk ERP`;
  const island = document.createElement('div');
  island.className = 'island';
  const beside = document.createElement('div');
  beside.className = 'assistant';
  document.getElementById('main').after(beside);
  window.ReactDOM.createRoot(island).render(h(Screen, { run, id, beside }));
  return [island];
});

/** The whole screen; the assistant is an element like any other. */
function Screen({ run, id, beside }) {
  const [flagged, setFlagged] = useState(true);
  const [status, setStatus] = useState('');
  useEffect(() => {
    const answered = () => setStatus('The assistant has answered about this run.');
    document.addEventListener('assistant-answer', answered);
    return () => document.removeEventListener('assistant-answer', answered);
  }, []);
  const items = run.items.filter((item) => !flagged || item.flag || item.blockedBecause);
  return h(window.React.Fragment, null,
    h('div', { className: 'sheet' },
      h(Heading, { run }),
      run.decisions.length > 0 && h(Rules, { decisions: run.decisions }),
      h('section', { className: 'card' },
        h('h2', null, 'Payments'),
        h('div', { className: 'row' },
          h('label', { className: 'check' },
            h('input', { type: 'checkbox', checked: flagged, onChange: (event) => setFlagged(event.target.checked) }),
            'Only what is to be looked at'),
          h('span', { role: 'status', className: 'soft' }, `${items.length} of ${run.items.length} shown. ${status}`)),
        h(Items, { run, items }))),
    window.ReactDOM.createPortal(
      h('erp-assistant', {
        endpoint: '/assistant',
        'record-type': 'payment-run',
        'record-id': id,
        lang: navigator.language || 'en',
      }), beside));
}

function Heading({ run }) {
  const amount = (value) => money(value, run.currency);
  return h('section', { className: 'card' },
    h('div', { className: 'title' },
      h('h1', { 'data-assistant-field': 'number' }, `Payment run ${run.number}`),
      h('span', { className: chip(run.statusCode), 'data-assistant-field': 'status' }, run.status)),
    h('dl', { className: 'figures' }, [
      ['Planned for', 'plannedOn', date(run.plannedOn)],
      ['Payments', 'payments', number(run.payments)],
      ['Suppliers', 'suppliers', number(run.suppliers)],
      ['To be paid', 'amount', amount(run.amount)],
      ['Look like duplicates', 'duplicateCandidates', number(run.duplicateCandidates), run.duplicateCandidates > 0],
      ['Changed accounts', 'changedAccounts', number(run.changedAccounts), run.changedAccounts > 0],
      ['Blocked', 'blocked', number(run.blocked)],
      ['Blocked amount', 'blockedAmount', amount(run.blockedAmount)],
      ['Discount taken', 'discountTaken', amount(run.discountTaken)],
      ['Discount lost', 'discountLost', amount(run.discountLost)],
      ['Early without a discount', 'early', number(run.early)],
      ['After the due date', 'late', number(run.late)],
      ['Proposed by', 'createdBy', run.createdBy],
      ['Released by', 'releasedBy', run.releasedBy ?? '–'],
    ].map(([label, field, value, bad]) => h('div', { key: field, className: bad ? 'bad' : undefined },
      h('dt', null, label), h('dd', { 'data-assistant-field': field }, value)))));
}

function Rules({ decisions }) {
  return h('section', { className: 'card' }, h('h2', null, 'Rules applied'),
    h(Grid, {
      caption: 'Rules applied',
      rows: decisions,
      id: (row) => `decisions.${row.subject ? `${row.rule}-${row.subject}` : row.rule}`,
      columns: [
        ['Rule', 'rule', (row) => h('span', null, h('strong', { className: 'nowrap' }, row.rule), h('span', { className: 'under' }, row.statement)), 'text'],
        ['Payment', null, (row) => row.subject],
        ['Actual', 'actual', (row) => measure(row.actual) ?? '–'],
        ['Limit', 'limit', (row) => measure(row.limit) ?? '–'],
        ['Outcome', 'outcome', (row) => h('span', { className: chip(row.outcome) }, outcomes[row.outcome])],
        ['May be lifted by', 'liftedBy', (row) => row.liftedBy, 'text'],
        ['Next step', 'nextStep', (row) => row.nextStep, 'text'],
      ],
    }));
}

function Items({ run, items }) {
  return h(Grid, {
    caption: 'Payments',
    rows: items,
    id: (row) => `items.${row.position}`,
    columns: [
      ['Pos.', null, (row) => row.position],
      ['Supplier invoice', 'invoice', (row) => h('a', { href: `supplier-invoice.html?id=${encodeURIComponent(row.invoiceReference)}` }, row.invoice), 'nowrap'],
      ['Supplier', 'supplier', (row) => h('a', { href: `supplier.xhtml?id=${encodeURIComponent(row.supplierReference)}` }, row.supplier), 'text'],
      ['Due on', 'dueOn', (row) => date(row.dueOn), 'nowrap'],
      ['Amount', 'amount', (row) => money(row.amount, run.currency), 'num'],
      ['Discount', 'discount', (row) => money(row.discount, run.currency), 'num'],
      ['To be looked at', 'flag', (row) => row.flag ?? '–', 'text'],
      ['Blocked because', 'blockedBecause', (row) => row.blockedBecause ?? '–', 'text'],
      ['Account ends in', 'accountEnds', (row) => `…${row.accountEnds}`, 'nowrap'],
    ],
  });
}

/** A table that becomes cards where the window is narrow, as the other screens' tables do. */
function Grid({ caption, columns, rows, id }) {
  if (rows.length === 0) return h('p', { className: 'empty' }, 'None.');
  return h('div', { className: 'scroll', tabIndex: 0, role: 'region', 'aria-label': caption },
    h('table', { role: 'table' },
      h('caption', { className: 'hidden' }, caption),
      h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, columns.map(([label, , , css]) =>
        h('th', { key: label, role: 'columnheader', scope: 'col', className: css?.includes('num') ? 'num' : undefined }, label)))),
      h('tbody', { role: 'rowgroup' }, rows.map((row) => h('tr', { key: id(row), role: 'row' }, columns.map(([label, field, content, css]) =>
        h('td', {
          key: label, role: 'cell', className: css, 'data-label': label,
          'data-assistant-field': field ? `${id(row)}.${field}` : undefined,
        }, content(row))))))));
}
