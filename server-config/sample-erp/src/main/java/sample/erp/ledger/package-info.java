/** The general ledger: accounts, cost centres, postings and budgets. */
@NullMarked
package sample.erp.ledger;

import org.jspecify.annotations.NullMarked;
