/** What the assistant may read, registered while this application runs. Start at {@link sample.erp.assistant.SalesOrderSource}. */
@NullMarked
package sample.erp.assistant;

import org.jspecify.annotations.NullMarked;
