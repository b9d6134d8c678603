package sample.erp.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {

    @ParameterizedTest
    @CsvSource({
        // 2026-03-05 is a Thursday
        "2026-03-05, 0, 2026-03-04",
        "2026-03-05, 8, 2026-03-05",
        "2026-03-05, 8.01, 2026-03-06",
        "2026-03-05, 24, 2026-03-09",
        "2026-03-07, 8, 2026-03-09",
        "2026-03-06, 57, 2026-03-17"
    })
    void workEndsAfterEightHoursADayButNotOnWeekends(LocalDate start, BigDecimal hours, LocalDate end) {
        assertThat(WorkCalendar.end(start, hours)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-06, 2026-03-06", "2026-03-07, 2026-03-09", "2026-03-08, 2026-03-09"})
    void workBeginsOnAWorkingDay(LocalDate day, LocalDate first) {
        assertThat(WorkCalendar.workingDay(day)).isEqualTo(first);
    }
}
