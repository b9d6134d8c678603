package erp.assistant.impl.ledger;

import erp.assistant.chat.Attribution;
import erp.assistant.chat.TokenUsage;
import erp.assistant.report.AnswerRow;
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
              lease_until, run)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?)""";

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

    void insert(Attribution to, String template, Instant askedAt, Instant leaseUntil, UUID run) throws SQLException {
        database.update(
                INSERT,
                to.call(),
                askedAt,
                to.user(),
                to.organisation(),
                to.recordType(),
                to.recordId(),
                to.action(),
                template,
                leaseUntil,
                run);
    }

    /**
     * Settles a row that is open or was swept; false if there is none.
     *
     * @param saved what an answer from the cache would have cost; null if it is none, or if that is not known
     */
    boolean settle(
            UUID call, AnswerOutcome outcome, AnswerTotals totals, @Nullable Long saved, Currency currency, Instant at)
            throws SQLException {
        OptionalLong first = outcome.firstMillis();
        return settle(
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

    /** Settles an open row that nobody is left to settle as failed; false if it is settled. */
    boolean sweep(UUID call, AnswerTotals totals, Currency currency, Instant at) throws SQLException {
        AnswerOutcome failed = AnswerOutcome.failed(OptionalLong.empty(), 0);
        return settle("state = 'open'", call, "swept", failed, totals, currency, null, null, null, at);
    }

    private boolean settle(
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
        return database.transaction(statements -> {
            if (statements.update(SETTLE + condition, values) == 0) {
                return false;
            }
            LateMarks.answer(statements, call, at);
            return true;
        });
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
                        row -> Optional.ofNullable(Database.longOrNull(row, "cost_nanos")),
                        call,
                        currency.getCurrencyCode())
                .stream()
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    Optional<AnswerRow> row(UUID call) throws SQLException {
        return database.query("SELECT * FROM answer WHERE call_id = ?", AnswerTable::read, call).stream()
                .findFirst();
    }

    private static AnswerRow read(ResultSet row) throws SQLException {
        return new AnswerRow(
                row.getString("call_id"),
                Database.instant(row, "asked_at"),
                Database.text(row, "asker"),
                Database.text(row, "organisation"),
                Database.text(row, "record_type"),
                Database.text(row, "record_id"),
                Database.text(row, "action_id"),
                Database.text(row, "outcome"),
                Database.text(row, "source"),
                Database.text(row, "model"),
                Usage.ofAnswer(row),
                AttemptTable.cost(
                        Database.longOrNull(row, "cost_nanos"), Currency.getInstance(row.getString("currency"))),
                row.getInt("unpriced_attempts"),
                row.getInt("attempts"),
                List.of(),
                AttemptTable.optional(Database.longOrNull(row, "first_millis")),
                row.getLong("total_millis"));
    }
}
