/** Sales orders, their deliveries, and how far along each line is. */
@NullMarked
package sample.erp.sales;

import org.jspecify.annotations.NullMarked;
