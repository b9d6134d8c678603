package erp.assistant.report;

import java.time.Instant;

/**
 * A cause of failures that passes only if an admin does something.
 *
 * @param slot {@code primary} or {@code backup}
 * @param provider its name
 * @param cause {@code key account model request size protocol unreachable outage}
 * @param advice what has happened and what to do; holds no key
 * @param since when it was seen first
 * @param count how often it has been seen since
 */
public record ProviderAlert(String slot, String provider, String cause, String advice, Instant since, long count) {}
