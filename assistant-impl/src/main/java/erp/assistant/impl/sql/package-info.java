/**
 * SQL on the assistant's data source, and the file of the database that is embedded.
 *
 * <p>Not API.
 */
@NullMarked
package erp.assistant.impl.sql;

import org.jspecify.annotations.NullMarked;
