package erp.assistant.impl.ledger;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.AnswerEvent.SentValue;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.Settings;
import erp.assistant.report.FeedbackBook.Rating;
import erp.assistant.report.MonthlyMetrics;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class RetentionTest {

    /** Half past three at night in Berlin. */
    private static final Instant NIGHT = Instant.parse("2026-11-20T02:30:00Z");

    private static final Instant OLD = Instant.parse("2026-10-19T12:00:00Z");
    private static final Instant YOUNG = Instant.parse("2026-10-20T12:00:00Z");

    private final DataSource database;
    private final Database direct;
    private final Bookings bookings;
    private final Fixtures.TestClock clock = new Fixtures.TestClock(NIGHT);
    private Settings settings = Fixtures.settings(Dialect.ANTHROPIC, Optional.of(Period.ofMonths(1)));

    RetentionTest(TestDatabase kind) {
        database = kind.migrated();
        direct = new Database(database);
        bookings = new Bookings(database);
    }

    private void rollUp() {
        new Rollup(database, () -> settings, clock).run();
    }

    private void remove() {
        new Retention(database, () -> settings, clock).run();
    }

    private int rows(String table) throws SQLException {
        return direct.query("SELECT COUNT(*) AS n FROM " + table, row -> row.getInt("n"))
                .get(0);
    }

    private MonthlyMetrics october() {
        return new LedgerReports(database, () -> settings, clock).month(YearMonth.of(2026, 10));
    }

    @Test
    void oldRowsGoAndTheirSumsStay() throws SQLException {
        bookings.any(OLD);
        bookings.any(YOUNG);
        rollUp();
        MonthlyMetrics before = october();
        remove();
        assertThat(rows("attempt")).isEqualTo(1);
        assertThat(rows("answer")).isEqualTo(1);
        assertThat(rows("settlement")).isEqualTo(1);
        assertThat(october()).isEqualTo(before);
        assertThat(before.errors().attempts()).isEqualTo(2);
    }

    @Test
    void moreThanABatchGoesInOneNight() throws SQLException {
        for (int i = 0; i < Retention.BATCH + 1; i++) {
            bookings.any(OLD.plusMillis(i));
        }
        bookings.any(YOUNG);
        rollUp();
        remove();
        assertThat(rows("attempt")).isEqualTo(1);
        assertThat(rows("settlement")).isEqualTo(1);
        assertThat(rows("answer")).isEqualTo(1);
    }

    @Test
    void feedbackGoesWithItsAnswer() throws SQLException {
        OpenAttempt old = bookings.open(OLD, "1000", "m");
        bookings.settle(old, 1, 1, "end", OLD);
        new LedgerFeedback(database, clock).rate(old.id().call().toString(), "anna", Rating.UP, "");
        assertThat(rows("feedback")).isEqualTo(1);
        rollUp();
        remove();
        assertThat(rows("feedback")).isZero();
    }

    @Test
    void namesOfWhatWasSentGoWithTheLastAnswerThatHasThem() throws SQLException {
        PromptFieldTable names = new PromptFieldTable(direct);
        for (String id : List.of("old", "both")) {
            names.keep(
                    PromptNames.of(List.of(new SentValue(id, "Label", false))),
                    LocalDate.ofInstant(OLD, UTC).minusDays(2));
        }
        names.keep(PromptNames.of(List.of(new SentValue("both", "Label", false))), LocalDate.ofInstant(YOUNG, UTC));
        bookings.any(OLD);
        bookings.any(YOUNG);
        rollUp();
        remove();
        assertThat(direct.query("SELECT name FROM prompt_field", row -> row.getString("name")))
                .containsExactly("both");
    }

    @Test
    void nothingGoesByDay() throws SQLException {
        bookings.any(OLD);
        rollUp();
        clock.set(NIGHT.plus(Duration.ofHours(10)));
        remove();
        assertThat(rows("attempt")).isEqualTo(1);
    }

    @Test
    void nothingGoesWhoseSumsAreNotClosed() throws SQLException {
        bookings.any(OLD);
        remove();
        assertThat(rows("attempt")).isEqualTo(1);
    }

    @Test
    void foreverIsForever() throws SQLException {
        settings = Fixtures.settings(Dialect.ANTHROPIC, Optional.empty());
        bookings.any(OLD);
        rollUp();
        remove();
        assertThat(rows("attempt")).isEqualTo(1);
    }

    @Test
    void aDayWhoseRowsAreGoneIsNotAddedUpAgain() throws SQLException {
        bookings.any(OLD);
        rollUp();
        MonthlyMetrics before = october();
        remove();
        direct.update("INSERT INTO rollup_late (mark, row_at) VALUES (?, ?)", java.util.UUID.randomUUID(), OLD);
        rollUp();
        assertThat(october()).isEqualTo(before);
        assertThat(rows("rollup_late")).isZero();
    }

    @Test
    void aDatabaseThatIsAwayDoesNotEndTheSchedule() throws SQLException {
        bookings.any(OLD);
        rollUp();
        FailingDataSource failing = new FailingDataSource(database);
        Retention retention = new Retention(failing, () -> settings, clock);
        failing.failures.set(1);
        retention.run();
        assertThat(rows("attempt")).isEqualTo(1);
        retention.run();
        assertThat(rows("attempt")).isZero();
    }
}
