package erp.assistant.impl.ledger;

import static erp.assistant.impl.ledger.Fixtures.EUR;

import erp.assistant.Cost;
import erp.assistant.chat.Attribution;
import erp.assistant.chat.ModelTier;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.config.Slot;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;

/** Writes answers with one attempt each into a ledger, as they come in a company. */
final class Bookings {

    private static final List<String> ORGANISATIONS = List.of("1000", "2000", "3000");
    private static final List<String> MODELS = List.of("claude-haiku-4-5", "gpt-6-luna");
    private static final List<String> OUTCOMES = List.of("end", "end", "end", "length", "truncated", "failed");

    private final AttemptTable attempts;
    private final AnswerTable answers;
    private final Random random = new Random(11);

    Bookings(DataSource dataSource) {
        Database database = new Database(dataSource);
        this.attempts = new AttemptTable(database);
        this.answers = new AnswerTable(database);
    }

    /** An answer that began and ended, of any kind; returns its cost in nanos. */
    long any(Instant at) throws SQLException {
        long nanos = 1L + random.nextInt(1_000_000);
        OpenAttempt open = open(at, ORGANISATIONS.get(random.nextInt(3)), MODELS.get(random.nextInt(2)));
        settle(open, nanos, 1L + random.nextInt(30_000), OUTCOMES.get(random.nextInt(OUTCOMES.size())), at);
        return nanos;
    }

    OpenAttempt open(Instant at, String organisation, String model) throws SQLException {
        Attribution to = new Attribution(UUID.randomUUID(), "anna", organisation, "sales-order", "4711", "");
        answers.insert(to, "answer/1", Fixtures.NO_NAMES, at, at.plusSeconds(180), UUID.randomUUID());
        return attempts.insert(new Attempt(
                to,
                at,
                at.plusSeconds(120),
                Slot.PRIMARY,
                "anthropic",
                "",
                model,
                ModelTier.SMALL,
                10,
                10,
                EUR,
                Optional.of(new Priced(new Cost(2_000_000, EUR), "p", "r")),
                UUID.randomUUID(),
                Fixtures.NO_NAMES));
    }

    void settle(OpenAttempt open, long nanos, long millis, String outcome, Instant at) throws SQLException {
        TokenUsage usage = Fixtures.reported(10, 10);
        String attemptOutcome = outcome.equals("failed") ? "server-error" : outcome;
        attempts.settle(
                open,
                new AttemptEnd(
                        attemptOutcome,
                        open.requestedModel(),
                        200,
                        false,
                        usage,
                        OptionalLong.empty(),
                        millis,
                        "",
                        true),
                Optional.of(new Priced(new Cost(nanos, EUR), "p", "r")),
                at);
        answers.settle(
                open.id().call(),
                new AnswerOutcome(
                        outcome, "primary", "anthropic", open.requestedModel(), OptionalLong.of(millis / 2), millis),
                AnswerTotals.of(attempts.ofCall(open.id().call()), EUR),
                null,
                EUR,
                at);
    }
}
