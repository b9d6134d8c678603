import { link } from './dom.js';
import { list } from './list.js';

list({
  page: 'ledger-accounts',
  api: 'ledger-accounts',
  title: 'Ledger accounts',
  recordType: 'ledger-account',
  statuses: () => [],
  columns: (me) => [
    ['Number', 'number', (row) => link('ledger-account', row.reference, row.number), 'nowrap'],
    me.organisations.length > 1 && ['Company', null, (row) => row.organisation],
    ['Name', 'name', (row) => row.name, 'text'],
    ['Kind', null, (row) => row.kind],
  ].filter(Boolean),
});
