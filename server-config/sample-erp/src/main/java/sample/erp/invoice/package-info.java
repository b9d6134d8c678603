/** Customer invoices, payments, and what happens when nobody pays. */
@NullMarked
package sample.erp.invoice;

import org.jspecify.annotations.NullMarked;
