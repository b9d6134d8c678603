/** Payment runs: which supplier invoices are to be paid, and what to look at first. */
@NullMarked
package sample.erp.payment;

import org.jspecify.annotations.NullMarked;
