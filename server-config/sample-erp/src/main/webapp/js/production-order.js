import { decisions } from './decisions.js';
import { detail } from './detail.js';
import { above, card, element, fields, link, table } from './dom.js';
import { chip, date, days, money, number, percent } from './format.js';

detail({
  page: 'production-orders',
  api: 'production-orders',
  recordType: 'production-order',
  label: 'Production order',
  sheet: (order) => [heading(order), decisions(order.decisions), plan(order), variance(order), materials(order), operations(order),
    moved(order), header(order)],
});

const hours = (value) => value === undefined ? undefined : `${number(value)} h`;

function heading(order) {
  return element('section', { class: 'card' },
    element('div', { class: 'title' },
      element('h1', { 'data-assistant-field': 'number' }, `Production order ${order.number}`),
      element('span', { class: chip(order.statusCode), 'data-assistant-field': 'status' }, order.status)),
    fields([
      ['Item', 'item', element('span', {}, link('item', order.item, order.item), ` ${order.description}`), 'long'],
      ['Quantity', 'quantity', `${number(order.quantity)} ${order.unit}`],
      ['Made so far', 'produced', `${number(order.produced)} ${order.unit}`],
      ['Planned start', 'plannedStart', date(order.plannedStart)],
      ['Due on', 'dueOn', date(order.dueOn)],
    ], 'figures'));
}

function plan(order) {
  const { plan: it } = order;
  return it && card('When it can be made', fields([
    ['Missing longest', 'criticalShortage', it.criticalShortage, it.criticalShortage ? 'wide bad' : 'wide'],
    ['Material complete on', 'materialComplete', date(it.materialComplete)],
    ['Machine free from', 'machineFree', date(it.machineFree)],
    ['Earliest start', 'earliestStart', date(it.earliestStart)],
    ['Work left', 'remainingHours', hours(it.remainingHours)],
    ['Next Thursday', 'thursday', date(it.thursday)],
    ['Start on Thursday possible', 'thursdayPossible', it.thursdayPossible ? 'yes' : 'no', it.thursdayPossible ? null : 'bad'],
    ['End if started then, or as early as possible', 'endIfStartedThursday', date(it.endIfStartedThursday)],
    ['Late then by', 'lateByDays', days(it.lateByDays), it.lateByDays > 0 ? 'bad' : null],
  ]));
}

function variance(order) {
  const { variance: it } = order;
  const amount = (value) => money(value, order.currency);
  return it && card('Cost against plan', fields([
    ['Planned cost', 'plannedCost', amount(it.planned)],
    ['Actual cost', 'actualCost', amount(it.actual)],
    ['Over plan by', 'variance', amount(it.total), 'bad'],
    ['Over plan in percent', 'variancePercent', percent(it.percent), 'bad'],
    ['by material prices', 'priceVariance', amount(it.price)],
    ['by more material', 'usageVariance', amount(it.usage)],
    ['by longer work', 'efficiencyVariance', amount(it.efficiency)],
    ['by the small lot', 'lotSizeVariance', amount(it.lotSize)],
    ['Scrap over plan', 'scrapOverPlan', `${number(it.scrapPieces)} pcs`],
  ]));
}

function header(order) {
  return card('Header', fields([
    ['Made for sales order', 'salesOrder', order.salesOrder && link('sales-order', order.salesOrderReference, order.salesOrder)],
    ['Promised to the customer', 'customerPromise', date(order.customerPromise)],
    ['Planned lot', 'lotSize', `${number(order.lotSize)} ${order.unit}`],
    ['Scrap', 'scrapped', `${number(order.scrapped)} ${order.unit}`],
    ['Company', null, order.organisation],
    ['Note', 'note', order.note, 'wide'],
  ]));
}

function materials(order) {
  const cost = order.materials.some((part) => part.plannedCost !== undefined);
  const row = (part) => `materials.${part.position}`;
  return card('Material', table('materials', 'Material', [
    ['Pos.', null, (part) => String(part.position)],
    ['Item', 'item', (part) => element('span', {}, link('item', part.item, part.item), element('span', { class: 'under' }, part.description)), 'text'],
    ['Needed', null, (part) => above(row(part), ['needed', number(part.needed)], ['issued', 'issued', number(part.issued)]), 'num'],
    ['In stock', 'onHand', (part) => number(part.onHand), 'num'],
    ['Missing', 'missing', (part) => number(part.missing), (part) => part.missing > 0 ? 'num bad' : 'num'],
    ['Expected on', null, (part) => above(row(part), ['expectedOn', date(part.expectedOn)], ['', 'source', part.source]), 'text'],
    cost && ['Planned cost', 'plannedCost', (part) => money(part.plannedCost, order.currency), 'num'],
    cost && ['Actual cost', 'actualCost', (part) => money(part.actualCost, order.currency), 'num'],
  ].filter(Boolean), order.materials, (part) => part.position));
}

function operations(order) {
  const cost = order.operations.some((step) => step.variance !== undefined);
  return card('Steps', table('operations', 'Steps', [
    ['Pos.', null, (step) => String(step.position)],
    ['Step', 'name', (step) => step.name, 'text'],
    ['Machine', 'workCentre', (step) => step.workCentre, 'nowrap'],
    ['Planned', 'plannedHours', (step) => hours(step.plannedHours), 'num'],
    ['Worked', 'actualHours', (step) => hours(step.actualHours), 'num'],
    ['Done', 'done', (step) => step.done ? 'yes' : 'no'],
    cost && ['Over plan by', 'variance', (step) => money(step.variance, order.currency), 'num'],
  ].filter(Boolean), order.operations, (step) => step.position));
}

function moved(order) {
  return order.plan && card('Orders behind it on the machine', table('moved', 'Orders behind it on the machine', [
    ['Number', null, (row) => link('production-order', row.reference, row.number), 'nowrap'],
    ['Due on', 'dueOn', (row) => date(row.dueOn), 'nowrap'],
    ['Would end on', 'newEnd', (row) => date(row.newEnd), 'nowrap'],
    ['Late by', 'lateByDays', (row) => days(row.lateByDays), (row) => row.lateByDays > 0 ? 'num bad' : 'num'],
  ], order.moved, (row) => row.number));
}
