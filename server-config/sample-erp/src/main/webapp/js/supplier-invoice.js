import { decisions } from './decisions.js';
import { detail } from './detail.js';
import { card, element, fields, link, supplierLink, table } from './dom.js';
import { chip, date, money, number, percent } from './format.js';

detail({
  page: 'supplier-invoices',
  api: 'supplier-invoices',
  recordType: 'supplier-invoice',
  label: 'Supplier invoice',
  sheet: (invoice) => [heading(invoice), decisions(invoice.decisions), lines(invoice), header(invoice)],
});

function heading(invoice) {
  return element('section', { class: 'card' },
    element('div', { class: 'title' },
      element('h1', { 'data-assistant-field': 'number' }, `Supplier invoice ${invoice.number}`),
      element('span', { class: chip(invoice.statusCode), 'data-assistant-field': 'status' }, invoice.status)),
    invoice.holdReason && element('p', { class: 'reason' }, 'Held because of ',
      element('span', { 'data-assistant-field': 'holdReason' }, invoice.holdReason), '.'),
    fields([
      ['Supplier', 'supplierName', supplierLink(invoice.supplierReference, invoice.supplierName), 'long'],
      ['Charged', 'netAmount', money(invoice.netAmount, invoice.currency)],
      ['What was received', 'expectedAmount', money(invoice.expectedAmount, invoice.currency)],
      ['Charged too much', 'difference', money(invoice.difference, invoice.currency), invoice.difference > 0 ? 'bad' : null],
      ['Lines that do not match', 'linesOverTolerance', number(invoice.linesOverTolerance)],
    ], 'figures'));
}

function header(invoice) {
  return card('Header', fields([
    ['Purchase order', 'orderNumber', link('purchase-order', invoice.orderReference, invoice.orderNumber)],
    ['Supplier number', 'supplierNumber', invoice.supplierNumber],
    ['Invoice date', 'issuedOn', date(invoice.issuedOn)],
    ['Discount until', 'discountUntil', date(invoice.discountUntil)],
    ['Due on', 'dueOn', date(invoice.dueOn)],
    ['Paid on', 'paidOn', date(invoice.paidOn)],
    ['Price tolerance', 'priceTolerance', percent(invoice.priceTolerancePercent)],
    invoice.bankChangedDaysAgo !== undefined && ['Supplier\'s account was changed', 'bankChanged', `${number(invoice.bankChangedDaysAgo)} days ago`, 'bad'],
    ['Company', null, invoice.organisation],
    ['Supplier\'s text', 'note', invoice.note, 'wide'],
  ]));
}

function lines(invoice) {
  const both = (line, field, mine, otherField, other) => element('span', {},
    element('span', { 'data-assistant-field': `lines.${line.position}.${field}` }, mine),
    element('span', { class: 'under' }, 'ordered ', element('span', { 'data-assistant-field': `lines.${line.position}.${otherField}` }, other)));
  return card('Lines beside the order', table('lines', 'Lines beside the order', [
    ['Pos.', null, (line) => String(line.position)],
    ['Item', 'item', (line) => element('span', {}, link('item', line.item, line.item), element('span', { class: 'under' }, line.description)), 'text'],
    ['Charged', null, (line) => both(line, 'charged', `${number(line.charged)} ${line.unit}`, 'ordered', number(line.ordered)), 'num'],
    ['Received', 'received', (line) => number(line.received), 'num'],
    ['Too many', 'quantityDifference', (line) => number(line.quantityDifference), (line) => line.quantityDifference > 0 ? 'num bad' : 'num'],
    ['Price', null, (line) => both(line, 'price', money(line.price, invoice.currency), 'orderedPrice', money(line.orderedPrice, invoice.currency)), 'num'],
    ['Dearer by', 'priceDifference', (line) => percent(line.priceDifferencePercent), (line) => line.payable ? 'num' : 'num bad'],
    ['Difference', 'difference', (line) => money(line.difference, invoice.currency), 'num'],
    ['Within tolerance', 'payable', (line) => element('span', { class: line.payable ? 'chip good' : 'chip bad' }, line.payable ? 'yes' : 'no'), 'nowrap'],
  ], invoice.lines, (line) => line.position));
}
