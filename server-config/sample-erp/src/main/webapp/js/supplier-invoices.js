import { element, link } from './dom.js';
import { chip, date, money } from './format.js';
import { list } from './list.js';

list({
  page: 'supplier-invoices',
  api: 'supplier-invoices',
  title: 'Supplier invoices',
  recordType: 'supplier-invoice',
  statuses: () => [['OPEN', 'Not paid'], ['HELD', 'Do not match'], ['PAID', 'Paid']],
  columns: (me) => [
    ['Number', 'number', (row) => link('supplier-invoice', row.reference, row.number), 'nowrap'],
    me.organisations.length > 1 && ['Company', null, (row) => row.organisation],
    ['Supplier', 'supplier', (row) => row.supplier, 'text'],
    ['Purchase order', 'order', (row) => row.order, 'nowrap'],
    ['Issued', 'issued', (row) => date(row.issued), 'nowrap'],
    ['Due', null, (row) => date(row.due), 'nowrap'],
    ['Status', null, (row) => element('span', { class: chip(row.statusCode) }, row.status), 'nowrap'],
    ['Net', null, (row) => money(row.net, row.currency), 'num'],
  ].filter(Boolean),
});
