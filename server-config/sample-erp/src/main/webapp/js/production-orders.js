import { element, link } from './dom.js';
import { chip, date, number } from './format.js';
import { list } from './list.js';

list({
  page: 'production-orders',
  api: 'production-orders',
  title: 'Production orders',
  recordType: 'production-order',
  statuses: () => [['PLANNED', 'Planned'], ['RELEASED', 'Released'], ['IN_WORK', 'In work'], ['FINISHED', 'Finished'], ['LATE', 'Should have started']],
  columns: (me) => [
    ['Number', 'number', (row) => link('production-order', row.reference, row.number), 'nowrap'],
    me.organisations.length > 1 && ['Company', null, (row) => row.organisation],
    ['Item', 'item', (row) => element('span', {}, row.item, element('span', { class: 'under' }, row.description)), 'text'],
    ['Quantity', null, (row) => `${number(row.quantity)} ${row.unit}`, 'num'],
    ['Planned start', 'start', (row) => date(row.start), 'nowrap'],
    ['Due', 'due', (row) => date(row.due), 'nowrap'],
    ['Status', 'status', (row) => element('span', {}, element('span', { class: chip(row.statusCode) }, row.status),
      row.late && ' ', row.late && element('span', { class: 'chip bad' }, 'Late')), 'nowrap'],
  ].filter(Boolean),
});
