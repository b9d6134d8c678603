import { element, link } from './dom.js';
import { chip, date, money } from './format.js';
import { list } from './list.js';

list({
  page: 'purchase-orders',
  api: 'purchase-orders',
  title: 'Purchase orders',
  recordType: 'purchase-order',
  statuses: () => [['APPROVAL', 'Waiting for approval'], ['OPEN', 'Not received in full'], ['OVERDUE', 'Overdue']],
  columns: (me) => [
    ['Number', 'number', (row) => link('purchase-order', row.reference, row.number), 'nowrap'],
    me.organisations.length > 1 && ['Company', null, (row) => row.organisation],
    ['Supplier', 'supplier', (row) => row.supplier, 'text'],
    ['Ordered', 'ordered', (row) => date(row.ordered), 'nowrap'],
    ['Buyer', 'buyer', (row) => row.buyer],
    ['Status', null, (row) => element('span', { class: chip(row.status) }, row.status), 'nowrap'],
    ['Net value', null, (row) => money(row.net, row.currency), 'num'],
  ].filter(Boolean),
});
