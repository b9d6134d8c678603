/** The database and the demo company that fills it at the first start. */
@NullMarked
package sample.erp.data;

import org.jspecify.annotations.NullMarked;
