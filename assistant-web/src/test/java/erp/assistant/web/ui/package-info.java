/** Browser tests of the screens: the real files in a real browser, against a server whose pace the test controls. */
@NullMarked
package erp.assistant.web.ui;

import org.jspecify.annotations.NullMarked;
