import { card, element, table } from './dom.js';
import { chip, measure } from './format.js';

const outcomes = { STOPPED: 'stopped', WARNED: 'to be looked at', PASSED: 'passed' };

/** The rules that the ERP applied, and what came of them: why something is stopped, and who may let it pass. */
export function decisions(list) {
  return list.length > 0 && card('Rules applied', table('decisions', 'Rules applied', [
    ['Rule', 'rule', (row) => element('span', {}, element('strong', { class: 'nowrap' }, row.rule),
      row.subject && element('span', { class: 'soft' }, ` line ${row.subject}`), element('span', { class: 'under' }, row.statement)), 'text'],
    ['Actual', 'actual', (row) => measure(row.actual), 'num'],
    ['Limit', 'limit', (row) => measure(row.limit), 'num'],
    ['Outcome', 'outcome', (row) => element('span', { class: chip(row.outcome) }, outcomes[row.outcome]), 'nowrap'],
    ['May be lifted by', 'liftedBy', (row) => row.liftedBy, 'text'],
    ['Next step', 'nextStep', (row) => row.nextStep, 'text'],
  ], list, (row) => row.subject ? `${row.rule}-${row.subject}` : row.rule));
}
