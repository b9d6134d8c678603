package erp.assistant.impl.ledger;

import static erp.assistant.impl.ledger.Fixtures.EUR;
import static erp.assistant.impl.ledger.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import erp.assistant.Cost;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.Settings;
import erp.assistant.report.MonthReport;
import erp.assistant.report.MonthReport.Line;
import erp.assistant.report.MonthlyMetrics;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class MonthReportTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private final DataSource database;
    private final Fixtures.TestClock clock = new Fixtures.TestClock(NOW);
    private final Settings settings = Fixtures.settings(Dialect.ANTHROPIC);
    private final Bookings bookings;
    private final LedgerReports reports;

    MonthReportTest(TestDatabase kind) {
        database = kind.migrated();
        bookings = new Bookings(database);
        reports = new LedgerReports(database, () -> settings, clock);
    }

    private void book(Instant at, String organisation, String model, String outcome, long nanos) throws SQLException {
        bookings.settle(bookings.open(at, organisation, model), nanos, 1000, outcome, at);
    }

    private void rollUp() {
        new Rollup(database, () -> settings, clock).run();
    }

    private static long sum(MonthReport report, ToLongFunction<Line> of) {
        return report.lines().stream().mapToLong(of).sum();
    }

    @Test
    void eachDayOrganisationModelAndRecordTypeHasItsLine() throws SQLException {
        Instant yesterday = NOW.minus(Duration.ofDays(1));
        book(NOW, "2000", "m1", "end", 7);
        book(NOW, "1000", "m2", "end", 5);
        book(NOW, "1000", "m1", "end", 1);
        book(NOW, "1000", "m1", "failed", 2);
        book(yesterday, "1000", "m1", "end", 100_000_000_001L);

        MonthReport report = reports.report(NOVEMBER);

        assertThat(report.currency()).isEqualTo(EUR);
        assertThat(report.lines())
                .extracting(
                        line -> line.day().toString(),
                        Line::organisation,
                        Line::model,
                        Line::recordType,
                        Line::attempts,
                        Line::failedAttempts,
                        Line::answers,
                        Line::failedAnswers,
                        line -> line.cost().nanos())
                .containsExactly(
                        tuple("2026-11-19", "1000", "m1", "sales-order", 1L, 0L, 1L, 0L, 100_000_000_001L),
                        tuple("2026-11-20", "1000", "m1", "sales-order", 2L, 1L, 2L, 1L, 3L),
                        tuple("2026-11-20", "1000", "m2", "sales-order", 1L, 0L, 1L, 0L, 5L),
                        tuple("2026-11-20", "2000", "m1", "sales-order", 1L, 0L, 1L, 0L, 7L));
    }

    @Test
    void theLinesAddUpToTheMonthWhetherSummedUpOrNot() throws SQLException {
        for (Instant at = NOW.minus(Duration.ofDays(4)); !at.isAfter(NOW); at = at.plus(Duration.ofMinutes(37))) {
            bookings.any(at);
        }
        MonthReport fromRows = reports.report(NOVEMBER);
        rollUp();

        MonthReport report = reports.report(NOVEMBER);

        MonthlyMetrics month = reports.month(NOVEMBER);
        assertThat(report).isEqualTo(fromRows);
        assertThat(sum(report, line -> line.cost().nanos()))
                .isEqualTo(month.cost().amount().nanos())
                .isPositive();
        assertThat(sum(report, Line::attempts)).isEqualTo(month.errors().attempts());
        assertThat(sum(report, Line::failedAttempts)).isEqualTo(month.errors().failedAttempts());
        assertThat(sum(report, Line::answers)).isEqualTo(month.errors().answers());
        assertThat(sum(report, Line::failedAnswers)).isEqualTo(month.errors().failedAnswers());
    }

    @Test
    void closedDaysAreReadFromTheirSums() throws SQLException {
        book(NOW.minus(Duration.ofDays(2)), "1000", "m1", "end", 5);
        rollUp();
        new Database(database).update("UPDATE attempt SET cost_nanos = 0");

        assertThat(reports.report(NOVEMBER).lines()).extracting(Line::cost).containsExactly(new Cost(5, EUR));
    }

    @Test
    void namesOfAnyLengthAndWithAnySignsStayApart() throws SQLException {
        String odd = "m\u001f\t\"=1+1,;" + "x".repeat(180);
        book(NOW, "o".repeat(190), odd, "end", 5);
        clock.set(NOW.plus(Duration.ofDays(2)));
        rollUp();

        assertThat(reports.report(NOVEMBER).lines())
                .extracting(Line::organisation, Line::model)
                .containsExactly(tuple("o".repeat(190), odd.replace('\u001f', ' ')));
    }

    @Test
    void aMonthWithoutCallsHasNoLines() {
        assertThat(reports.report(YearMonth.of(2026, 10)).lines()).isEmpty();
    }

    @Test
    void breakdownsOfTheMonthDoNotShowTheDetail() throws SQLException {
        bookings.any(NOW.minus(Duration.ofDays(2)));
        rollUp();

        assertThat(reports.month(NOVEMBER).by())
                .containsOnlyKeys("model", "provider", "recordType", "organisation", "department", "day");
    }

    @Test
    void aDatabaseThatIsAwayIsTold() {
        FailingDataSource failing = new FailingDataSource(database);
        failing.failures.set(1);

        assertThatThrownBy(() -> new LedgerReports(failing, () -> settings, clock).report(NOVEMBER))
                .isInstanceOf(LedgerException.class)
                .hasMessage("the report of 2026-11 could not be read");
    }
}
