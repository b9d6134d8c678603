import { element, link } from './dom.js';
import { date, number } from './format.js';
import { list } from './list.js';

list({
  page: 'deliveries',
  api: 'deliveries',
  title: 'Deliveries',
  recordType: 'delivery',
  statuses: () => [['WEEK', 'Last seven days'], ['LATE', 'Shipped late']],
  columns: (me) => [
    ['Number', 'number', (row) => link('delivery', row.reference, row.number), 'nowrap'],
    me.organisations.length > 1 && ['Company', null, (row) => row.organisation],
    ['Customer', 'customer', (row) => row.customer, 'text'],
    ['Sales order', null, (row) => link('sales-order', row.orderReference, row.order), 'nowrap'],
    ['Shipped on', 'shipped', (row) => date(row.shipped), 'nowrap'],
    ['Carrier', 'carrier', (row) => row.carrier],
    ['Pieces', null, (row) => number(row.pieces), 'num'],
    ['Status', null, (row) => row.late ? element('span', { class: 'chip warn' }, 'Late') : element('span', { class: 'chip good' }, 'In time'), 'nowrap'],
  ].filter(Boolean),
});
