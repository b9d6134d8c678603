package erp.assistant.impl.ledger;

import erp.assistant.chat.Attribution;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.ledger.PromptFieldTable.Held;
import erp.assistant.impl.sql.Sql;
import erp.assistant.impl.sql.Statements;
import erp.assistant.impl.sql.Statements.Whole;
import erp.assistant.report.AnswerRow;
import erp.assistant.report.LedgerRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements of the table {@code answer}. */
final class AnswerTable {

    private static final String INSERT = """
            INSERT INTO answer (call_id, asked_at, asker, organisation, record_type, record_id, action_id, template, state,
              lease_until, run, department, prompt_fields, prompt_rows)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?, ?, ?, ?)""";

    private static final String SETTLE = """
            UPDATE answer SET state = ?, settled_at = ?, outcome = ?, source = ?, provider = ?, model = ?, attempts = ?,
              unpriced_attempts = ?, currency = ?, cost_nanos = ?, input_tokens = ?, cache_read_tokens = ?,
              cache_write_5m_tokens = ?, cache_write_1h_tokens = ?, cache_write_other_tokens = ?, output_tokens = ?,
              reasoning_tokens = ?, web_searches = ?, usage_source = ?, first_millis = ?, total_millis = ?, saved_nanos = ?
            WHERE call_id = ? AND\s""";

    private final Database database;

    AnswerTable(Database database) {
        this.database = database;
    }

    void insert(Attribution to, String template, Held names, Instant askedAt, Instant leaseUntil, UUID run)
            throws SQLException {
        Object[] values = {
            to.call(),
            askedAt,
            to.user(),
            to.organisation(),
            to.recordType(),
            to.recordId(),
            to.action(),
            template,
            leaseUntil,
            run,
            to.department(),
            names.list(),
            new Whole(names.rows())
        };
        database.together(statements -> statements.update(INSERT, values));
    }

    /**
     * Settles a row that is open or was swept, with the sums over its attempts; empty if there is none.
     *
     * @param currency in which the costs are added up
     */
    Optional<AnswerRow> finish(UUID call, AnswerOutcome outcome, Currency currency, Instant at) throws SQLException {
        Long saved = outcome.repeats().isPresent() ? cost(outcome.repeats().get(), currency) : null;
        return database.together(statements -> {
            List<LedgerRow> asked = AttemptTable.ofCall(statements, call);
            Optional<AnswerRow> row =
                    settle(statements, call, outcome, AnswerTotals.of(asked, currency), saved, currency, at);
            return row.isEmpty() ? row : Optional.of(row.get().askedOf(AttemptTable.had(statements, call)));
        });
    }

    /**
     * The same with given sums.
     *
     * @param saved what an answer from the cache would have cost; null if it is none, or if that is not known
     */
    Optional<AnswerRow> settle(
            UUID call, AnswerOutcome outcome, AnswerTotals totals, @Nullable Long saved, Currency currency, Instant at)
            throws SQLException {
        return database.together(statements -> settle(statements, call, outcome, totals, saved, currency, at));
    }

    private static Optional<AnswerRow> settle(
            Statements statements,
            UUID call,
            AnswerOutcome outcome,
            AnswerTotals totals,
            @Nullable Long saved,
            Currency currency,
            Instant at)
            throws SQLException {
        OptionalLong first = outcome.firstMillis();
        return settle(
                statements,
                "state IN ('open', 'swept')",
                call,
                "settled",
                outcome,
                totals,
                currency,
                first.isPresent() ? first.getAsLong() : null,
                outcome.totalMillis(),
                saved,
                at);
    }

    /** Settles an open row that nobody is left to settle as failed, with the sums over its attempts. */
    void sweep(UUID call, Currency currency, Instant at) throws SQLException {
        AnswerOutcome failed = AnswerOutcome.failed(OptionalLong.empty(), 0);
        database.together(statements -> {
            AnswerTotals totals = AnswerTotals.of(AttemptTable.ofCall(statements, call), currency);
            return settle(statements, "state = 'open'", call, "swept", failed, totals, currency, null, null, null, at);
        });
    }

