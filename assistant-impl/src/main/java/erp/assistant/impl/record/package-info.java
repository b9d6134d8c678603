/**
 * Finds the source of a record type and reads a record under the asker's rights.
 *
 * <p>Not API.
 */
@NullMarked
package erp.assistant.impl.record;

import org.jspecify.annotations.NullMarked;
