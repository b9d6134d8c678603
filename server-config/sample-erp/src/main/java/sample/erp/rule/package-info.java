/** The rules that the ERP applies, and what came of them. */
@NullMarked
package sample.erp.rule;

import org.jspecify.annotations.NullMarked;
