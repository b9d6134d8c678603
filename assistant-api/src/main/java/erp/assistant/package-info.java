/**
 * Asking about a business record. Start at {@link erp.assistant.Assistant}.
 */
@NullMarked
package erp.assistant;

import org.jspecify.annotations.NullMarked;
