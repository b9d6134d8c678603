import { decisions } from './decisions.js';
import { detail } from './detail.js';
import { above, card, element, fields, link, supplierLink, table } from './dom.js';
import { chip, date, days, money, number, percent } from './format.js';

detail({
  page: 'purchase-orders',
  api: 'purchase-orders',
  recordType: 'purchase-order',
  label: 'Purchase order',
  sheet: (order) => [heading(order), decisions(order.decisions), lines(order), header(order), siblings(order)],
});

function heading(order) {
  return element('section', { class: 'card' },
    element('div', { class: 'title' },
      element('h1', { 'data-assistant-field': 'number' }, `Purchase order ${order.number}`),
      element('span', { class: chip(order.status), 'data-assistant-field': 'status' }, order.status)),
    order.chaseFirst && element('p', { class: 'reason' }, 'To be chased first: ',
      element('span', { 'data-assistant-field': 'chaseFirst' }, order.chaseFirst), '.'),
    fields([
      ['Supplier', 'supplierName', supplierLink(order.supplierReference, order.supplierName), 'long'],
      ['Net value', 'netAmount', money(order.netAmount, order.currency)],
      ['Still to come', 'openAmount', money(order.openAmount, order.currency)],
      ['Overdue lines', 'overdueLines', number(order.overdueLines), order.overdueLines > 0 ? 'bad' : null],
      ['Unconfirmed lines', 'unconfirmedLines', number(order.unconfirmedLines)],
    ], 'figures'));
}

function header(order) {
  const { purpose } = order;
  return card('Header', fields([
    ['Ordered on', 'orderedOn', date(order.orderedOn)],
    ['Buyer', 'buyer', order.buyer],
    ['Asked for by', 'requester', order.requester],
    ['Contact person', 'contactName', order.contactName],
    ['Supplier number', 'supplierNumber', order.supplierNumber],
    ['Cost centre', 'costCentre', `${purpose.costCentre} ${purpose.costCentreName}`],
    purpose.budget !== undefined && ['Budget this year', 'budget', money(purpose.budget, order.currency)],
    purpose.budget !== undefined && ['Spent of it', 'spent', money(purpose.spent, order.currency)],
    purpose.budget !== undefined && ['Left after this order', 'leftAfter', money(purpose.leftAfter, order.currency), purpose.leftAfter < 0 ? 'bad' : null],
    ['Approved by', 'approvedBy', order.approvedBy],
    ['Approved on', 'approvedOn', date(order.approvedOn)],
    ['Longest overdue for', 'oldestOverdueDays', days(order.oldestOverdueDays)],
    ['Company', null, order.organisation],
    ['Note', 'note', order.note, 'wide'],
  ]));
}

function lines(order) {
  const row = (line) => `lines.${line.position}`;
  return card('Lines', table('lines', 'Lines', [
    ['Pos.', null, (line) => String(line.position)],
    ['Item', 'item', (line) => element('span', {}, link('item', line.item, line.item), element('span', { class: 'under' }, line.description)), 'text'],
    ['Ordered', null, (line) => above(row(line), ['quantity', `${number(line.quantity)} ${line.unit}`], ['open', 'openQuantity', number(line.open)]), 'num'],
    ['Requested', null, (line) => above(row(line), ['requestedDate', date(line.requestedOn)], ['confirmed', 'confirmedDate', date(line.confirmedOn)]), 'nowrap'],
    ['Status', null, (line) => above(row(line), ['standing', element('span', { class: chip(line.standing) }, line.standing)],
      ['overdue for', 'overdueDays', line.overdueDays > 0 ? days(line.overdueDays) : undefined]), 'nowrap'],
    ['Price', null, (line) => above(row(line), ['price', money(line.price, order.currency)], ['before', 'lastPrices', line.lastPrices || undefined]), 'prices'],
    ['Dearer by', 'priceChange', (line) => percent(line.priceChangePercent), (line) => line.priceChangePercent > 0 ? 'num bad' : 'num'],
    ['Waiting for it', null, (line) => above(row(line), ['waiting', line.waiting || undefined], ['pieces', 'waitingPieces', line.waitingPieces > 0 ? number(line.waitingPieces) : undefined]), 'text'],
  ], order.lines, (line) => line.position));
}

function siblings(order) {
  return card('Same buyer, same supplier, same week', table('siblings', 'Same buyer, same supplier, same week', [
    ['Number', null, (row) => link('purchase-order', row.reference, row.number), 'nowrap'],
    ['Ordered on', 'orderedOn', (row) => date(row.orderedOn), 'nowrap'],
    ['Net value', 'netAmount', (row) => money(row.netAmount, order.currency), 'num'],
  ], order.siblings, (row) => row.number));
}
