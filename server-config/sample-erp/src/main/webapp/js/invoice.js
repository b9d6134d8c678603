import { detail } from './detail.js';
import { card, element, fields, link, table } from './dom.js';
import { chip, date, days, language, money, number, percent } from './format.js';

detail({
  page: 'invoices',
  api: 'customer-invoices',
  recordType: 'customer-invoice',
  label: 'Customer invoice',
  sheet: (invoice) => [heading(invoice), dunning(invoice), header(invoice), lines(invoice), payments(invoice), contacts(invoice)],
});

function heading(invoice) {
  return element('section', { class: 'card' },
    element('div', { class: 'title' },
      element('h1', { 'data-assistant-field': 'number' }, `Customer invoice ${invoice.number}`),
      element('span', { class: chip(invoice.statusCode), 'data-assistant-field': 'status' }, invoice.status)),
    invoice.dispute && element('p', { class: 'reason', 'data-assistant-field': 'dispute' }, invoice.dispute),
    fields([
      ['Customer', 'customerName', link('customer', invoice.customerReference, invoice.customerName), 'long'],
      ['Gross amount', 'grossAmount', money(invoice.grossAmount, invoice.currency)],
      ['Open amount', 'openAmount', money(invoice.openAmount, invoice.currency)],
      ['Due on', 'dueDate', date(invoice.dueDate)],
      ['Overdue for', 'daysOverdue', days(invoice.daysOverdue), invoice.daysOverdue > 0 ? 'bad' : null],
    ], 'figures'));
}

function dunning(invoice) {
  return card('Reminders', fields([
    ['Dunning level', 'dunningLevel', `${invoice.dunningLevel} of 3`],
    ['Last reminder', 'lastReminder', date(invoice.lastReminder)],
    ['Next step', 'nextStep', invoice.nextStep],
    ['Next step due on', 'nextStepDate', date(invoice.nextStepDate)],
    ['Late-payment interest so far', 'lateInterest', money(invoice.lateInterest, invoice.currency)],
    ['Payment promised for', 'promisedPayment', date(invoice.promisedPayment)],
    ['Promise not kept', 'promiseBroken', invoice.promiseBroken ? 'yes' : 'no', invoice.promiseBroken ? 'bad' : null],
  ]));
}

function header(invoice) {
  return card('Header', fields([
    ['Invoice date', 'invoiceDate', date(invoice.invoiceDate)],
    ['Payment terms', 'paymentTermsDays', days(invoice.paymentTermsDays)],
    ['Customer number', 'customerNumber', invoice.customerNumber],
    ['Sales order', 'orderNumber', invoice.orderNumber && link('sales-order', invoice.orderReference, invoice.orderNumber)],
    ['Language of letters', 'language', language(invoice.language)],
    ['Company', null, invoice.organisation],
    ['Net amount', 'netAmount', money(invoice.netAmount, invoice.currency)],
    ['Tax rate', 'taxPercent', percent(invoice.taxPercent)],
    ['Tax', 'taxAmount', money(invoice.taxAmount, invoice.currency)],
    ['Paid', 'paidAmount', money(invoice.paidAmount, invoice.currency)],
  ]));
}

function lines(invoice) {
  return card('Lines', table('lines', 'Lines', [
    ['Pos.', null, (line) => String(line.position)],
    ['Item', 'item', (line) => link('item', line.item, line.item), 'nowrap'],
    ['Description', 'description', (line) => line.description, 'text'],
    ['Quantity', 'quantity', (line) => `${number(line.quantity)} ${line.unit}`, 'num'],
    ['Net price', 'netPrice', (line) => money(line.netPrice, invoice.currency), 'num'],
    ['Net amount', 'amount', (line) => money(line.amount, invoice.currency), 'num'],
  ], invoice.lines, (line) => line.position));
}

function payments(invoice) {
  return card('Payments', table('payments', 'Payments', [
    ['Paid on', 'paidOn', (row) => date(row.paidOn), 'nowrap'],
    ['Amount', 'amount', (row) => money(row.amount, invoice.currency), 'num'],
  ], invoice.payments, (row, index) => index + 1));
}

function contacts(invoice) {
  return card('Contacts about this invoice', table('contacts', 'Contacts about this invoice', [
    ['Date', 'on', (row) => date(row.on), 'nowrap'],
    ['Channel', 'channel', (row) => row.channel],
    ['What was said', 'summary', (row) => row.summary, 'text'],
    ['Employee', 'employee', (row) => row.employee],
  ], invoice.contacts, (row, index) => index + 1));
}
