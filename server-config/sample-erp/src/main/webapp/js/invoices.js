import { element, link } from './dom.js';
import { chip, date, days, money } from './format.js';
import { list } from './list.js';

list({
  page: 'invoices',
  api: 'customer-invoices',
  title: 'Customer invoices',
  recordType: 'customer-invoice',
  statuses: () => [['OPEN', 'Open'], ['OVERDUE', 'Overdue'], ['DISPUTED', 'Disputed'], ['PAID', 'Paid']],
  columns: (me) => [
    ['Number', 'number', (row) => link('invoice', row.reference, row.number), 'nowrap'],
    me.organisations.length > 1 && ['Company', null, (row) => row.organisation],
    ['Customer', 'customer', (row) => row.customer, 'text'],
    ['Invoice date', 'issued', (row) => date(row.issued), 'nowrap'],
    ['Due', 'due', (row) => date(row.due), 'nowrap'],
    ['Status', null, (row) => element('span', { class: chip(row.statusCode) }, row.status), 'nowrap'],
    ['Overdue for', null, (row) => row.daysOverdue > 0 ? days(row.daysOverdue) : '', 'num'],
    ['Gross', 'gross', (row) => money(row.gross, row.currency), 'num'],
    ['Open', null, (row) => money(row.open, row.currency), 'num'],
  ].filter(Boolean),
});
