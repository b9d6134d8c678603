import { element, supplierLink } from './dom.js';
import { country, date } from './format.js';
import { list } from './list.js';

list({
  page: 'suppliers',
  api: 'suppliers',
  title: 'Suppliers',
  recordType: 'supplier',
  statuses: () => [['CONTRACTS', 'Contract ends this year'], ['ACCOUNT', 'Account changed lately']],
  columns: (me) => [
    ['Number', 'number', (row) => supplierLink(row.reference, row.number), 'nowrap'],
    me.organisations.length > 1 && ['Company', null, (row) => row.organisation],
    ['Name', 'name', (row) => row.name, 'text'],
    ['Country', 'country', (row) => country(row.country)],
    ['Account changed on', null, (row) => row.bankChanged && element('span', { class: 'bad' }, date(row.bankChanged)), 'nowrap'],
  ].filter(Boolean),
});
