package erp.assistant.impl.prompt;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/** The readings of dates and times; numbers that make no date have none. */
final class Dates {

    private static final int CENTURY = 100;
    private static final int TWO_THOUSAND = 2000;

    private Dates() {}

    static Set<Reading> day(String year, int month, int day) {
        Set<Reading> readings = new LinkedHashSet<>();
        add(readings, () -> new Reading.Day(LocalDate.of(fullYear(year), month, day)));
        return readings;
    }

    /** Day first or month first: 02.05.2026 and 5/2/26 can both be the second of May. */
    static Set<Reading> day(String year, String one, String other) {
        Set<Reading> readings = day(year, Integer.parseInt(other), Integer.parseInt(one));
        readings.addAll(day(year, Integer.parseInt(one), Integer.parseInt(other)));
        return readings;
    }

    static Set<Reading> dayOfYear(int month, int day) {
        Set<Reading> readings = new LinkedHashSet<>();
        add(readings, () -> new Reading.DayOfYear(MonthDay.of(month, day)));
        return readings;
    }

    static Set<Reading> dayOfYear(String one, String other) {
        Set<Reading> readings = dayOfYear(Integer.parseInt(other), Integer.parseInt(one));
        readings.addAll(dayOfYear(Integer.parseInt(one), Integer.parseInt(other)));
        return readings;
    }

    static Set<Reading> month(String year, int month) {
        Set<Reading> readings = new LinkedHashSet<>();
        add(readings, () -> new Reading.Month(YearMonth.of(fullYear(year), month)));
        return readings;
    }

    static Set<Reading> time(String hour, String minute) {
        Set<Reading> readings = new LinkedHashSet<>();
        add(readings, () -> new Reading.Time(LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute))));
        return readings;
    }

    private static int fullYear(String year) {
        int number = Integer.parseInt(year);
        return number < CENTURY ? TWO_THOUSAND + number : number;
    }

    private static void add(Set<Reading> readings, Supplier<Reading> reading) {
        try {
            readings.add(reading.get());
        } catch (DateTimeException noSuchDay) {
            // 31.02. or 12/50: not a date, and no reading of one.
        }
    }
}
