/** What the companies make: orders, their steps and material, and why they wait or cost more than planned. */
@NullMarked
package sample.erp.production;

import org.jspecify.annotations.NullMarked;
