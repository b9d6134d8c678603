import { detail } from './detail.js';
import { card, element, fields, link, table } from './dom.js';
import { chip, date, days, money, number } from './format.js';

detail({
  page: 'items',
  api: 'items',
  recordType: 'item',
  label: 'Item',
  sheet: (item) => [heading(item), planning(item), valuation(item), receipts(item), needs(item), locations(item), movements(item)],
});

const pieces = (item, quantity) => `${number(quantity)} ${item.unit}`;

function heading(item) {
  const { outlook } = item;
  return element('section', { class: 'card' },
    element('div', { class: 'title' },
      element('h1', { 'data-assistant-field': 'number' }, `Item ${item.number}`),
      element('span', { class: chip(item.status), 'data-assistant-field': 'status' }, item.status)),
    fields([
      ['Name', 'name', item.name, 'long'],
      ['In stock', 'onHand', pieces(item, outlook.onHand)],
      ['Needed by open orders', 'reserved', pieces(item, outlook.reserved)],
      ['In stock less needed', 'available', pieces(item, outlook.available), outlook.available < 0 ? 'bad' : null],
      ['On order', 'incoming', pieces(item, outlook.incoming)],
    ], 'figures'));
}

function planning(item) {
  const { outlook } = item;
  return card('Planning', fields([
    ['First day of shortage', 'firstShortage', date(outlook.firstShortage), outlook.firstShortage ? 'bad' : null],
    ['Stock lasts for', 'daysOfCover', outlook.daysOfCover === undefined ? undefined : days(outlook.daysOfCover)],
    ['Issued a week (13 weeks)', 'weeklyIssues', pieces(item, outlook.weeklyIssues)],
    ['Needed within eight weeks', 'demandEightWeeks', pieces(item, outlook.demandEightWeeks)],
    ['Safety stock', 'safetyStock', pieces(item, item.safetyStock)],
    ['Lead time', 'leadTimeDays', days(item.leadTimeDays)],
    ['Suggested order quantity', 'suggestedReorder', pieces(item, outlook.suggestedReorder)],
  ]));
}

function valuation(item) {
  if (!item.valuation) return null;
  const { lastMonth: bridge, drivers } = item.valuation;
  const euros = (amount) => money(amount, 'EUR');
  return card('Value',
    fields([
      ['Stock value', 'stockValue', euros(item.valuation.value)],
      ['Unit cost', 'unitCost', euros(item.valuation.unitCost)],
      ['Month from', 'bridgeMonth', date(bridge.firstDay)],
      ['Value at its start', 'openingValue', euros(bridge.openingValue)],
      ['Change', 'valueChange', euros(bridge.change)],
      ['by receipts and issues', 'quantityEffect', euros(bridge.quantityEffect)],
      ['by the new unit cost', 'priceEffect', euros(bridge.priceEffect)],
      ['by counting', 'adjustments', euros(bridge.adjustments)],
      ['Value at its end', 'closingValue', euros(bridge.closingValue)],
      ['Unit cost before', 'openingCost', euros(bridge.openingCost)],
      ['Pieces at its start', 'openingQuantity', number(bridge.openingQuantity)],
      ['Pieces at its end', 'closingQuantity', number(bridge.closingQuantity)],
    ]),
    element('h2', {}, 'Largest movements of the month'),
    table('drivers', 'Largest movements of the month', [
      ['Date', 'on', (row) => date(row.on), 'nowrap'],
      ['Kind', 'kind', (row) => row.kind],
      ['Document', 'document', (row) => row.document, 'nowrap'],
      ['Quantity', 'quantity', (row) => number(row.quantity), 'num'],
      ['Value', 'value', (row) => euros(row.value), 'num'],
    ], drivers, (row, index) => index + 1));
}

function receipts(item) {
  return card('On its way', table('receipts', 'On its way', [
    ['Document', 'document', (row) => link(row.page, row.reference, row.document), 'nowrap'],
    ['Expected', 'expected', (row) => date(row.expected), 'nowrap'],
    ['Confirmed', 'confirmed', (row) => row.confirmed ? 'yes' : 'no'],
    ['Overdue for', 'overdueDays', (row) => days(row.overdueDays), (row) => row.overdueDays > 0 ? 'num bad' : 'num'],
    ['Quantity', 'quantity', (row) => pieces(item, row.quantity), 'num'],
  ], item.receipts, (row, index) => index + 1));
}

function needs(item) {
  return card('Needed by', table('needs', 'Needed by', [
    ['Document', 'document', (row) => link(row.page, row.reference, row.document), 'nowrap'],
    ['Needed on', 'on', (row) => date(row.on), 'nowrap'],
    ['Quantity', 'quantity', (row) => pieces(item, row.quantity), 'num'],
  ], item.needs, (row, index) => index + 1));
}

function locations(item) {
  return card('Warehouses', table('locations', 'Warehouses', [
    ['Code', null, (row) => row.warehouse, 'nowrap'],
    ['Warehouse', 'name', (row) => row.name, 'text'],
    ['In stock', 'onHand', (row) => pieces(item, row.onHand), 'num'],
  ], item.locations, (row) => row.warehouse));
}

function movements(item) {
  return card('Latest movements', table('movements', 'Latest movements', [
    ['Date', 'on', (row) => date(row.on), 'nowrap'],
    ['Kind', 'kind', (row) => row.kind],
    ['Document', 'document', (row) => row.document, 'nowrap'],
    ['Warehouse', null, (row) => row.warehouse, 'nowrap'],
    ['Quantity', 'quantity', (row) => pieces(item, row.quantity), 'num'],
  ], item.movements.slice(0, 10), (row, index) => index + 1));
}
