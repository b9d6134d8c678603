/**
 * The three production metrics as MicroProfile Metrics, for MicroProfile Telemetry, and as log lines.
 *
 * <p>Not API.
 */
@NullMarked
package erp.assistant.impl.metrics;

import org.jspecify.annotations.NullMarked;
