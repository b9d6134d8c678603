/** What the screens fetch, and the headers every page carries. */
@NullMarked
package sample.erp.screen;

import org.jspecify.annotations.NullMarked;
