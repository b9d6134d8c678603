package erp.assistant.impl.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import erp.assistant.impl.sql.Sql;
import erp.assistant.report.FeedbackBook;
import erp.assistant.report.FeedbackBook.Rating;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class LedgerFeedbackTest {

    private record Row(UUID call, String rating, String reason, Instant at) {}

    private final DataSource dataSource;
    private final Fixtures.TestClock clock = new Fixtures.TestClock(Fixtures.NOW);
    private final LedgerFeedback feedback;
    private final UUID call = UUID.randomUUID();

    LedgerFeedbackTest(TestDatabase kind) {
        dataSource = kind.migrated();
        feedback = new LedgerFeedback(dataSource, clock);
    }

    @BeforeEach
    void annaHasAsked() throws SQLException {
        answer(call);
    }

    private void answer(UUID id) throws SQLException {
        new AnswerTable(new Database(dataSource))
                .insert(
                        Fixtures.attribution(id),
                        "answer/1",
                        Fixtures.NO_NAMES,
                        Fixtures.NOW,
                        Fixtures.NOW.plusSeconds(60),
                        UUID.randomUUID());
    }

    private List<Row> rows() throws SQLException {
        return new Database(dataSource)
                .query(
                        "SELECT * FROM feedback ORDER BY rated_at",
                        row -> new Row(
                                row.getObject("call_id", UUID.class),
                                row.getString("rating"),
                                row.getString("reason"),
                                Sql.instant(row, "rated_at")));
    }

    @Test
    void theAskersRatingIsKeptWithItsTime() throws SQLException {
        assertThat(feedback.rate(call.toString(), "anna", Rating.UP, "")).isTrue();

        assertThat(rows()).containsExactly(new Row(call, "up", "", Fixtures.NOW));
    }

    @Test
    void aLaterRatingReplacesTheEarlierOne() throws SQLException {
        feedback.rate(call.toString(), "anna", Rating.UP, "Clear.");
        clock.advanceMillis(5_000);
        assertThat(feedback.rate(call.toString(), "anna", Rating.DOWN, "Wrong date."))
                .isTrue();

        assertThat(rows()).containsExactly(new Row(call, "down", "Wrong date.", Fixtures.NOW.plusSeconds(5)));
    }

    @Test
    void eachAnswerHasItsOwnRating() throws SQLException {
        UUID second = UUID.randomUUID();
        answer(second);
        feedback.rate(call.toString(), "anna", Rating.UP, "");
        feedback.rate(second.toString(), "anna", Rating.DOWN, "");

        assertThat(rows())
                .extracting(Row::call, Row::rating)
                .containsExactlyInAnyOrder(tuple(call, "up"), tuple(second, "down"));
    }

    @Test
    void somebodyElseNeitherRatesNorReplaces() throws SQLException {
        assertThat(feedback.rate(call.toString(), "carl", Rating.DOWN, "")).isFalse();
        assertThat(rows()).isEmpty();

        feedback.rate(call.toString(), "anna", Rating.UP, "");
        assertThat(feedback.rate(call.toString(), "carl", Rating.DOWN, "")).isFalse();
        assertThat(rows()).extracting(Row::rating).containsExactly("up");
    }

    @Test
    void anUnknownAnswerAndWhatIsNoIdentifierAreTheSame() throws SQLException {
        assertThat(feedback.rate(UUID.randomUUID().toString(), "anna", Rating.UP, ""))
                .isFalse();
        assertThat(feedback.rate("' OR 1=1 --", "anna", Rating.UP, "")).isFalse();
        assertThat(feedback.rate("", "anna", Rating.UP, "")).isFalse();

        assertThat(rows()).isEmpty();
    }

    @Test
    void aReasonIsKeptWholeUpToItsLimit() throws SQLException {
        String longest = "ä".repeat(FeedbackBook.MAX_REASON_LENGTH);
        feedback.rate(call.toString(), "anna", Rating.DOWN, longest);

        assertThat(rows()).extracting(Row::reason).containsExactly(longest);
        assertThatThrownBy(() -> feedback.rate(call.toString(), "anna", Rating.DOWN, longest + "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reason must have at most 1000 characters");
    }

    @Test
    void aReasonMayHoldWhatADatabaseDoesNotTake() throws SQLException {
        feedback.rate(call.toString(), "anna", Rating.DOWN, "wrong\0'; DROP TABLE feedback; --");

        assertThat(rows()).extracting(Row::reason).containsExactly("wrong '; DROP TABLE feedback; --");
    }

    @Test
    void clicksAtTheSameTimeLeaveOneRating() throws Exception {
        int clicks = 8;
        CountDownLatch together = new CountDownLatch(clicks);
        ExecutorService threads = Executors.newFixedThreadPool(clicks);
        try {
            List<Future<Boolean>> rated = IntStream.range(0, clicks)
                    .mapToObj(click -> threads.submit(() -> {
                        together.countDown();
                        together.await();
                        return feedback.rate(call.toString(), "anna", click % 2 == 0 ? Rating.UP : Rating.DOWN, "");
                    }))
                    .toList();
            for (Future<Boolean> each : rated) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(rows()).hasSize(1);
    }

    @Test
    void theTableTakesNothingButTheTwoRatings() {
        Database database = new Database(dataSource);

        assertThatThrownBy(() -> database.update(
                        "INSERT INTO feedback (call_id, rating, reason, rated_at) VALUES (?, 'maybe', '', ?)",
                        call,
                        Fixtures.NOW))
                .isInstanceOf(SQLException.class)
                .hasMessageFindingMatch("(?i)feedback_rating");
    }

    @Test
    void aDatabaseThatFailsIsSaid() {
        FailingDataSource failing = new FailingDataSource(dataSource);
        failing.failures.set(1);

        assertThatThrownBy(() -> new LedgerFeedback(failing, clock).rate(call.toString(), "anna", Rating.UP, ""))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("rating of answer " + call);
    }

    @Test
    void whenAnAnswerIsDeletedItsRatingGoesWithIt() throws SQLException {
        feedback.rate(call.toString(), "anna", Rating.UP, "");

        new Database(dataSource).update("DELETE FROM answer WHERE call_id = ?", call);

        assertThat(rows()).isEmpty();
    }
}
