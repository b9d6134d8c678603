package erp.assistant.impl.prompt;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The readings of values that are plainly one figure, as most that are sent: {@code 4711}, {@code 12400.00 EUR}, {@code 12.5 %},
 * {@code 2026-05-02}. The same that {@link FigureScanner} finds, without an expression for each way of writing.
 */
final class PlainFigures {

    private static final int YEAR_END = 4;
    private static final int MONTH_END = 7;
    private static final int DAY_END = 10;
    private static final int GROUP = 3;

    /** A number of more digits is left to the scanner. */
    private static final int MOST_DIGITS = 30;

    private PlainFigures() {}

    /** All readings of the text, or empty if it is not as plain as that. */
    static Optional<Set<Reading>> of(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int whole = digits(text, start);
        if (whole == start || whole - start > MOST_DIGITS) {
            return Optional.empty();
        }
        if (whole == text.length()) {
            return Optional.of(number(text, start, whole, whole));
        }
        if (start == 0 && whole == YEAR_END && isDay(text)) {
            return Optional.of(Dates.day(
                            text.substring(0, YEAR_END),
                            text.substring(YEAR_END + 1, MONTH_END),
                            text.substring(MONTH_END + 1)))
                    .filter(readings -> !readings.isEmpty());
        }
        return decimal(text, start, whole);
    }

    /** A number with a fraction; a unit may follow, which would make "12 mar" of one without. */
    private static Optional<Set<Reading>> decimal(String text, int start, int point) {
        if (text.charAt(point) != '.') {
            return Optional.empty();
        }
        int end = digits(text, point + 1);
        boolean plain = end > point + 1
                && end - point <= MOST_DIGITS
                && (end == text.length() || text.charAt(end) == ' ')
                && text.chars().skip(end).noneMatch(Character::isDigit);
        return plain ? Optional.of(number(text, start, point, end)) : Optional.empty();
    }

    /** @param point where the fraction begins, or the end */
    private static Set<Reading> number(String text, int start, int point, int end) {
        String number = text.substring(start, end);
        Set<Reading> readings = new LinkedHashSet<>();
        readings.add(new Reading.Amount(new BigDecimal(number)));
        if (point < end) {
            readings.add(new Reading.Code(number));
            boolean thousands = end - point == GROUP + 1 && point - start <= GROUP && text.charAt(start) != '0';
            if (thousands) {
                readings.add(new Reading.Amount(new BigDecimal(number.replace(".", ""))));
            }
        }
        return readings;
    }

    private static boolean isDay(String text) {
        return text.length() == DAY_END
                && text.charAt(YEAR_END) == '-'
                && digits(text, YEAR_END + 1) == MONTH_END
                && text.charAt(MONTH_END) == '-'
                && digits(text, MONTH_END + 1) == DAY_END;
    }

    /** Where the ASCII digits end that begin here. */
    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
