/**
 * Who may ask now: the kill switch and the rate a person may ask at.
 *
 * <p>Not API.
 */
@NullMarked
package erp.assistant.impl.admission;

import org.jspecify.annotations.NullMarked;
