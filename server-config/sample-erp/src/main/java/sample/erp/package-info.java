/** The sample ERP of NordWerk, a trading and manufacturing group. */
@NullMarked
package sample.erp;

import org.jspecify.annotations.NullMarked;
