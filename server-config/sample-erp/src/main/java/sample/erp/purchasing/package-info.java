/** Suppliers, purchase orders, and whether their invoices match. */
@NullMarked
package sample.erp.purchasing;

import org.jspecify.annotations.NullMarked;
