/** What is in the warehouses and when more of it can be shipped. */
@NullMarked
package sample.erp.stock;

import org.jspecify.annotations.NullMarked;
