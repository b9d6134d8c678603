package erp.assistant.impl.prompt;

import java.time.Month;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A way in which figures are written, from the most to the least special: what can be a date is tried as a date before its digits
 * are tried as numbers.
 *
 * @param pattern where one begins
 * @param readings what it can mean; none if it only looks like one
 */
record Figure(Pattern pattern, Function<MatchResult, Set<Reading>> readings) {

    private static final String BEFORE = "(?<![\\p{L}\\d])";
    private static final String AFTER = "(?![\\p{L}\\d]|[.,]\\d)";
    private static final String DAY = "(\\d{1,2})(?:\\.|º|°|er|st|nd|rd|th)?";
    private static final String OF = "\\s+(?:(?:of|de|di)\\s+)?";
    private static final String MONTH = "(\\p{L}{3,10})\\b\\.?";
    private static final String YEAR = "((?:19|20|21)\\d\\d)";
    private static final String YEAR_AFTER = "(?:,?\\s+(?:(?:of|de|del|di)\\s+)?|\\s?-\\s?)" + YEAR;

    /** In the order in which they are tried at a place. */
    static final List<Figure> WRITTEN = List.of(
            // 2026-05-02
            of("(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})(?!\\d)", m -> Dates.day(m.group(1), number(m, 2), number(m, 3))),
            // 02.05.2026, 5/2/26
            of("(\\d{1,2})([-./])(\\d{1,2})\\2(\\d{4}|\\d{2})" + AFTER, m -> Dates.day(m.group(4), m.group(1), m.group(3))),
            // 2 May 2026, 2. Mai 2026, 2 de mayo de 2026
            of(DAY + OF + MONTH + YEAR_AFTER + AFTER, m -> monthOf(m.group(2), true)
                    .map(month -> Dates.day(m.group(3), month.getValue(), number(m, 1)))
                    .orElseGet(Set::of)),
            // May 2, 2026
            of(MONTH + "\\s+" + DAY + YEAR_AFTER + AFTER, m -> monthOf(m.group(1), true)
                    .map(month -> Dates.day(m.group(3), month.getValue(), number(m, 2)))
                    .orElseGet(Set::of)),
            // 2 May, 2. Mai
            of(DAY + OF + MONTH, m -> monthOf(m.group(2), false)
                    .map(month -> Dates.dayOfYear(month.getValue(), number(m, 1)))
                    .orElseGet(Set::of)),
            // May 2026
            of(MONTH + YEAR_AFTER + AFTER, m -> monthOf(m.group(1), true)
                    .map(month -> Dates.month(m.group(2), month.getValue()))
                    .orElseGet(Set::of)),
            // May 2
            of(MONTH + "\\s+" + DAY + AFTER, m -> monthOf(m.group(1), false)
                    .map(month -> Dates.dayOfYear(month.getValue(), number(m, 2)))
                    .orElseGet(Set::of)),
            // 2026-05, 05/2026
            of("(\\d{4})-(\\d{2})" + AFTER, m -> Dates.month(m.group(1), number(m, 2))),
            of("(\\d{1,2})/(\\d{4})" + AFTER, m -> Dates.month(m.group(2), number(m, 1))),
            // 02.05., 5/2
            of("(\\d{1,2})\\.(\\d{1,2})\\.(?!\\d)", m -> Dates.dayOfYear(m.group(1), m.group(2))),
            of("(\\d{1,2})/(\\d{1,2})" + AFTER, m -> Dates.dayOfYear(m.group(1), m.group(2))),
            // 14:30, 14h30
            of("(\\d{1,2})\\s?[:h]\\s?(\\d{2})(?::\\d{2})?(?!\\d)", m -> Dates.time(m.group(1), m.group(2))),
            // SO-4711, EN10204, 1.2.3
            of("\\p{L}[\\p{L}\\d]*(?:[-_./]?[\\p{L}\\d]+)*(?<=[\\p{L}\\d])", m -> code(m.group())),
            of("\\d+(?:[-./][\\p{L}\\d]+)+", m -> code(m.group())),
            // 12,400.00
            number("\\d{1,3}(?:[ '’]\\d{3})+(?:[.,]\\d+)?(?!\\d)"),
            number("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?!\\d)"),
            number("\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?(?!\\d)"),
            number("\\d+[.,]\\d+"),
            number("\\d+"));

    private static Figure of(String regex, Function<MatchResult, Set<Reading>> readings) {
        return new Figure(Pattern.compile(BEFORE + regex, Pattern.CASE_INSENSITIVE), readings);
    }

    /** Letters may stand before a number, as in EUR12.50. */
    private static Figure number(String regex) {
        return new Figure(Pattern.compile("(?<!\\d)" + regex), m -> Numbers.readings(m.group()));
    }

    private static Optional<Month> monthOf(String word, boolean besideYear) {
        return MonthNames.month(word, besideYear);
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static Set<Reading> code(String text) {
        Set<Reading> readings = new LinkedHashSet<>();
        if (text.chars().anyMatch(Character::isDigit)) {
            readings.add(new Reading.Code(text));
        }
        return readings;
    }
}
