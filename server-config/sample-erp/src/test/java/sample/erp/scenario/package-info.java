/** The questions of the tour, asked about the demo company's records. */
@NullMarked
package sample.erp.scenario;

import org.jspecify.annotations.NullMarked;
