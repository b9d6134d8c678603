import { element, link } from './dom.js';
import { chip, date, money } from './format.js';
import { list } from './list.js';

list({
  page: 'sales-orders',
  api: 'sales-orders',
  title: 'Sales orders',
  recordType: 'sales-order',
  statuses: () => [['OPEN', 'Open'], ['PARTIALLY_DELIVERED', 'Partially delivered'], ['CREDIT_HOLD', 'Credit hold'],
    ['LATE', 'Late'], ['DELIVERED', 'Delivered'], ['CANCELLED', 'Cancelled']],
  columns: (me) => [
    ['Number', 'number', (row) => link('sales-order', row.reference, row.number), 'nowrap'],
    me.organisations.length > 1 && ['Company', null, (row) => row.organisation],
    ['Customer', 'customer', (row) => row.customer, 'text'],
    ['Ordered', 'ordered', (row) => date(row.ordered), 'nowrap'],
    ['Requested', 'requested', (row) => date(row.requested), 'nowrap'],
    ['Status', 'status', (row) => element('span', {},
      element('span', { class: chip(row.statusCode) }, row.status), row.late && ' ',
      row.late && element('span', { class: 'chip bad' }, 'Late')), 'nowrap'],
    me.seesPrices && ['Net value', 'net', (row) => money(row.net, row.currency), 'num'],
  ].filter(Boolean),
});
