/** What was measured, kept as lines of JSON, and the report made of it. */
@NullMarked
package erp.assistant.benchmark.report;

import org.jspecify.annotations.NullMarked;
