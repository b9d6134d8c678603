package erp.assistant.impl.prompt;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The readings of dates and times, from their digits and words; what makes no date has none. */
final class Dates {

    private static final int CENTURY = 100;
    private static final int TWO_THOUSAND = 2000;
    private static final int HALF_DAY = 12;

    /** What stands before the number of a week, ISO 8601. */
    private static final Pattern WEEK =
            Pattern.compile("(?:KW|CW|wk|week|woche|sem|semaine|semana|settimana)\\b", Pattern.CASE_INSENSITIVE);

    /** What stands right before the number of a quarter. */
    private static final Pattern QUARTER = Pattern.compile("[QT]");

    private Dates() {}

    static Set<Reading> day(String year, String month, String day) {
        return reading(() -> new Reading.Day(LocalDate.of(year(year), number(month), number(day))));
    }

    static Set<Reading> dayOfYear(String month, String day) {
        return reading(() -> new Reading.DayOfYear(MonthDay.of(number(month), number(day))));
    }

    static Set<Reading> month(String year, String month) {
        return reading(() -> new Reading.Month(YearMonth.of(year(year), number(month))));
    }

    static Set<Reading> time(String hour, String minute) {
        return reading(() -> new Reading.Time(LocalTime.of(number(hour), number(minute))));
    }

    /** @param half {@code a} or {@code p} */
    static Set<Reading> halfDay(String hour, String minute, String half) {
        int twelve = number(hour);
        boolean noHour = twelve < 1 || twelve > HALF_DAY;
        int afternoon = half.equalsIgnoreCase("p") ? HALF_DAY : 0;
        return noHour
                ? Set.of()
                : reading(() -> new Reading.Time(LocalTime.of(twelve % HALF_DAY + afternoon, number(minute))));
    }

    /** @param words the number and what stands before it */
    static Set<Reading> week(String words, String number) {
        return WEEK.matcher(words).lookingAt() ? Set.of(new Reading.Week(number(number))) : Set.of();
    }

    /** @param words the number and what stands before it */
    static Set<Reading> quarter(String words, String number) {
        return QUARTER.matcher(words).lookingAt() ? Set.of(new Reading.Quarter(number(number))) : Set.of();
    }

    static Set<Reading> namedDay(String year, String monthName, String day) {
        return MonthNames.month(monthName)
                .map(month -> reading(() -> new Reading.Day(LocalDate.of(year(year), month, number(day)))))
                .orElse(Set.of());
    }

    /**
     * The reading of a day and the name of a month.
     *
     * @param everyday whether the name has to be an everyday word, or must not be one
     */
    static Set<Reading> namedDayOfYear(String monthName, String day, boolean everyday) {
        return MonthNames.month(monthName)
                .filter(month -> MonthNames.everyday(monthName) == everyday)
                .map(month -> reading(() -> new Reading.DayOfYear(MonthDay.of(month, number(day)))))
                .orElse(Set.of());
    }

    static Set<Reading> namedMonth(String year, String monthName) {
        return MonthNames.month(monthName)
                .map(month -> reading(() -> new Reading.Month(YearMonth.of(year(year), month))))
                .orElse(Set.of());
    }

    static Set<Reading> either(Set<Reading> one, Set<Reading> other) {
        Set<Reading> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }

    private static int year(String year) {
        int number = number(year);
        return number < CENTURY ? TWO_THOUSAND + number : number;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static Set<Reading> reading(Supplier<Reading> reading) {
        try {
            return Set.of(reading.get());
        } catch (DateTimeException noSuchDay) {
            return Set.of();
        }
    }
}
