/**
 * Attempts, prices, exchange rates and reports: the money.
 *
 * <p>Not API.
 */
@NullMarked
package erp.assistant.impl.ledger;

import org.jspecify.annotations.NullMarked;
