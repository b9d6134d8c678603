import { decisions } from './decisions.js';
import { detail } from './detail.js';
import { card, element, fields, link, table } from './dom.js';
import { chip, date, days, number, percent } from './format.js';

detail({
  page: 'deliveries',
  api: 'deliveries',
  recordType: 'delivery',
  label: 'Delivery',
  sheet: (delivery) => [heading(delivery), decisions(delivery.decisions), lines(delivery), header(delivery)],
});

function heading(delivery) {
  return element('section', { class: 'card' },
    element('div', { class: 'title' },
      element('h1', { 'data-assistant-field': 'number' }, `Delivery ${delivery.number}`),
      element('span', { class: chip(delivery.statusCode), 'data-assistant-field': 'status' }, delivery.status)),
    fields([
      ['Customer', 'customerName', link('customer', delivery.customerReference, delivery.customerName), 'long'],
      ['Shipped on', 'shippedOn', date(delivery.shippedOn)],
      ['Pieces', 'pieces', number(delivery.pieces)],
      ['Share of the order', 'percentOfOrder', percent(delivery.percentOfOrder)],
      ['Lines shipped late', 'lateLines', number(delivery.lateLines), delivery.lateLines > 0 ? 'bad' : null],
    ], 'figures'));
}

function header(delivery) {
  return card('Header', fields([
    ['Sales order', 'orderNumber', link('sales-order', delivery.orderReference, delivery.orderNumber)],
    delivery.invoiceNumber && ['Customer invoice', 'invoiceNumber', link('invoice', delivery.invoiceReference, delivery.invoiceNumber)],
    ['Carrier', 'carrier', delivery.carrier],
    ['Delivery terms', 'deliveryTerms', delivery.deliveryTerms],
    ['Ship to', 'shipTo', delivery.shipTo],
    ['Still to be delivered of the order', 'openPieces', `${number(delivery.openPieces)} pieces`],
    ['Latest line late by', 'mostDaysLate', days(delivery.mostDaysLate)],
    ['Company', null, delivery.organisation],
  ]));
}

function lines(delivery) {
  return card('Lines', table('lines', 'Lines', [
    ['Pos.', null, (line) => String(line.position)],
    ['Item', 'item', (line) => link('item', line.item, line.item), 'nowrap'],
    ['Description', 'description', (line) => line.description, 'text'],
    ['Delivered', 'quantity', (line) => `${number(line.quantity)} ${line.unit}`, 'num'],
    ['Promised', 'promisedDate', (line) => date(line.promisedOn), 'nowrap'],
    ['Late by', 'daysLate', (line) => days(line.daysLate), (line) => line.daysLate > 0 ? 'num bad' : 'num'],
    ['Still open', 'stillOpen', (line) => number(line.stillOpen), 'num'],
  ], delivery.lines, (line) => line.position));
}
