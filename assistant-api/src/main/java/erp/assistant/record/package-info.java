/**
 * What an ERP implements to show its business records to the assistant. Start at {@link erp.assistant.record.RecordSource}.
 *
 * <p>A record is an allow-list: what a source does not put into a {@link erp.assistant.record.BusinessRecord} cannot be sent.
 */
@NullMarked
package erp.assistant.record;

import org.jspecify.annotations.NullMarked;
