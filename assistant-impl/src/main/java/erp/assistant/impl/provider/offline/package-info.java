/**
 * Answers from the record's own facts when no provider answers.
 *
 * <p>Not API.
 */
@NullMarked
package erp.assistant.impl.provider.offline;

import org.jspecify.annotations.NullMarked;
