import { link } from './dom.js';
import { country } from './format.js';
import { list } from './list.js';

list({
  page: 'customers',
  api: 'customers',
  title: 'Customers',
  recordType: 'customer',
  statuses: (me) => [['OPEN_ORDERS', 'With open orders'], me.seesInvoices && ['OVERDUE', 'With overdue invoices']].filter(Boolean),
  columns: (me) => [
    ['Number', 'number', (row) => link('customer', row.reference, row.number), 'nowrap'],
    me.organisations.length > 1 && ['Company', null, (row) => row.organisation],
    ['Name', 'name', (row) => row.name, 'text'],
    ['City', 'city', (row) => row.city],
    ['Country', 'country', (row) => country(row.country)],
    ['Account manager', 'manager', (row) => row.manager],
  ].filter(Boolean),
});
