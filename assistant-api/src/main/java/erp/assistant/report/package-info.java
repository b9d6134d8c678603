/**
 * What an admin can ask about the running of the assistant, {@link erp.assistant.report.ProductionMetrics} and
 * {@link erp.assistant.report.CallLog}, and what askers say about its answers, {@link erp.assistant.report.FeedbackBook}.
 */
@NullMarked
package erp.assistant.report;

import org.jspecify.annotations.NullMarked;
