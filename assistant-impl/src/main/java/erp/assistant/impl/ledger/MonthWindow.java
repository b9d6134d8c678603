package erp.assistant.impl.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A calendar month in a time zone, from its first instant to the next month's.
 *
 * @param from inclusive
 * @param to exclusive
 */
record MonthWindow(YearMonth month, ZoneId zone, Instant from, Instant to) {

    private static final Duration BASE = Duration.ofHours(24);

    static MonthWindow of(YearMonth month, ZoneId zone) {
        return new MonthWindow(
                month,
                zone,
                start(month.atDay(1), zone),
                start(month.plusMonths(1).atDay(1), zone));
    }

    /** The days of the month; one is 23 or 25 hours long where the clocks change. */
    Stream<LocalDate> days() {
        return month.atDay(1).datesUntil(month.plusMonths(1).atDay(1));
    }

    Instant dayFrom(LocalDate day) {
        return start(day, zone);
    }

    Instant dayTo(LocalDate day) {
        return start(day.plusDays(1), zone);
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /**
     * The sum at the month's end if it grows on as until now: {@code nanos} by the elapsed share of the month, rounded half up.
     *
     * @return empty in the month's first 24 hours and before it
     */
    OptionalLong forecast(long nanos, Instant now) {
        Instant end = now.isAfter(to) ? to : now;
        Duration elapsed = Duration.between(from, end);
        if (elapsed.compareTo(BASE) < 0) {
            return OptionalLong.empty();
        }
        BigDecimal whole = BigDecimal.valueOf(Duration.between(from, to).toMillis());
        return OptionalLong.of(BigDecimal.valueOf(nanos)
                .multiply(whole)
                .divide(BigDecimal.valueOf(elapsed.toMillis()), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }
}
