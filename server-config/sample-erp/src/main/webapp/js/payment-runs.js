import { element, link } from './dom.js';
import { chip, date, money, number } from './format.js';
import { list } from './list.js';

list({
  page: 'payment-runs',
  api: 'payment-runs',
  title: 'Payment runs',
  recordType: 'payment-run',
  statuses: () => [['PROPOSED', 'Proposed'], ['RELEASED', 'Released']],
  columns: (me) => [
    ['Number', 'number', (row) => link('payment-run', row.reference, row.number), 'nowrap'],
    me.organisations.length > 1 && ['Company', null, (row) => row.organisation],
    ['Planned for', 'planned', (row) => date(row.planned), 'nowrap'],
    ['Status', null, (row) => element('span', { class: chip(row.statusCode) }, row.status), 'nowrap'],
    ['Payments', null, (row) => number(row.payments), 'num'],
    ['To be paid', null, (row) => money(row.amount, row.currency), 'num'],
  ].filter(Boolean),
});
