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
              lease_until)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?)""";

    private static final String SETTLE = """
            UPDATE answer SET state = ?, settled_at = ?, outcome = ?, source = ?, provider = ?, model = ?, attempts = ?,
              unpriced_attempts = ?, currency = ?, cost_nanos = ?, input_tokens = ?, cache_read_tokens = ?,
              cache_write_5m_tokens = ?, cache_write_1h_tokens = ?, cache_write_other_tokens = ?, output_tokens = ?,
              reasoning_tokens = ?, web_searches = ?, usage_source = ?, first_millis = ?, total_millis = ?
            WHERE call_id = ? AND\s""";

    private final Database database;

    AnswerTable(Database database) {
        this.database = database;
    }

    void insert(Attribution to, String template, Instant askedAt, Instant leaseUntil) throws SQLException {
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
                leaseUntil);
    }

    /** Settles a row that is open or was swept; false if there is none. */
    boolean settle(UUID call, AnswerOutcome outcome, AnswerTotals totals, Currency currency, Instant at)
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
                at);
    }

    /** Settles an open row that nobody is left to settle as failed; false if it is settled. */
    boolean sweep(UUID call, AnswerTotals totals, Currency currency, Instant at) throws SQLException {
        AnswerOutcome failed = AnswerOutcome.failed(OptionalLong.empty(), 0);
        return settle("state = 'open'", call, "swept", failed, totals, currency, null, null, at);
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
            Instant at)
            throws SQLException {
        TokenUsage usage = totals.usage();
        return database.update(
                        SETTLE + condition,
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
                        call)
                == 1;
    }

    /** Open rows whose lease has ended, oldest first. */
    List<UUID> orphans(Instant now, int limit) throws SQLException {
        return database.query("""
                SELECT call_id FROM answer WHERE state = 'open' AND lease_until < ?
                ORDER BY lease_until, call_id FETCH FIRST %d ROWS ONLY""".formatted(limit), row -> row.getObject("call_id", UUID.class), now);
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
                AttemptTable.optional(Database.longOrNull(row, "first_millis")),
                row.getLong("total_millis"));
    }
}
