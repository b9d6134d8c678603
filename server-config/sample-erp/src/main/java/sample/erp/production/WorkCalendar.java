package sample.erp.production;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Days on which the machines run: Monday to Friday, eight hours each. */
final class WorkCalendar {

    private static final BigDecimal HOURS_A_DAY = new BigDecimal(8);

    private WorkCalendar() {}

    /** The first working day on or after this one. */
    static LocalDate workingDay(LocalDate day) {
        return isFree(day) ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : day;
    }

    /** The day on which so many hours end if they begin in the morning of a day; the day before if there are none. */
    static LocalDate end(LocalDate start, BigDecimal hours) {
        int days = hours.divide(HOURS_A_DAY, 0, RoundingMode.CEILING).intValueExact();
        LocalDate day = workingDay(start).minusDays(1);
        for (int i = 0; i < days; i++) {
            day = workingDay(day.plusDays(1));
        }
        return day;
    }

    private static boolean isFree(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
