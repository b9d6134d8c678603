package erp.assistant.impl.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The statements that read the priced attempts of a month, put new costs into the ledger, and enter that into its history.
 * Blocks the caller; each page and each change is a transaction of its own.
 */
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

    /** What somebody else has changed since it was read stays as it is. */
    private static final String CHANGE = """
            UPDATE attempt SET cost_nanos = ?, price_row = ?, rate_row = ?
            WHERE call_id = ? AND attempt_no = ? AND cost_nanos IS NOT DISTINCT FROM CAST(? AS bigint)""";

    /** What the cost was before; the rows that made it are in the entry before, if the attempt has one. */
    private static final String ENTER = """
            INSERT INTO settlement (call_id, attempt_no, entry_no, entered_at, reason, outcome, input_tokens, cache_read_tokens,
              cache_write_5m_tokens, cache_write_1h_tokens, cache_write_other_tokens, output_tokens, reasoning_tokens,
              web_searches, service_tier, inference_geo, usage_source, currency, cost_before, cost_after, price_row, rate_row,
              rerating)
            SELECT call_id, attempt_no,
              (SELECT COALESCE(MAX(entry_no), 0) + 1 FROM settlement s
                WHERE s.call_id = attempt.call_id AND s.attempt_no = attempt.attempt_no),
              CAST(? AS timestamp(6) with time zone), 'repricing', outcome, input_tokens, cache_read_tokens,
              cache_write_5m_tokens, cache_write_1h_tokens, cache_write_other_tokens, output_tokens, reasoning_tokens,
              web_searches, service_tier, inference_geo, usage_source, currency, CAST(? AS bigint), cost_nanos, price_row,
              rate_row, CAST(? AS uuid)
            FROM attempt WHERE call_id = ? AND attempt_no = ?""";

    /** The sums of the span that the row is in are out of date. */
    private static final String MARK = "INSERT INTO rollup_late (mark, row_at) VALUES (?, ?)";

    /** The bounds of all spans are multiples of it, in every time zone. */
    private static final Duration SPAN_STEP = Duration.ofMinutes(15);

    /** As {@link AnswerTotals} adds them up. */
    private static final String ADD_UP = """
            UPDATE answer SET
              cost_nanos = (SELECT SUM(a.cost_nanos) FROM attempt a
                WHERE a.call_id = answer.call_id AND a.currency = answer.currency),
              unpriced_attempts = (SELECT COUNT(*) FROM attempt a
                WHERE a.call_id = answer.call_id AND (a.currency <> answer.currency OR a.cost_nanos IS NULL))
            WHERE call_id = ? AND state <> 'open'""";

    private static final UUID LAST = new UUID(-1, -1);

    /** A new cost of an attempt. */
    record Change(PricedAttempt attempt, Optional<Priced> after) {}

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

    private final DataSource dataSource;

    RerateTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Attempts sent from an instant on, beginning after a place, newest first. */
    List<PricedAttempt> page(Instant from, Place after, int limit) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(pageStatement(limit))) {
            set(statement, pageValues(from, after));
            List<PricedAttempt> page = new ArrayList<>(limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    page.add(read(row));
                }
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return page;
        }
    }

    static String pageStatement(int limit) {
        return PAGE.formatted(limit);
    }

    static Object[] pageValues(Instant from, Place after) {
        OffsetDateTime to = time(after.sentAt());
        return new Object[] {time(from), to, to, after.call(), after.call(), after.number()};
    }

    private static PricedAttempt read(ResultSet row) throws SQLException {
        String responded = Database.text(row, "response_model");
        return new PricedAttempt(
                new AttemptId(row.getObject("call_id", UUID.class), row.getInt("attempt_no")),
                Database.instant(row, "sent_at"),
                row.getString("provider"),
                responded.isEmpty() ? row.getString("requested_model") : responded,
                Usage.ofAttempt(row),
                row.getLong("reserved_input_tokens"),
                row.getLong("reserved_output_tokens"),
                Currency.getInstance(row.getString("currency")),
                Optional.ofNullable(Database.longOrNull(row, "cost_nanos")),
                row.getString("state").equals("settled"));
    }

    /** Writes that a month is re-rated. */
    void begin(UUID rerating, String month, String by, String fingerprint, Instant at) throws SQLException {
        new Database(dataSource)
                .update(
                        "INSERT INTO rerating (rerating, month_key, asked_by, prices, begun_at) VALUES (?, ?, ?, ?, ?)",
                        rerating,
                        month,
                        by,
                        fingerprint,
                        at);
    }

    void end(UUID rerating, long changed, Instant at) throws SQLException {
        new Database(dataSource)
                .update("UPDATE rerating SET ended_at = ?, changed = ? WHERE rerating = ?", at, changed, rerating);
    }

    /** Changes these attempts and the answers they belong to, all or none; returns those that it found as they were read. */
    List<Change> change(UUID rerating, List<Change> changes, Instant at) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                List<Change> done = attempts(connection, changes);
                enter(connection, rerating, done, at);
                mark(connection, done);
                answers(connection, done);
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(autoCommit);
            }
        }
    }

    private static List<Change> attempts(Connection connection, List<Change> changes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CHANGE)) {
            for (Change change : changes) {
                AttemptId id = change.attempt().id();
                set(
                        statement,
                        nanos(change.after()),
                        priceRow(change.after()),
                        rateRow(change.after()),
                        id.call(),
                        id.number(),
                        change.attempt().cost().orElse(null));
                statement.addBatch();
            }
            int[] counts = statement.executeBatch();
            List<Change> done = new ArrayList<>();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 1 || counts[i] == Statement.SUCCESS_NO_INFO) {
                    done.add(changes.get(i));
                }
            }
            return done;
        }
    }

    private static void enter(Connection connection, UUID rerating, List<Change> done, Instant at) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENTER)) {
            for (Change change : done) {
                PricedAttempt before = change.attempt();
                set(
                        statement,
                        time(at),
                        before.cost().orElse(null),
                        rerating,
                        before.id().call(),
                        before.id().number());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void mark(Connection connection, List<Change> done) throws SQLException {
        Map<Long, Instant> steps = new TreeMap<>();
        for (Change change : done) {
            Instant sentAt = change.attempt().sentAt();
            steps.put(sentAt.getEpochSecond() / SPAN_STEP.toSeconds(), sentAt);
        }
        try (PreparedStatement statement = connection.prepareStatement(MARK)) {
            for (Instant sentAt : steps.values()) {
                set(statement, UUID.randomUUID(), time(sentAt));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void answers(Connection connection, List<Change> done) throws SQLException {
        Set<UUID> calls = new LinkedHashSet<>();
        done.forEach(change -> calls.add(change.attempt().id().call()));
        try (PreparedStatement statement = connection.prepareStatement(ADD_UP)) {
            for (UUID call : calls) {
                set(statement, call);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static @Nullable Long nanos(Optional<Priced> priced) {
        return priced.map(each -> each.cost().nanos()).orElse(null);
    }

    private static @Nullable String priceRow(Optional<Priced> priced) {
        return priced.map(Priced::priceRow).orElse(null);
    }

    private static @Nullable String rateRow(Optional<Priced> priced) {
        return priced.map(Priced::rateRow).orElse(null);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
