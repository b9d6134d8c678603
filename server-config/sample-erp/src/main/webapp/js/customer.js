import { creditCard } from './credit.js';
import { detail } from './detail.js';
import { card, element, fields, link, table } from './dom.js';
import { chip, country, date, days, language, money, number, percent } from './format.js';
import { note } from './note.js';

detail({
  page: 'customers',
  api: 'customers',
  recordType: 'customer',
  label: 'Customer',
  sheet: (customer) => [
    heading(customer), address(customer), creditCard(customer.credit, customer.currency), orders(customer),
    invoices(customer), activities(customer),
  ],
});

function heading(customer) {
  const { business } = customer;
  return element('section', { class: 'card' },
    element('div', { class: 'title' },
      element('h1', { 'data-assistant-field': 'name' }, customer.name),
      element('span', { class: chip(customer.status), 'data-assistant-field': 'status' }, customer.status)),
    fields([
      ['Customer number', 'number', customer.number],
      business && ['Sales of the last 12 months', 'sales12Months', money(business.sales12Months, customer.currency)],
      business && ['Change of sales', 'salesTrend', percent(business.trendPercent)],
      business && ['Average days to pay', 'averageDaysToPay', number(business.averageDaysToPay)],
      ['Open orders', 'openOrderCount', number(customer.openOrderCount)],
      ['Late order lines', 'lateLineCount', number(customer.lateLineCount), customer.lateLineCount > 0 ? 'bad' : null],
    ], 'figures'));
}

function address(customer) {
  return card('Master data', fields([
    ['Street', null, customer.address.street],
    ['City', null, element('span', {}, `${customer.address.postcode} `,
      element('span', { 'data-assistant-field': 'city' }, customer.address.city))],
    ['Country', 'country', country(customer.address.country)],
    ['Language of letters', 'language', language(customer.address.language)],
    ['Contact person', 'contactName', customer.contact.name],
    ['Phone', 'contactPhone', customer.contact.phone],
    ['E-mail', 'contactEmail', customer.contact.email, 'long'],
    ['Account manager', 'accountManager', customer.accountManager],
    ['Customer since', 'customerSince', date(customer.customerSince)],
    customer.business && ['Payment terms', 'paymentTermsDays', days(customer.paymentTermsDays)],
    customer.business && ['Sales of the 12 months before', 'salesBefore', money(customer.business.salesBefore, customer.currency)],
    ['Company', null, customer.organisation],
  ]), note('customers', customer));
}

function orders(customer) {
  return card('Open orders', table('openOrders', 'Open orders', [
    ['Number', null, (row) => link('sales-order', row.reference, row.number), 'nowrap'],
    ['Status', 'status', (row) => row.status, 'nowrap'],
    ['Requested delivery', 'requestedDate', (row) => date(row.requestedDate), 'nowrap'],
    ['Late lines', 'lateLines', (row) => number(row.lateLines), 'num'],
    customer.business && ['Net value', 'netAmount', (row) => money(row.netAmount, customer.currency), 'num'],
  ].filter(Boolean), customer.openOrders, (row) => row.number));
}

function invoices(customer) {
  return customer.unpaidInvoices && card('Unpaid invoices', table('unpaidInvoices', 'Unpaid invoices', [
    ['Number', null, (row) => link('invoice', row.reference, row.number), 'nowrap'],
    ['Status', 'status', (row) => row.status, 'nowrap'],
    ['Due on', 'dueDate', (row) => date(row.dueDate), 'nowrap'],
    ['Overdue for', 'daysOverdue', (row) => days(row.daysOverdue), (row) => row.daysOverdue > 0 ? 'num bad' : 'num'],
    ['Dunning level', 'dunningLevel', (row) => number(row.dunningLevel), 'num'],
    ['Open amount', 'openAmount', (row) => money(row.openAmount, customer.currency), 'num'],
  ], customer.unpaidInvoices, (row) => row.number));
}

function activities(customer) {
  return card('History', table('activities', 'History', [
    ['Date', 'on', (row) => date(row.on), 'nowrap'],
    ['Channel', 'channel', (row) => row.channel],
    ['What was said', 'summary', (row) => row.summary, 'text'],
    ['Employee', 'employee', (row) => row.employee],
  ], customer.activities, (row, index) => index + 1));
}
