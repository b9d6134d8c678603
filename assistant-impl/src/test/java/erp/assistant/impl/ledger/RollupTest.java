package erp.assistant.impl.ledger;

import static erp.assistant.impl.ledger.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.sql.Sql;
import erp.assistant.report.MonthlyMetrics;
import erp.assistant.report.MonthlyMetrics.Slice;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class RollupTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private final BreakingDataSource database;
    private final Fixtures.TestClock clock = new Fixtures.TestClock(NOW);
    private final Bookings bookings;
    private final Database direct;
    private Settings settings = Fixtures.settings(Dialect.ANTHROPIC);

    RollupTest(TestDatabase kind) {
        database = new BreakingDataSource(kind.migrated());
        bookings = new Bookings(database);
        direct = new Database(database);
    }

    private void rollUp() {
        new Rollup(database, () -> settings, clock).run();
    }

    private MonthlyMetrics month(YearMonth month) {
        return new LedgerReports(database, () -> settings, clock).month(month);
    }

    private MonthlyMetrics november() {
        return month(NOVEMBER);
    }

    /** Some on each of the last days, until now. */
    private void bookSomeDays() throws SQLException {
        for (Instant at = NOW.minus(Duration.ofDays(4)); !at.isAfter(NOW); at = at.plus(Duration.ofMinutes(97))) {
            bookings.any(at);
        }
    }

    private List<String> spans() throws SQLException {
        return direct.query(
                "SELECT * FROM rollup_span ORDER BY from_at",
                row -> row.getString("day_key") + " " + Sql.instant(row, "from_at") + " " + Sql.instant(row, "to_at")
                        + (row.getBoolean("whole") ? "" : " part"));
    }

    @Test
    void aReportIsTheSameWhetherSummedUpOrNot() throws SQLException {
        bookSomeDays();
        MonthlyMetrics fromRows = november();
        rollUp();
        assertThat(spans()).hasSize(5);
        assertThat(november()).isEqualTo(fromRows);
    }

    @Test
    void aReportReadsClosedSpansFromTheirSums() throws SQLException {
        bookSomeDays();
        rollUp();
        MonthlyMetrics before = november();
        direct.update("UPDATE attempt SET cost_nanos = 0 WHERE sent_at < ?", NOW.minus(Duration.ofHours(2)));
        direct.update("DELETE FROM answer WHERE asked_at < ?", NOW.minus(Duration.ofHours(2)));
        assertThat(november()).isEqualTo(before);
    }

    @Test
    void aSpanThatAnEarlierVersionAddedUpIsAddedUpAgain() throws SQLException {
        bookSomeDays();
        rollUp();
        List<String> before = spans();
        MonthlyMetrics november = november();
        direct.update("UPDATE rollup_span SET combinations = NULL");
        direct.update("DELETE FROM rollup_attempt WHERE dimension = 'combination'");
        direct.update("UPDATE rollup_span SET sealed = true WHERE day_key = '2026-11-17'");

        rollUp();

        assertThat(spans()).isEqualTo(before);
        assertThat(november()).isEqualTo(november);
        assertThat(direct.query(
                        "SELECT day_key FROM rollup_span WHERE combinations IS NULL", row -> row.getString("day_key")))
                .containsExactly("2026-11-17");
        assertThat(direct.query(
                        "SELECT DISTINCT from_at FROM rollup_attempt WHERE dimension = 'combination'",
                        row -> Sql.instant(row, "from_at")))
                .hasSize(before.size() - 1);
    }

    @Test
    void daysAreClosedWholeAndTheRunningDayToTheLastFullHour() throws SQLException {
        bookings.any(NOW.minus(Duration.ofDays(1)));
        rollUp();
        assertThat(spans())
                .containsExactly(
                        "2026-11-19 2026-11-18T23:00:00Z 2026-11-19T23:00:00Z",
                        "2026-11-20 2026-11-19T23:00:00Z 2026-11-20T09:00:00Z part");

        clock.set(NOW.plus(Rollup.REST));
        rollUp();
        assertThat(spans()).hasSize(3).endsWith("2026-11-20 2026-11-20T09:00:00Z 2026-11-20T10:00:00Z part");

        clock.set(Instant.parse("2026-11-20T23:04:59Z"));
        rollUp();
        assertThat(spans()).hasSize(4).endsWith("2026-11-20 2026-11-20T10:00:00Z 2026-11-20T22:00:00Z part");

        clock.set(Instant.parse("2026-11-20T23:05:00Z"));
        rollUp();
        assertThat(spans())
                .containsExactly(
                        "2026-11-19 2026-11-18T23:00:00Z 2026-11-19T23:00:00Z",
                        "2026-11-20 2026-11-19T23:00:00Z 2026-11-20T23:00:00Z");
    }

    @Test
    void rowsThatComeWhileTheDayIsClosedPieceByPieceAreCountedOnce() throws SQLException {
        long sum = 0;
        for (Instant now = NOW.minus(Duration.ofHours(30)); now.isBefore(NOW); now = now.plus(Duration.ofMinutes(31))) {
            clock.set(now);
            sum += bookings.any(now);
            rollUp();
        }
        assertThat(november().cost().amount().nanos()).isEqualTo(sum);
    }

    @Test
    void aLateSettlementChangesTheDayThatWasClosed() throws SQLException {
        Instant yesterday = NOW.minus(Duration.ofDays(1));
        bookings.any(yesterday);
        OpenAttempt open = bookings.open(yesterday, "1000", "claude-haiku-4-5");
        rollUp();
        long before = november().cost().amount().nanos();

        bookings.settle(open, 77, 900, "end", NOW);
        assertThat(november().cost().amount().nanos())
                .as("until it is added up")
                .isEqualTo(before);
        rollUp();
        assertThat(november().cost().amount().nanos()).isEqualTo(before + 77);
        assertThat(direct.query("SELECT mark FROM rollup_late", row -> "")).isEmpty();
        assertThat(slices("day")).singleElement().extracting(Slice::key).isEqualTo("2026-11-19");
    }

    private List<Slice> slices(String dimension) {
        return november().by().getOrDefault(dimension, List.of());
    }

    @Test
    void aCrashBeforeTheCommitLosesAndDoublesNothing() throws SQLException {
        bookSomeDays();
        MonthlyMetrics truth = november();
        for (int commits = 0; commits < 6; commits++) {
            database.breakAfterCommits(commits);
            rollUp();
            database.heal();
            assertThat(november()).isEqualTo(truth);
            direct.update("DELETE FROM rollup_span");
        }
        database.breakAfterCommits(2);
        rollUp();
        database.heal();
        rollUp();
        assertThat(november()).isEqualTo(truth);
    }

    @Test
    void serversAtTheSameTimeAddUpOnce() throws Exception {
        bookSomeDays();
        MonthlyMetrics truth = november();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Object> rollingUp = Executors.callable(this::rollUp);
            for (Future<Object> each : threads.invokeAll(Collections.nCopies(12, rollingUp))) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        rollUp();
        assertThat(november()).isEqualTo(truth);
        assertThat(spans()).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void aChangeOfTheCompanysTimeZoneLosesAndDoublesNothing() throws SQLException {
        long sum = 0;
        List<String> zones = List.of("Europe/Berlin", "Asia/Tokyo", "America/New_York", "Europe/Berlin");
        Instant from = NOW.minus(Duration.ofDays(8));
        for (int i = 0; i < 8 * 24; i += 5) {
            clock.set(from.plus(Duration.ofHours(i)));
            settings = in(zones.get(i / 48));
            sum += bookings.any(clock.instant());
            rollUp();
        }
        assertThat(november().cost().amount().nanos()).isEqualTo(sum);
        assertThat(slices("day").stream()
                        .mapToLong(day -> day.cost().amount().nanos())
                        .sum())
                .isEqualTo(sum);
    }

    private static Settings in(String zone) {
        return Fixtures.settings(Dialect.ANTHROPIC, ZoneId.of(zone));
    }

    @Test
    void theDayOnWhichTheClocksChangeHas25Hours() throws SQLException {
        bookings.any(Instant.parse("2026-10-24T22:00:00Z"));
        clock.set(Instant.parse("2026-10-27T00:00:00Z"));
        rollUp();
        assertThat(spans())
                .startsWith(
                        "2026-10-25 2026-10-24T22:00:00Z 2026-10-25T23:00:00Z",
                        "2026-10-26 2026-10-25T23:00:00Z 2026-10-26T23:00:00Z");
        assertThat(month(YearMonth.of(2026, 10)).errors().attempts()).isEqualTo(1);
    }

    @Test
    void aLedgerWithoutRowsHasNothingToAddUp() throws SQLException {
        rollUp();
        assertThat(spans()).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayDoesNotEndTheSchedule() throws SQLException {
        bookSomeDays();
        database.breakAfterCommits(0);
        rollUp();
        database.heal();
        rollUp();
        assertThat(spans()).hasSize(5);
    }

    @Test
    void whileOneAddsUpAnotherLeavesItAlone() throws SQLException {
        direct.session(holder -> {
            assertThat(RollupTable.lock(holder.statements())).isTrue();

            direct.session(other -> assertThat(RollupTable.lock(other.statements()))
                    .as("the other's")
                    .isFalse());
            holder.commit();
        });

        direct.session(later -> assertThat(RollupTable.lock(later.statements())).isTrue());
    }
}
