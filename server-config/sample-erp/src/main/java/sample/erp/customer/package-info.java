/** Customers, what was talked about with them, and how much credit they have left. */
@NullMarked
package sample.erp.customer;

import org.jspecify.annotations.NullMarked;
