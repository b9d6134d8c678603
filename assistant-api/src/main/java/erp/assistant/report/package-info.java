/**
 * What an admin can ask about the running of the assistant: {@link erp.assistant.report.ProductionMetrics} and
 * {@link erp.assistant.report.CallLog}.
 */
@NullMarked
package erp.assistant.report;

import org.jspecify.annotations.NullMarked;
