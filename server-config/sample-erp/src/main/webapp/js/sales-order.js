import { creditCard } from './credit.js';
import { decisions } from './decisions.js';
import { detail } from './detail.js';
import { card, element, fields, link, table } from './dom.js';
import { chip, date, days, money, number, percent } from './format.js';
import { note } from './note.js';

detail({
  page: 'sales-orders',
  api: 'sales-orders',
  recordType: 'sales-order',
  label: 'Sales order',
  sheet: (order) => [
    heading(order), decisions(order.decisions), priceQuestion(order), lines(order), header(order), creditCard(order.credit, order.currency), margin(order), related(order),
  ],
});

function heading(order) {
  const { progress } = order;
  return element('section', { class: 'card' },
    element('div', { class: 'title' },
      element('h1', { 'data-assistant-field': 'number' }, `Sales order ${order.number}`),
      element('span', { class: chip(order.statusCode), 'data-assistant-field': 'status' }, order.status),
      progress.lateLines > 0 && element('span', { class: 'chip bad' }, 'Late')),
    order.block && element('p', { class: 'reason' },
      element('span', { 'data-assistant-field': 'blockReason' }, order.block.reason),
      '. Stopped on ', element('span', { 'data-assistant-field': 'blockedSince' }, date(order.block.since)),
      ' by ', element('span', { 'data-assistant-field': 'blockedBy' }, order.block.by), '.'),
    fields([
      ['Customer', 'customerName', link('customer', order.customerReference, order.customerName), 'long'],
      order.amounts && ['Net value', 'netAmount', money(order.amounts.net, order.currency)],
      order.amounts && ['Still open', 'openAmount', money(order.amounts.open, order.currency)],
      ['Delivered', 'percentDelivered', percent(progress.percentDelivered)],
      ['Late lines', 'lateLines', number(progress.lateLines), progress.lateLines > 0 ? 'bad' : null],
      ['Earliest full delivery', 'earliestFullDelivery', date(progress.earliestFull)],
    ], 'figures'));
}

function header(order) {
  return card('Header', fields([
    ['Ordered on', 'orderDate', date(order.orderDate)],
    ['Requested delivery', 'requestedDate', date(order.requestedDate)],
    ['Customer number', 'customerNumber', order.customerNumber],
    ['Customer\'s order number', 'customerOrder', order.customerOrder],
    ['Ship to', 'shipTo', order.shipTo],
    ['Delivery terms', 'deliveryTerms', order.deliveryTerms],
    ['Sales person', 'salesPerson', order.salesPerson],
    ['Company', null, order.organisation],
    ['Lines with open quantity', 'openLines', number(order.progress.openLines)],
    ['Latest line is late by', 'oldestLateDays', days(order.progress.oldestLateDays)],
  ]), note('sales-orders', order));
}

function priceQuestion(order) {
  const question = order.priceQuestion;
  return question && card('Discount asked for',
    fields([
      ['It would cost', 'concession', money(question.concession, order.currency)],
      ['Net value after it', 'netAfterDiscount', money(question.netAfter, order.currency)],
      ['Approval needed', 'approvalNeeded', question.approvalNeeded ? 'yes' : 'no', question.approvalNeeded ? 'bad' : null],
      ['To be approved by', 'approver', question.approver],
      ['Sales may grant in all', 'discountLimit', percent(question.limitPercent)],
      ['Customer\'s usual discount', 'usualDiscount', percent(question.usualPercent)],
      question.marginPercentAfter !== undefined && ['Margin after it', 'marginAfterDiscount', percent(question.marginPercentAfter)],
    ]),
    table('priceRequests', 'Discounts asked for', [
      ['Line', null, (row) => String(row.position)],
      ['Asked for', 'askedPercent', (row) => percent(row.askedPercent), 'num'],
      ['In all', 'totalPercent', (row) => percent(row.totalPercent), 'num'],
      ['Price after it', 'priceAfter', (row) => money(row.priceAfter, order.currency), 'num'],
      ['Costs us', 'cost', (row) => money(row.concession, order.currency), 'num'],
    ], question.lines, (row) => row.position));
}

function lines(order) {
  const part = (line, field, content, css) =>
    element('span', { 'data-assistant-field': `lines.${line.position}.${field}`, class: css }, content);
  const columns = [
    ['Pos.', null, (line) => String(line.position)],
    ['Item', null, (line) => element('span', {},
      part(line, 'item', link('item', line.item, line.item), 'nowrap'), part(line, 'description', line.description, 'under')), 'text'],
    ['Ordered', 'quantity', (line) => `${number(line.quantity)} ${line.unit}`, 'num'],
    ['Delivered', 'delivered', (line) => number(line.delivered), 'num'],
    ['Open', 'openQuantity', (line) => number(line.open), 'num'],
    ['Promised', null, (line) => element('span', {},
      part(line, 'promisedDate', date(line.promisedDate), line.late ? 'bad' : null),
      line.late && element('span', { class: 'under' },
        part(line, 'late', part(line, 'daysLate', `${days(line.daysLate)} late`, 'chip bad')))), 'nowrap'],
    ['Supply', null, (line) => line.available === undefined ? part(line, 'warehouse', line.warehouse, 'soft') : element('span', {},
      part(line, 'available', number(line.available)), ' now, all by ', part(line, 'earliestFull', date(line.earliestFull), 'nowrap'),
      element('span', { class: 'under' },
        part(line, 'supplySource', line.supplySource), ', ', part(line, 'warehouse', line.warehouse))), 'text'],
    order.amounts && ['Net price', null, (line) => element('span', {},
      part(line, 'netPrice', money(line.price.net, order.currency)),
      line.price.discountPercent > 0 && element('span', { class: 'under' },
        part(line, 'listPrice', money(line.price.list, order.currency)), ' − ',
        part(line, 'discountPercent', percent(line.price.discountPercent))),
      order.margin && element('span', { class: 'under' },
        'cost ', part(line, 'unitCost', money(line.unitCost, order.currency)))), 'num'],
    order.amounts && ['Net value', 'amount', (line) => money(line.price.amount, order.currency), 'num'],
  ].filter(Boolean);
  return card('Lines', table('lines', 'Lines', columns, order.lines, (line) => line.position));
}

function margin(order) {
  return order.margin && card('Margin', fields([
    ['Cost', 'cost', money(order.margin.cost, order.currency)],
    ['Margin', 'margin', money(order.margin.amount, order.currency)],
    ['Margin in percent', 'marginPercent', percent(order.margin.percent)],
  ]));
}

function related(order) {
  return card('Related documents',
    element('h2', {}, 'Deliveries'),
    table('deliveries', 'Deliveries', [
      ['Number', null, (row) => link('delivery', row.number, row.number), 'nowrap'],
      ['Shipped on', 'shippedOn', (row) => date(row.shippedOn), 'nowrap'],
      ['Carrier', 'carrier', (row) => row.carrier],
      ['Pieces', 'pieces', (row) => number(row.pieces), 'num'],
    ], order.deliveries, (row) => row.number),
    order.invoices && element('h2', {}, 'Invoices'),
    order.invoices && table('invoices', 'Invoices', [
      ['Number', null, (row) => link('invoice', row.reference, row.number), 'nowrap'],
      ['Issued on', 'issuedOn', (row) => date(row.issuedOn), 'nowrap'],
      ['Due on', 'dueOn', (row) => date(row.dueOn), 'nowrap'],
      ['Open', 'openAmount', (row) => money(row.open, order.currency), 'num'],
    ], order.invoices, (row) => row.number));
}
