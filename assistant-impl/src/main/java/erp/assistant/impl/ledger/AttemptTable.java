package erp.assistant.impl.ledger;

import erp.assistant.Cost;
import erp.assistant.chat.Attribution;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.ledger.SettlementTable.Reason;
import erp.assistant.impl.sql.Sql;
import erp.assistant.impl.sql.Sql.Work;
import erp.assistant.impl.sql.Statements;
import erp.assistant.impl.sql.Statements.Whole;
import erp.assistant.report.LedgerRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements of the table {@code attempt}. */
final class AttemptTable {

    private static final int NUMBER_TRIES = 50;

    /** Whether a request left: not if it is known that it did not, nor, in rows that do not tell it, without a connection. */
    static final String SENT = "COALESCE(sent, outcome IS NULL OR outcome <> 'connect')";

    private static final String INSERT = """
            INSERT INTO attempt (call_id, attempt_no, sent_at, asker, organisation, record_type, record_id, action_id, slot,
              provider, requested_model, tier, state, lease_until, reserved_nanos, reserved_input_tokens,
              reserved_output_tokens, currency, price_row, rate_row, run, department, region, prompt_fields, prompt_rows)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String SETTLE = """
            UPDATE attempt SET state = 'settled', settled_at = ?, response_model = ?, outcome = ?, http_status = ?,
              in_stream = ?, input_tokens = ?, cache_read_tokens = ?, cache_write_5m_tokens = ?, cache_write_1h_tokens = ?,
              cache_write_other_tokens = ?, output_tokens = ?, reasoning_tokens = ?, web_searches = ?, service_tier = ?,
              inference_geo = ?, usage_source = ?, cost_nanos = ?, price_row = ?, rate_row = ?,
              first_content_millis = ?, total_millis = ?, provider_request_id = ?, sent = ?
            WHERE call_id = ? AND attempt_no = ? AND\s""";

    private static final String SETTLE_CRASHED = """
            UPDATE attempt SET state = 'settled', settled_at = ?, response_model = '', outcome = 'crash', http_status = 0,
              in_stream = false, input_tokens = reserved_input_tokens, cache_read_tokens = 0, cache_write_5m_tokens = 0,
              cache_write_1h_tokens = 0, cache_write_other_tokens = 0, output_tokens = reserved_output_tokens,
              reasoning_tokens = 0, web_searches = 0, service_tier = '', inference_geo = '', usage_source = 'crash',
              cost_nanos = reserved_nanos
            WHERE call_id = ? AND attempt_no = ? AND state = 'open'""";

    private final Database database;

    AttemptTable(Database database) {
        this.database = database;
    }

    /** Writes the open row under the call's next number. */
    OpenAttempt insert(Attempt attempt) throws SQLException {
        return numbered(() -> database.together(statements -> insertNext(statements, attempt, Optional.empty())));
    }

    /**
     * Writes the open row and holds its upper bound of these budgets, or does nothing. In a transaction of its own: one that is
     * shared would lock the budgets of many in no order, and hold them for longer.
     *
     * @throws NoRoomException if one has no room, or no row yet
     */
    OpenAttempt insert(Attempt attempt, Claims claims) throws SQLException {
        return numbered(() -> database.transaction(statements -> insertNext(statements, attempt, Optional.of(claims))));
    }

    private interface Insertion {
        OpenAttempt now() throws SQLException;
    }

    private static OpenAttempt numbered(Insertion insertion) throws SQLException {
        SQLException lost = new SQLException("no attempt number");
        for (int i = 0; i < NUMBER_TRIES; i++) {
            try {
                return insertion.now();
            } catch (SQLException e) {
                if (!Sql.UNIQUE_VIOLATION.equals(e.getSQLState())) {
                    throw e;
                }
                // Another attempt of the same call took the number in between.
                lost = e;
            }
        }
        throw lost;
    }

    private static OpenAttempt insertNext(Statements statements, Attempt attempt, Optional<Claims> claims)
            throws SQLException {
        UUID call = attempt.attribution().call();
        int number = statements
                .query(
                        "SELECT COALESCE(MAX(attempt_no), 0) + 1 AS next_no FROM attempt WHERE call_id = ?",
                        row -> row.getInt("next_no"),
                        call)
                .get(0);
        AttemptId id = new AttemptId(call, number);
        insert(statements, id, attempt);
        Charge held = Charge.NONE;
        if (claims.isPresent()) {
            long bound = attempt.reserved().map(priced -> priced.cost().nanos()).orElse(0L);
            held = BudgetCharges.hold(statements, id, claims.get(), bound);
        }
        return new OpenAttempt(
                id,
                attempt.sentAt(),
                attempt.provider(),
                attempt.requestedModel(),
                attempt.tier(),
                attempt.currency(),
                held);
    }

    void insert(AttemptId id, Attempt attempt) throws SQLException {
        database.transaction(statements -> {
            insert(statements, id, attempt);
            return id;
        });
    }

    private static void insert(Statements statements, AttemptId id, Attempt attempt) throws SQLException {
        Attribution to = attempt.attribution();
        Optional<Priced> reserved = attempt.reserved();
        statements.update(
                INSERT,
                id.call(),
                id.number(),
                attempt.sentAt(),
                to.user(),
                to.organisation(),
                to.recordType(),
                to.recordId(),
                to.action(),
                attempt.slot().key(),
                attempt.provider(),
                attempt.requestedModel(),
                AttemptEnd.word(attempt.tier()),
                attempt.leaseUntil(),
                nanos(reserved),
                attempt.inputEstimate(),
                attempt.maxOutput(),
                attempt.currency().getCurrencyCode(),
                reserved.map(Priced::priceRow).orElse(null),
                reserved.map(Priced::rateRow).orElse(null),
                attempt.run(),
                to.department(),
                attempt.region(),
                attempt.names().list(),
                new Whole(attempt.names().rows()));
    }

    /** Settles an open row; empty if it is settled already. */
    Optional<LedgerRow> settle(OpenAttempt attempt, AttemptEnd end, Optional<Priced> priced, Instant at)
            throws SQLException {
        AttemptId id = attempt.id();
        Charge held = attempt.held();
        Work<Optional<LedgerRow>> settlement = statements -> {
            Optional<LedgerRow> row = settle(statements, Reason.END, "state = 'open'", id, end, priced, at);
            if (row.isPresent()) {
                long spent = priced.map(known -> known.cost().nanos()).orElse(held.nanos());
                BudgetCharges.settle(statements, id, held, spent);
            }
            return row;
        };
        return held.keys().isEmpty() ? database.together(settlement) : database.transaction(settlement);
    }

    /** Puts the truth in place of what the sweeper supposed; empty if the row is not one of the sweeper's. */
    Optional<LedgerRow> correct(AttemptId id, AttemptEnd end, Optional<Priced> priced, Instant at) throws SQLException {
        return database.transaction(statements -> {
            Optional<LedgerRow> row = settle(statements, Reason.CORRECTION, "outcome = 'crash'", id, end, priced, at);
            if (row.isPresent()) {
                BudgetCharges.settle(
                        statements, id, priced.map(known -> known.cost().nanos()));
            }
            return row;
        });
    }

    /** Settles an open row as lost in a crash, at what was reserved; empty if it is settled already. */
    Optional<LedgerRow> settleCrashed(AttemptId id, Instant at) throws SQLException {
        return database.transaction(statements -> {
            Optional<LedgerRow> row =
                    settle(statements, Reason.CRASH, id, at, SETTLE_CRASHED, at, id.call(), id.number());
            if (row.isPresent()) {
                BudgetCharges.settle(statements, id, Optional.empty());
            }
            return row;
        });
    }

    private static Optional<LedgerRow> settle(
            Statements statements,
            Reason reason,
            String condition,
            AttemptId id,
            AttemptEnd end,
            Optional<Priced> priced,
            Instant at)
            throws SQLException {
        TokenUsage usage = end.usage();
        OptionalLong first = end.firstContentMillis();
        return settle(
                statements,
                reason,
                id,
                at,
                SETTLE + condition,
                at,
                end.responseModel(),
                end.outcome(),
                end.httpStatus(),
                end.inStream(),
                usage.input(),
                usage.cacheRead(),
                usage.cacheWrite5m(),
                usage.cacheWrite1h(),
                usage.cacheWriteOther(),
                usage.output(),
                usage.reasoning(),
                usage.webSearches(),
                usage.terms().serviceTier(),
                usage.terms().inferenceGeo(),
                Usage.source(usage),
                nanos(priced),
                priced.map(Priced::priceRow).orElse(null),
                priced.map(Priced::rateRow).orElse(null),
                first.isPresent() ? first.getAsLong() : null,
                end.totalMillis(),
                end.requestId(),
                end.sent(),
                id.call(),
                id.number());
    }

    /** The row, its entry in the history, and the mark for the roll-ups. */
    private static Optional<LedgerRow> settle(
            Statements statements, Reason reason, AttemptId id, Instant at, String sql, @Nullable Object... values)
            throws SQLException {
        if (statements.update(sql, values) == 0) {
            return Optional.empty();
        }
        SettlementTable.enter(statements, id, reason);
        LedgerRow row = row(statements, id);
        if (LateMarks.late(row.sentAt(), at)) {
            LateMarks.attempt(statements, id, at);
        }
        return Optional.of(row);
    }

    /** Open rows that nobody is left to settle, oldest first: their server is dead, or their lease has ended. */
    List<AttemptId> orphans(Instant now, int limit) throws SQLException {
        return database.query(
                """
                SELECT call_id, attempt_no FROM attempt
                WHERE state = 'open' AND (lease_until < ? OR run IN (SELECT run FROM server_run WHERE %s))
                ORDER BY lease_until, call_id, attempt_no FETCH FIRST %d ROWS ONLY""".formatted(ServerRuns.SILENT, limit),
                row -> new AttemptId(row.getObject("call_id", UUID.class), row.getInt("attempt_no")),
                now);
    }

    /** The attempt's entries in the history, in their order. */
    List<SettlementTable.Entry> history(AttemptId id) throws SQLException {
        return database.transaction(statements -> SettlementTable.entries(statements, id));
    }

    LedgerRow row(AttemptId id) throws SQLException {
        return database.transaction(statements -> row(statements, id));
    }

    private static LedgerRow row(Statements statements, AttemptId id) throws SQLException {
        return statements
                .query(
                        "SELECT * FROM attempt WHERE call_id = ? AND attempt_no = ?",
                        AttemptTable::read,
                        id.call(),
                        id.number())
                .get(0);
    }

    List<LedgerRow> ofCall(UUID call) throws SQLException {
        return database.transaction(statements -> ofCall(statements, call));
    }

    static List<LedgerRow> ofCall(Statements statements, UUID call) throws SQLException {
        return statements.query(
                "SELECT * FROM attempt WHERE call_id = ? ORDER BY attempt_no", AttemptTable::read, call);
    }

    /** The providers that had a request of the call, each once, in the order in which they were asked. */
    static List<String> had(Statements statements, UUID call) throws SQLException {
        return statements
                .query(
                        "SELECT provider FROM attempt WHERE call_id = ? AND " + SENT + " ORDER BY attempt_no",
                        row -> row.getString("provider"),
                        call)
                .stream()
                .distinct()
                .toList();
    }

    /** @param window in which they were sent; any time if there is none */
    List<LedgerRow> newestFirst(Optional<MonthWindow> window, Filter filter, int offset, int limit)
            throws SQLException {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        window.ifPresent(month -> {
            conditions.add("sent_at >= ? AND sent_at < ?");
            values.addAll(List.of(month.from(), month.to()));
        });
        filter.slices().forEach((dimension, slice) -> {
            conditions.add(column(dimension) + " = ?");
            values.add(slice);
        });
        String where = conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
        return database.query(newestFirstStatement(where, offset, limit), AttemptTable::read, values.toArray());
    }

    /** Where a slice of a dimension is in a row, as the sums have it. */
    private static String column(Dimension dimension) {
        return switch (dimension) {
            case MODEL -> "COALESCE(NULLIF(response_model, ''), requested_model)";
            case PROVIDER -> "provider";
            case RECORD_TYPE -> "record_type";
            case ORGANISATION -> "organisation";
            case DEPARTMENT -> "COALESCE(department, '')";
            case WHOLE, DETAIL, COMBINATION -> throw new IllegalArgumentException("no rows of " + dimension);
        };
    }

    /** In the order of the index {@code attempt_newest_first}, so that a page costs what its rows cost: probes read it. */
    static String newestFirstStatement(int offset, int limit) {
        return newestFirstStatement("", offset, limit);
    }

    private static String newestFirstStatement(String where, int offset, int limit) {
        return """
                SELECT * FROM attempt %s ORDER BY sent_at DESC, call_id, attempt_no DESC
                OFFSET %d ROWS FETCH FIRST %d ROWS ONLY""".formatted(where, offset, limit);
    }

    private static @Nullable Long nanos(Optional<Priced> priced) {
        return priced.map(each -> each.cost().nanos()).orElse(null);
    }

    private static LedgerRow read(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new LedgerRow(
                row.getString("call_id"),
                row.getInt("attempt_no"),
                Sql.instant(row, "sent_at"),
                Sql.text(row, "asker"),
                Sql.text(row, "organisation"),
                Sql.text(row, "record_type"),
                Sql.text(row, "record_id"),
                Sql.text(row, "action_id"),
                Sql.text(row, "slot"),
                Sql.text(row, "provider"),
                Sql.text(row, "requested_model"),
                Sql.text(row, "response_model"),
                Sql.text(row, "state"),
                Sql.text(row, "outcome"),
                row.getInt("http_status"),
                Usage.ofAttempt(row),
                cost(Sql.longOrNull(row, "reserved_nanos"), currency),
                cost(Sql.longOrNull(row, "cost_nanos"), currency),
                Sql.text(row, "price_row"),
                optional(Sql.longOrNull(row, "first_content_millis")),
                optional(Sql.longOrNull(row, "total_millis")),
                Sql.text(row, "provider_request_id"));
    }

    static Optional<Cost> cost(@Nullable Long nanos, Currency currency) {
        return nanos == null ? Optional.empty() : Optional.of(new Cost(nanos, currency));
    }

    static OptionalLong optional(@Nullable Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
