package erp.assistant.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * A span of time in a request.
 *
 * @param from inclusive
 * @param to exclusive
 */
record Period(Instant from, Instant to) {

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    /** Of two moments, or days in UTC of which the last is included; an empty text is no limit. */
    static Period of(String from, String to) {
        return new Period(instant("from", from, FIRST, 0), instant("to", to, LAST, 1));
    }

    private static Instant instant(String name, String text, Instant none, int days) {
        if (text.isEmpty()) {
            return none;
        }
        try {
            Instant at = text.length() == 10
                    ? LocalDate.parse(text)
                            .plusDays(days)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : Instant.parse(text);
            if (!at.isBefore(FIRST) && !at.isAfter(LAST)) {
                return at;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw JsonBody.invalid(name + " must be a day such as 2026-11-22, or a moment such as 2026-11-22T09:00:00Z.");
    }
}