    private static Optional<AnswerRow> settle(
            Statements statements,
            String condition,
            UUID call,
            String state,
            AnswerOutcome outcome,
            AnswerTotals totals,
            Currency currency,
            @Nullable Long firstMillis,
            @Nullable Long totalMillis,
            @Nullable Long saved,
            Instant at)
            throws SQLException {
        TokenUsage usage = totals.usage();
        @Nullable
        Object[] values = {
            state,
            at,
            outcome.outcome(),
            outcome.source(),
            outcome.provider(),
            outcome.model(),
            totals.attempts(),
            totals.unpriced(),
            currency.getCurrencyCode(),
            totals.cost().map(cost -> cost.nanos()).orElse(null),
            usage.input(),
            usage.cacheRead(),
            usage.cacheWrite5m(),
            usage.cacheWrite1h(),
            usage.cacheWriteOther(),
            usage.output(),
            usage.reasoning(),
            usage.webSearches(),
            Usage.source(usage),
            firstMillis,
            totalMillis,
            saved,
            call
        };
        if (statements.update(SETTLE + condition, values) == 0) {
            return Optional.empty();
        }
        AnswerRow row = row(statements, call).orElseThrow();
        if (LateMarks.late(row.askedAt(), at)) {
            LateMarks.answer(statements, call, at);
        }
        return Optional.of(row);
    }

    /** Open rows that nobody is left to settle, oldest first; those of a dead server once their attempts are settled. */
    List<UUID> orphans(Instant now, int limit) throws SQLException {
        return database.query(
                """
                SELECT call_id FROM answer
                WHERE state = 'open' AND (lease_until < ? OR run IN (SELECT run FROM server_run WHERE %s)
                  AND NOT EXISTS (SELECT 1 FROM attempt WHERE attempt.call_id = answer.call_id AND attempt.state = 'open'))
                ORDER BY lease_until, call_id FETCH FIRST %d ROWS ONLY""".formatted(ServerRuns.SILENT, limit), row -> row.getObject("call_id", UUID.class), now);
    }

    /** What a settled answer cost in a currency; null if that is not known. */
    @Nullable
    Long cost(UUID call, Currency currency) throws SQLException {
        return database
                .query(
                        "SELECT cost_nanos FROM answer WHERE call_id = ? AND currency = ? AND state = 'settled'",
                        row -> Optional.ofNullable(Sql.longOrNull(row, "cost_nanos")),
                        call,
                        currency.getCurrencyCode())
                .stream()
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** One that is settled. */
    Optional<AnswerRow> settled(UUID call) throws SQLException {
        return database
                .query("SELECT * FROM answer WHERE call_id = ? AND state = 'settled'", AnswerTable::read, call)
                .stream()
                .findFirst();
    }

    Optional<AnswerRow> row(UUID call) throws SQLException {
        return database.transaction(statements -> row(statements, call));
    }

    private static Optional<AnswerRow> row(Statements statements, UUID call) throws SQLException {
        return statements.query("SELECT * FROM answer WHERE call_id = ?", AnswerTable::read, call).stream()
                .findFirst();
    }

    private static AnswerRow read(ResultSet row) throws SQLException {
        return new AnswerRow(
                row.getString("call_id"),
                Sql.instant(row, "asked_at"),
                Sql.text(row, "asker"),
                Sql.text(row, "organisation"),
                Sql.text(row, "record_type"),
                Sql.text(row, "record_id"),
                Sql.text(row, "action_id"),
                Sql.text(row, "outcome"),
                Sql.text(row, "source"),
                Sql.text(row, "model"),
                Usage.ofAnswer(row),
                AttemptTable.cost(Sql.longOrNull(row, "cost_nanos"), Currency.getInstance(row.getString("currency"))),
                row.getInt("unpriced_attempts"),
                row.getInt("attempts"),
                List.of(),
                AttemptTable.optional(Sql.longOrNull(row, "first_millis")),
                row.getLong("total_millis"));
    }
}
