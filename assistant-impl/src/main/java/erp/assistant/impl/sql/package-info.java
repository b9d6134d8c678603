/**
 * SQL on the assistant's data source, for parts beside the ledger.
 *
 * <p>Not API.
 */
@NullMarked
package erp.assistant.impl.sql;

import org.jspecify.annotations.NullMarked;
