package erp.assistant.impl.ledger;

import static erp.assistant.impl.ledger.Fixtures.EUR;
import static erp.assistant.impl.ledger.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.Cost;
import erp.assistant.chat.Attribution;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.Settings;
import erp.assistant.report.FeedbackBook.Rating;
import erp.assistant.report.FeedbackList.Entry;
import erp.assistant.report.FeedbackList.Filter;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class LedgerFeedbackListTest {

    private static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), "");

    private final DataSource dataSource;
    private final Settings settings = Fixtures.settings(Dialect.ANTHROPIC);
    private final LedgerFeedbackList list;

    LedgerFeedbackListTest(TestDatabase kind) {
        dataSource = kind.migrated();
        list = new LedgerFeedbackList(dataSource, () -> settings);
    }

    private String rated(Instant at, String type, Rating rating) throws SQLException {
        UUID call = UUID.randomUUID();
        AnswerTable answers = new AnswerTable(new Database(dataSource));
        answers.insert(
                new Attribution(call, "anna", "1000", type, "4711", "why-late"),
                "answer/2",
                Fixtures.NO_NAMES,
                at.minusSeconds(60),
                at,
                UUID.randomUUID());
        new LedgerFeedback(dataSource, new Fixtures.TestClock(at)).rate(call.toString(), "anna", rating, "Wrong date.");
        return call.toString();
    }

    private List<String> answers(Filter filter, int offset, int limit) {
        return list.entries(filter, offset, limit).stream().map(Entry::answer).toList();
    }

    @Test
    void aRatingComesWithWhatTheLedgerKnowsOfItsAnswer() throws SQLException {
        String call = rated(NOW, "sales-order", Rating.DOWN);
        new AnswerTable(new Database(dataSource))
                .settle(
                        UUID.fromString(call),
                        new AnswerOutcome("end", "primary", "anthropic", "model-1", OptionalLong.of(812), 3_120),
                        new AnswerTotals(1, 0, Fixtures.reported(1, 1), Optional.of(new Cost(2_100_000, EUR))),
                        null,
                        EUR,
                        NOW);

        assertThat(list.entries(ALL, 0, 10))
                .containsExactly(new Entry(
                        call,
                        Rating.DOWN,
                        "Wrong date.",
                        NOW,
                        NOW.minusSeconds(60),
                        "anna",
                        "1000",
                        "sales-order",
                        "4711",
                        "why-late",
                        "answer/2",
                        "end",
                        "primary",
                        "model-1",
                        Optional.of(new Cost(2_100_000, EUR)),
                        OptionalLong.of(812),
                        OptionalLong.of(3_120)));
    }

    @Test
    void theNewestComeFirstPageByPage() throws SQLException {
        String first = rated(NOW, "sales-order", Rating.UP);
        String third = rated(NOW.plusSeconds(20), "sales-order", Rating.UP);
        String second = rated(NOW.plusSeconds(10), "sales-order", Rating.UP);

        assertThat(answers(ALL, 0, 2)).containsExactly(third, second);
        assertThat(answers(ALL, 2, 2)).containsExactly(first);
    }

    @Test
    void ratingMonthAndRecordTypeNarrowTheList() throws SQLException {
        // In Berlin the month begins an hour before it does in UTC.
        String october = rated(Instant.parse("2026-10-31T22:59:59Z"), "sales-order", Rating.DOWN);
        String november = rated(Instant.parse("2026-10-31T23:00:00Z"), "customer", Rating.UP);

        assertThat(answers(new Filter(Optional.of(Rating.DOWN), Optional.empty(), ""), 0, 9))
                .containsExactly(october);
        assertThat(answers(new Filter(Optional.empty(), Optional.of(YearMonth.of(2026, 11)), ""), 0, 9))
                .containsExactly(november);
        assertThat(answers(new Filter(Optional.empty(), Optional.empty(), "customer"), 0, 9))
                .containsExactly(november);
        assertThat(answers(new Filter(Optional.of(Rating.UP), Optional.empty(), "' OR 1=1 --"), 0, 9))
                .isEmpty();
    }
}
