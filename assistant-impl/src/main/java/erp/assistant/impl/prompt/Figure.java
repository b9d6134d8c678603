package erp.assistant.impl.prompt;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A way in which figures are written.
 *
 * <p>Repeated groups are bounded: Java's matcher recurses for each repetition, and an answer can be anything.
 *
 * @param pattern what one looks like
 * @param readings what it can mean; none if it only looks like one
 * @param certain whether something that has such a reading cannot be another kind of figure
 * @param letterFirst whether it begins with a letter; else it begins with a digit
 * @param next the characters of which one follows the digits that it begins with, empty for any: most ways need not be tried
 */
record Figure(
        Pattern pattern,
        Function<MatchResult, Set<Reading>> readings,
        boolean certain,
        boolean letterFirst,
        String next) {

    private static final String ANY = "";

    /** What the expressions call a space. */
    private static final String SPACES = " \t\n\u000B\f\r\u00A0";

    /** A day's number goes on with a space, or with a mark or ending before it, in either case of its letters. */
    private static final String AFTER_DAY = SPACES + ".º°eErRsStTnNdDhH";

    private static final String BEFORE = "(?<![\\p{L}\\d])";
    private static final String AFTER = "(?![\\p{L}\\d]|[.,]\\d)";
    private static final String SPACE = "[\\s\\u00A0]";
    private static final String DAY = "(\\d{1,2})(?:\\.|º|°|er|st|nd|rd|th)?";
    private static final String OF = SPACE + "+(?:(?:of|de|di)" + SPACE + "+)?";
    private static final String MONTH = "(\\p{L}{3,10})(?![\\p{L}\\d])\\.?";
    private static final String YEAR =
            "(?:,?" + SPACE + "+(?:(?:of|de|del|di)" + SPACE + "+)?|" + SPACE + "?-" + SPACE + "?)((?:19|20|21)\\d\\d)";

    /** Dates and times: tried before all others, so that their digits are not taken for numbers. */
    static final List<Figure> DATES = List.of(
            // 2026-05-02
            certain(
                    "-./",
                    "(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})(?!\\d)",
                    m -> Dates.day(m.group(1), m.group(2), m.group(3))),
            // 02.05.2026, 5/2/26: day first or month first
            certain(
                    "-./",
                    "(\\d{1,2})([-./])(\\d{1,2})\\2(\\d{4}|\\d{2})" + AFTER,
                    m -> Dates.either(
                            Dates.day(m.group(4), m.group(3), m.group(1)),
                            Dates.day(m.group(4), m.group(1), m.group(3)))),
            // 2 May 2026, 2. Mai 2026, 2 de mayo de 2026
            certain(
                    AFTER_DAY,
                    DAY + OF + MONTH + YEAR + AFTER,
                    m -> Dates.namedDay(m.group(3), m.group(2), m.group(1))),
            // May 2, 2026
            certain(
                    ANY,
                    MONTH + SPACE + "+" + DAY + YEAR + AFTER,
                    m -> Dates.namedDay(m.group(3), m.group(1), m.group(2))),
            // 2 May, 2. Mai
            certain(AFTER_DAY, DAY + OF + MONTH, m -> Dates.namedDayOfYear(m.group(2), m.group(1), false)),
            uncertain(AFTER_DAY, DAY + OF + MONTH, m -> Dates.namedDayOfYear(m.group(2), m.group(1), true)),
            // May 2026
            certain(ANY, MONTH + YEAR + AFTER, m -> Dates.namedMonth(m.group(2), m.group(1))),
            // May 2
            certain(ANY, MONTH + SPACE + "+" + DAY + AFTER, m -> Dates.namedDayOfYear(m.group(1), m.group(2), false)),
            // 2026-05, 05/2026
            certain("-", "(\\d{4})-(\\d{2})" + AFTER, m -> Dates.month(m.group(1), m.group(2))),
            certain("/", "(\\d{1,2})/(\\d{4})" + AFTER, m -> Dates.month(m.group(2), m.group(1))),
            // 2:30 pm, 2:30 p.m.
            certain(
                    SPACES + ":",
                    "(\\d{1,2}):(\\d{2})" + SPACE + "?([ap])\\.?m(?![\\p{L}\\d])\\.?",
                    m -> Dates.halfDay(m.group(1), m.group(2), m.group(3))),
            // 2 pm
            uncertain(
                    SPACES + "aApP",
                    "(\\d{1,2})" + SPACE + "?([ap])\\.?m(?![\\p{L}\\d])\\.?",
                    m -> Dates.halfDay(m.group(1), "0", m.group(2))),
            // 14:30, 14h30
            certain(
                    SPACES + ":hH",
                    "(\\d{1,2})" + SPACE + "?[:h]" + SPACE + "?(\\d{2})(?::\\d{2})?(?!\\d)",
                    m -> Dates.time(m.group(1), m.group(2))),
            // 14.30 Uhr, alle 14.30
            uncertain(
                    ".",
                    "(?:(?<=(?:alle|ore|alle ore|um|at)[ \\u00A0])(\\d{1,2})\\.(\\d{2})(?!\\d)|(\\d{1,2})\\.(\\d{2})(?="
                            + SPACE + "?Uhr))",
                    m -> m.group(1) != null ? Dates.time(m.group(1), m.group(2)) : Dates.time(m.group(3), m.group(4))),
            // 14 Uhr, 14 h
            uncertain(
                    SPACES + "hH",
                    "(\\d{1,2})" + SPACE + "?(?:Uhr|h|heures?|horas?|o['’]clock)(?![\\p{L}\\d])",
                    m -> Dates.time(m.group(1), "0")),
            // the 2 of 2–5 May 2026, of 2. bis 5. Mai
            uncertain(
                    AFTER_DAY + "-–—/",
                    DAY + SPACE + "?(?:[-–—/]|to|and|bis|und|au|et|al?|y|e)" + SPACE + "?(?=" + DAY + OF + MONTH + "(?:"
                            + YEAR + ")?)",
                    Figure::firstOfRange),
            // the 5 of May 2–5
            uncertain(
                    ANY,
                    "(?<=(?<![\\p{L}\\d])(\\p{L}{3,10})\\.?[ \\u00A0]\\d{1,2}[ \\u00A0]?[-–—][ \\u00A0]?)(\\d{1,2})(?!\\d)",
                    m -> Dates.either(
                            Dates.namedDayOfYear(m.group(1), m.group(2), false),
                            Dates.namedDayOfYear(m.group(1), m.group(2), true))));

    static final List<Figure> OTHERS = List.of(
            // KW 19, week 19
            certain(ANY, "\\p{L}{2,10}\\.?" + SPACE + "(\\d{1,2})(?!\\d)", m -> Dates.week(m.group(), m.group(1))),
            // Q2
            certain(ANY, "\\p{L}([1-4])(?![\\p{L}\\d])", m -> Dates.quarter(m.group(), m.group(1))),
            // 12.4k, 12,4 Tsd., 1.2 million
            new Figure(Scaled.PATTERN, m -> Scaled.readings(m.group()), true, false, SPACES + ".," + Scaled.LETTERS),
            // 02.05., 5/2
            uncertain(".", "(\\d{1,2})\\.(\\d{1,2})\\.(?!\\d)", Figure::dayOfYear),
            uncertain("/", "(\\d{1,2})/(\\d{1,2})" + AFTER, Figure::dayOfYear),
            // SO-4711, EN10204
            uncertain(ANY, "\\p{L}[\\p{L}\\d]*(?:[-_./][\\p{L}\\d]+){0,20}", m -> code(m.group())),
            // 4711-A, 1.2.3
            uncertain("-./", "\\d+(?:[-./][\\p{L}\\d]+){1,20}", m -> code(m.group())),
            // 12 400,00; a common space can as well stand between two numbers, a non-breaking one cannot
            number("\u00A0'’", "\\d{1,3}(?:[\\u00A0'’]\\d{3}){1,20}(?:[.,]\\d+)?(?!\\d)", true),
            number(" ", "\\d{1,3}(?: \\d{3}){1,20}(?:[.,]\\d+)?(?!\\d)", false),
            // 12,400.00 and 12.400,00 and 12400.00
            number(",", "\\d{1,3}(?:,\\d{3}){1,20}(?:\\.\\d+)?(?!\\d)", true),
            number(".", "\\d{1,3}(?:\\.\\d{3}){1,20}(?:,\\d+)?(?!\\d)", true),
            number(".,", "\\d+[.,]\\d+", true),
            number(ANY, "\\d+", true));

    private static Figure certain(String next, String regex, Function<MatchResult, Set<Reading>> readings) {
        return new Figure(
                Pattern.compile(BEFORE + regex, Pattern.CASE_INSENSITIVE), readings, true, letterFirst(regex), next);
    }

    private static Figure uncertain(String next, String regex, Function<MatchResult, Set<Reading>> readings) {
        return new Figure(
                Pattern.compile(BEFORE + regex, Pattern.CASE_INSENSITIVE), readings, false, letterFirst(regex), next);
    }

    /** Letters may stand before a number, as in EUR12.50. */
    private static Figure number(String next, String regex, boolean certain) {
        return new Figure(Pattern.compile("(?<!\\d)" + regex), m -> Numbers.readings(m.group()), certain, false, next);
    }

    /** Whether it can go on with this character after the digits that it begins with. */
    boolean goesOnWith(char after) {
        return letterFirst || next.isEmpty() || next.indexOf(after) >= 0;
    }

    private static boolean letterFirst(String regex) {
        return regex.startsWith("\\p{L}") || regex.startsWith("(\\p{L}");
    }

    private static Set<Reading> firstOfRange(MatchResult match) {
        if (match.group(4) != null) {
            Set<Reading> day = Dates.namedDay(match.group(4), match.group(3), match.group(1));
            return Dates.either(day, Dates.namedDayOfYear(match.group(3), match.group(1), false));
        }
        return Dates.namedDayOfYear(match.group(3), match.group(1), false);
    }

    private static Set<Reading> dayOfYear(MatchResult match) {
        return Dates.either(
                Dates.dayOfYear(match.group(2), match.group(1)), Dates.dayOfYear(match.group(1), match.group(2)));
    }

    private static Set<Reading> code(String text) {
        return text.chars().anyMatch(Character::isDigit) ? Set.of(new Reading.Code(text)) : Set.of();
    }
}
