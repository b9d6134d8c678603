import { element, link } from './dom.js';
import { days, number } from './format.js';
import { list } from './list.js';

list({
  page: 'items',
  api: 'items',
  title: 'Items',
  recordType: 'item',
  statuses: () => [['LOW', 'Below safety stock']],
  columns: () => [
    ['Number', 'number', (row) => link('item', row.reference, row.number), 'nowrap'],
    ['Name', 'name', (row) => row.name, 'text'],
    ['In stock', null, (row) => `${number(row.onHand)} ${row.unit}`, 'num'],
    ['Safety stock', null, (row) => number(row.safetyStock), 'num'],
    ['Lead time', 'leadTime', (row) => days(row.leadTimeDays), 'num'],
    ['Stock', null, (row) => row.low ? element('span', { class: 'chip warn' }, 'Below safety stock') : element('span', { class: 'chip good' }, 'Available'), 'nowrap'],
  ],
});
