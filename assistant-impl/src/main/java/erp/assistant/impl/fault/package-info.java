/**
 * What a provider's failure is and what follows from it: one table, {@code faults.csv}, read by those who recognise failures
 * and by those who act on them. Start at {@link erp.assistant.impl.fault.FaultTable}.
 *
 * <p>Not API.
 */
@NullMarked
package erp.assistant.impl.fault;

import org.jspecify.annotations.NullMarked;
