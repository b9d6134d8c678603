package erp.assistant.impl.ledger;

import erp.assistant.impl.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The statements that read the priced attempts of a month, and the table {@code rerating}. Blocks the caller. */
final class RerateTable {

    /**
     * Newest first, in the order of the index {@code attempt_newest_first}, from where the last page ended. Without a condition on
     * the state, for which H2 would take another index and sort the month for each page.
     */
    private static final String PAGE = """
            SELECT call_id, attempt_no, sent_at, provider, requested_model, response_model, currency,
              reserved_input_tokens, reserved_output_tokens, input_tokens, cache_read_tokens, cache_write_5m_tokens,
              cache_write_1h_tokens, cache_write_other_tokens, output_tokens, reasoning_tokens, web_searches, service_tier,
              inference_geo, usage_source, cost_nanos, state
            FROM attempt
            WHERE sent_at >= ? AND sent_at <= ? AND (sent_at < ? OR call_id > ? OR (call_id = ? AND attempt_no < ?))
            ORDER BY sent_at DESC, call_id, attempt_no DESC FETCH FIRST %d ROWS ONLY""";

    private static final UUID LAST = new UUID(-1, -1);

    /** Where a page ended. */
    record Place(Instant sentAt, UUID call, int number) {
        /** Before everything that was sent before this instant. */
        static Place before(Instant end) {
            return new Place(end, LAST, 0);
        }

        static Place of(PricedAttempt attempt) {
            return new Place(attempt.sentAt(), attempt.id().call(), attempt.id().number());
        }
    }

    private final Database database;

    RerateTable(DataSource dataSource) {
        this.database = new Database(dataSource);
    }

    /** Attempts sent from an instant on, beginning after a place, newest first. */
    List<PricedAttempt> page(Instant from, Place after, int limit) throws SQLException {
        return database.query(pageStatement(limit), RerateTable::read, pageValues(from, after));
    }

    static String pageStatement(int limit) {
        return PAGE.formatted(limit);
    }

    static Object[] pageValues(Instant from, Place after) {
        OffsetDateTime to = time(after.sentAt());
        return new Object[] {time(from), to, to, after.call(), after.call(), after.number()};
    }

    private static PricedAttempt read(ResultSet row) throws SQLException {
        String responded = Sql.text(row, "response_model");
        return new PricedAttempt(
                new AttemptId(row.getObject("call_id", UUID.class), row.getInt("attempt_no")),
                Sql.instant(row, "sent_at"),
                row.getString("provider"),
                responded.isEmpty() ? row.getString("requested_model") : responded,
                Usage.ofAttempt(row),
                row.getLong("reserved_input_tokens"),
                row.getLong("reserved_output_tokens"),
                Currency.getInstance(row.getString("currency")),
                Optional.ofNullable(Sql.longOrNull(row, "cost_nanos")),
                row.getString("state").equals("settled"));
    }

    /** Writes that a month is re-rated. */
    void begin(UUID rerating, String month, String by, String fingerprint, Instant at) throws SQLException {
        database.update(
                "INSERT INTO rerating (rerating, month_key, asked_by, prices, begun_at) VALUES (?, ?, ?, ?, ?)",
                rerating,
                month,
                by,
                fingerprint,
                at);
    }

    void end(UUID rerating, long changed, Instant at) throws SQLException {
        database.update("UPDATE rerating SET ended_at = ?, changed = ? WHERE rerating = ?", at, changed, rerating);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
