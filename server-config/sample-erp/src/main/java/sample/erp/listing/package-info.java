/** The ERP's lists: what a list screen shows, and what the assistant may ask of the same list. */
@NullMarked
package sample.erp.listing;

import org.jspecify.annotations.NullMarked;
