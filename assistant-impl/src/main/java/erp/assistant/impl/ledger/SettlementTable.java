package erp.assistant.impl.ledger;

import erp.assistant.impl.sql.Sql;
import erp.assistant.impl.sql.Statements;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code settlement}: how each attempt's cost came to be. Entries are added in the transaction that changes the
 * attempt, and never changed.
 */
final class SettlementTable {

    /** Why an entry was made; stored in lower case. */
    enum Reason {
        /** The attempt came to its end. */
        END(true),
        /** Nobody was left to settle it. */
        CRASH(true),
        /** The truth came after it had been settled. */
        CORRECTION(false),
        /** Other prices were applied to the same usage. */
        REPRICING(false);

        /** Whether it settles an open attempt, so that nothing was entered before. */
        private final boolean first;

        Reason(boolean first) {
            this.first = first;
        }
    }

    /**
     * An entry.
     *
     * @param number from 1 within the attempt
     */
    record Entry(
            int number,
            String reason,
            String outcome,
            String usageSource,
            @Nullable Long before,
            @Nullable Long after) {}

    private static final String INSERT = """
            INSERT INTO settlement (call_id, attempt_no, entry_no, entered_at, reason, outcome, input_tokens, cache_read_tokens,
              cache_write_5m_tokens, cache_write_1h_tokens, cache_write_other_tokens, output_tokens, reasoning_tokens,
              web_searches, service_tier, inference_geo, usage_source, currency, cost_before, cost_after, price_row, rate_row)
            SELECT call_id, attempt_no, CAST(? AS integer), settled_at, CAST(? AS varchar), outcome, input_tokens,
              cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, cache_write_other_tokens, output_tokens,
              reasoning_tokens, web_searches, service_tier, inference_geo, usage_source, currency, CAST(? AS bigint),
              cost_nanos, price_row, rate_row
            FROM attempt WHERE call_id = ? AND attempt_no = ?""";

    private SettlementTable() {}

    /** Enters the attempt as it is now, after its row was changed in the same transaction. */
    static void enter(Statements statements, AttemptId id, Reason reason) throws SQLException {
        List<Entry> entries = reason.first ? List.of() : entries(statements, id);
        Entry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
        statements.update(
                INSERT,
                last == null ? 1 : last.number() + 1,
                reason.name().toLowerCase(Locale.ROOT),
                last == null ? null : last.after(),
                id.call(),
                id.number());
    }

    /** In their order. */
    static List<Entry> entries(Statements statements, AttemptId id) throws SQLException {
        return statements.query(
                """
                SELECT entry_no, reason, outcome, usage_source, cost_before, cost_after FROM settlement
                WHERE call_id = ? AND attempt_no = ? ORDER BY entry_no""",
                row -> new Entry(
                        row.getInt("entry_no"),
                        row.getString("reason"),
                        row.getString("outcome"),
                        row.getString("usage_source"),
                        Sql.longOrNull(row, "cost_before"),
                        Sql.longOrNull(row, "cost_after")),
                id.call(),
                id.number());
    }
}
