import { detail } from './detail.js';
import { card, element, fields, table } from './dom.js';
import { chip, date, money, number, percent } from './format.js';

detail({
  page: 'ledger-accounts',
  api: 'ledger-accounts',
  recordType: 'ledger-account',
  label: 'Account',
  sheet: (account) => [heading(account), comparison(account), drivers(account), costCentres(account), months(account), entries(account)],
});

function heading(account) {
  const amount = (value) => money(value, account.currency);
  return element('section', { class: 'card' },
    element('div', { class: 'title' },
      element('h1', { 'data-assistant-field': 'number' }, `Account ${account.number}`),
      element('span', { class: chip(account.status), 'data-assistant-field': 'status' }, account.status)),
    fields([
      ['Name', 'name', account.name, 'long'],
      ['Posted', 'actual', amount(account.actual)],
      ['Budget', 'budget', amount(account.budget)],
      ['Over budget by', 'toBudget', amount(account.toBudget), account.toBudget > 0 ? 'bad' : null],
      ['Over budget in percent', 'toBudgetPercent', percent(account.toBudgetPercent)],
    ], 'figures'));
}

function comparison(account) {
  const amount = (value) => money(value, account.currency);
  return card('Twelve full months', fields([
    ['From', 'firstDay', date(account.firstDay)],
    ['To', 'lastDay', date(account.lastDay)],
    ['The 12 months before', 'lastYear', amount(account.lastYear)],
    ['Change against them', 'toLastYear', amount(account.toLastYear)],
    ['Change in percent', 'toLastYearPercent', percent(account.toLastYearPercent)],
    ['One-off postings', 'oneOff', amount(account.oneOff)],
    ['Recurring postings', 'recurring', amount(account.recurring)],
    ['Recurring before', 'recurringLastYear', amount(account.recurringLastYear)],
    ['Kind', 'kind', account.kind],
    ['Company', null, account.organisation],
    account.hiddenCostCentres > 0 && ['Restricted cost centres left out', 'hiddenCostCentres', number(account.hiddenCostCentres)],
  ]));
}

function drivers(account) {
  return card('Largest postings', table('drivers', 'Largest postings', [
    ['Posted on', 'postedOn', (row) => date(row.postedOn), 'nowrap'],
    ['Document', null, (row) => row.document, 'nowrap'],
    ['Text', 'text', (row) => row.text, 'text'],
    ['Cost centre', 'costCentre', (row) => row.costCentre, 'nowrap'],
    ['Comes back', 'recurring', (row) => row.recurring ? 'yes' : 'no'],
    ['Amount', 'amount', (row) => money(row.amount, account.currency), 'num'],
  ], account.drivers, (row, index) => index + 1));
}

function costCentres(account) {
  return card('Cost centres', table('costCentres', 'Cost centres', [
    ['Code', null, (row) => row.code, 'nowrap'],
    ['Name', 'name', (row) => row.name, 'text'],
    ['Posted', 'actual', (row) => money(row.actual, account.currency), 'num'],
    ['Budget', 'budget', (row) => money(row.budget, account.currency), 'num'],
    ['Over budget', 'toBudget', (row) => money(row.toBudget, account.currency), (row) => row.toBudget > 0 ? 'num bad' : 'num'],
    ['The year before', 'lastYear', (row) => money(row.lastYear, account.currency), 'num'],
  ], account.costCentres, (row) => row.code));
}

function months(account) {
  return card('Months', table('months', 'Months', [
    ['Month from', null, (row) => date(row.firstDay), 'nowrap'],
    ['Posted', 'actual', (row) => money(row.actual, account.currency), 'num'],
    ['Budget', 'budget', (row) => money(row.budget, account.currency), 'num'],
    ['The year before', 'lastYear', (row) => money(row.lastYear, account.currency), 'num'],
  ], account.months, (row) => row.firstDay));
}

function entries(account) {
  return card('Latest postings', table(null, 'Latest postings', [
    ['Posted on', null, (row) => date(row.postedOn), 'nowrap'],
    ['Document', null, (row) => row.document, 'nowrap'],
    ['Text', null, (row) => row.text, 'text'],
    ['Cost centre', null, (row) => row.costCentre, 'nowrap'],
    ['Amount', null, (row) => money(row.amount, account.currency), 'num'],
  ], account.entries, (row) => row.document));
}
