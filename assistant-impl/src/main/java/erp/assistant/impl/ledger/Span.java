package erp.assistant.impl.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A stretch of time whose rows are added up together.
 *
 * @param from inclusive
 * @param to exclusive
 * @param day of which it is the whole or a part, such as {@code 2026-11-30}
 * @param whole whether it goes to the day's end
 */
record Span(Instant from, Instant to, String day, boolean whole) {

    private static final Duration PART = Duration.ofHours(1);

    Span {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a span from " + from + " to " + to + " is empty");
        }
    }

    /**
     * The span to close after what is closed: the rest of its day if that is over, else the full hours that are.
     *
     * <p>It begins where the last one ended, also if the company has changed its time zone in between: then a day is shorter or
     * longer, or a date has two spans.
     *
     * @param closedTo where the last closed span ended
     * @param over rows before this are settled, or will leave a {@link LateMarks mark}
     */
    static Optional<Span> next(Instant closedTo, Instant over, ZoneId zone) {
        LocalDate day = closedTo.atZone(zone).toLocalDate();
        Instant dayEnd = day.plusDays(1).atStartOfDay(zone).toInstant();
        if (!dayEnd.isAfter(over)) {
            return Optional.of(new Span(closedTo, dayEnd, day.toString(), true));
        }
        Instant fullHour = Instant.ofEpochSecond(over.getEpochSecond() / PART.toSeconds() * PART.toSeconds());
        return fullHour.isAfter(closedTo)
                ? Optional.of(new Span(closedTo, fullHour, day.toString(), false))
                : Optional.empty();
    }

    Span from(Instant earlier) {
        return new Span(earlier, to, day, whole);
    }
}
