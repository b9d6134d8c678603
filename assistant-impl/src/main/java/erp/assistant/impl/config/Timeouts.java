package erp.assistant.impl.config;

import java.time.Duration;

/**
 * The four time budgets of a provider call.
 *
 * @param connect to the established connection
 * @param firstContent from sending the request to the first piece of text
 * @param idle between pieces of text; pings do not count
 * @param total for the whole answer over all attempts
 */
public record Timeouts(Duration connect, Duration firstContent, Duration idle, Duration total) {}
