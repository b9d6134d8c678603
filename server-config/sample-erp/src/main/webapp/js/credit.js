import { card, fields } from './dom.js';
import { days, money, number } from './format.js';

/** The card with a customer's credit, for those who see it. */
export function creditCard(credit, currency) {
  if (!credit) return null;
  const over = credit.overLimitBy > 0;
  return card('Credit',
    fields([
      ['Credit limit', 'creditLimit', money(credit.creditLimit, currency)],
      ['Exposure', 'exposure', money(credit.exposure, currency), over ? 'bad' : null],
      over ? ['Over the limit by', 'overLimitBy', money(credit.overLimitBy, currency), 'bad']
        : ['Still available', 'availableCredit', money(credit.availableCredit, currency)],
      ['Open invoices', 'openInvoices', money(credit.openInvoices, currency)],
      ['Open orders', 'openOrders', money(credit.openOrders, currency)],
      ['Overdue', 'overdueAmount', money(credit.overdueAmount, currency), credit.overdueAmount > 0 ? 'bad' : null],
      ['Overdue invoices', 'overdueInvoices', number(credit.overdueInvoices)],
      ['Oldest overdue for', 'oldestOverdueDays', days(credit.oldestOverdueDays)],
      ['Broken rules', 'brokenRules', credit.brokenRules.join('; ') || 'none', 'wide'],
    ]));
}
