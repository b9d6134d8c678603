package erp.assistant.impl.ledger;

import erp.assistant.AnswerEvent.Recipient;
import erp.assistant.impl.ledger.PromptFieldTable.Held;
import erp.assistant.impl.sql.Sql;
import erp.assistant.impl.sql.Statements;
import erp.assistant.impl.sql.Statements.Elements;
import erp.assistant.report.AuditLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The questions in the ledger, looked up by who, what and when. Blocks on the database. */
public final class LedgerAudit implements AuditLog {

    /** One with a request that held a field, and left. */
    private static final String LEFT = " AND EXISTS (SELECT 1 FROM attempt WHERE attempt.call_id = answer.call_id AND "
            + AttemptTable.SENT
            + " AND COALESCE(attempt.prompt_fields, answer.prompt_fields)"
            + " IN (SELECT list_id FROM prompt_field WHERE field = ? OR name = ?))";

    private final Database database;

    /** Over a database whose tables {@link Schema} has made. */
    public LedgerAudit(DataSource dataSource) {
        this.database = new Database(dataSource);
    }

    /**
     * {@inheritDoc}
     *
     * @throws LedgerException if the database fails
     */
    @Override
    public List<Entry> search(Search search, int offset, int limit) {
        if (offset < 0 || limit < 1 || limit > MOST) {
            throw new IllegalArgumentException(
                    "offset " + offset + " must be from 0 and limit " + limit + " from 1 to " + MOST);
        }
        try {
            return database.transaction(statements -> search(statements, search, offset, limit));
        } catch (SQLException e) {
            throw new LedgerException("the questions could not be looked up", e);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws LedgerException if the database fails
     */
    @Override
    public Optional<Entry> question(String call) {
        UUID id;
        try {
            id = UUID.fromString(call);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        try {
            return database.transaction(
                    statements -> found(statements, "SELECT * FROM answer WHERE call_id = ?", List.of(id)).stream()
                            .findFirst());
        } catch (SQLException e) {
            throw new LedgerException("question " + id + " could not be looked up", e);
        }
    }

    private static List<Entry> search(Statements statements, Search search, int offset, int limit) throws SQLException {
        List<Object> values = new ArrayList<>(List.of(search.from(), search.to()));
        StringBuilder where = new StringBuilder("asked_at >= ? AND asked_at < ?");
        narrow(where, values, "asker", search.user());
        narrow(where, values, "record_type", search.recordType());
        narrow(where, values, "record_id", search.recordId());
        narrow(where, values, "department", search.department());
        narrow(where, values, "model", search.model());
        if (search.outcome().equals("open")) {
            where.append(" AND state = 'open'");
        } else {
            narrow(where, values, "outcome", search.outcome());
        }
        if (!search.field().isEmpty()) {
            where.append(LEFT);
            values.addAll(List.of(search.field(), search.field()));
        }
        return found(
                statements,
                "SELECT * FROM answer WHERE %s ORDER BY asked_at DESC, call_id OFFSET %d ROWS FETCH FIRST %d ROWS ONLY"
                        .formatted(where, offset, limit),
                values);
    }

    private static void narrow(StringBuilder where, List<Object> values, String column, String wanted) {
        if (!wanted.isEmpty()) {
            where.append(" AND ").append(column).append(" = ?");
            values.add(wanted);
        }
    }

    /** The questions that a statement finds, with what belongs to them. */
    private static List<Entry> found(Statements statements, String sql, List<Object> values) throws SQLException {
        Map<UUID, Entry> found = new LinkedHashMap<>();
        Map<UUID, Held> held = new HashMap<>();
        statements.visit(
                sql,
                row -> {
                    UUID call = row.getObject("call_id", UUID.class);
                    found.put(call, read(row));
                    held(row).ifPresent(names -> held.put(call, names));
                },
                values.toArray());
        Map<UUID, List<Sent>> sent = sent(statements, found.keySet());
        Map<Held, List<PromptField>> fields = PromptFieldTable.fields(
                statements,
                Stream.concat(
                                held.values().stream(),
                                sent.values().stream()
                                        .flatMap(List::stream)
                                        .flatMap(request -> request.held().stream()))
                        .toList());
        return found.entrySet().stream()
                .map(entry -> with(
                        entry.getValue(),
                        Optional.ofNullable(held.get(entry.getKey())).map(fields::get),
                        sent.getOrDefault(entry.getKey(), List.of()),
                        fields))
                .toList();
    }

    /** A request that left; of an older one it is not told apart from its question what it held. */
    private record Sent(int attempt, Recipient to, Optional<Held> held) {}

    private static Optional<Held> held(ResultSet row) throws SQLException {
        @Nullable UUID list = row.getObject("prompt_fields", UUID.class);
        return list == null ? Optional.empty() : Optional.of(new Held(list, Sql.text(row, "prompt_rows")));
    }

    private static Map<UUID, List<Sent>> sent(Statements statements, Collection<UUID> calls) throws SQLException {
        Map<UUID, List<Sent>> sent = new HashMap<>();
        statements.visit(
                "SELECT call_id, attempt_no, provider, region, prompt_fields, prompt_rows FROM attempt"
                        + " WHERE call_id = ANY (?) AND " + AttemptTable.SENT + " ORDER BY call_id, attempt_no",
                row -> sent.computeIfAbsent(row.getObject("call_id", UUID.class), call -> new ArrayList<>())
                        .add(new Sent(
                                row.getInt("attempt_no"),
                                new Recipient(row.getString("provider"), Sql.text(row, "region")),
                                held(row))),
                new Elements("uuid", List.copyOf(calls)));
        return sent;
    }

    /** @param first what the question's row tells, which of an older one is all */
    private static Entry with(
            Entry entry, Optional<List<PromptField>> first, List<Sent> sent, Map<Held, List<PromptField>> fields) {
        List<Request> requests = sent.stream()
                .map(request -> new Request(
                        request.attempt(),
                        request.to(),
                        request.held().map(fields::get).or(() -> first).orElse(List.of())))
                .toList();
        return new Entry(
                entry.call(),
                entry.askedAt(),
                entry.user(),
                entry.organisation(),
                entry.department(),
                entry.recordType(),
                entry.recordId(),
                entry.action(),
                entry.outcome(),
                entry.source(),
                entry.model(),
                entry.template(),
                first.map(held -> PromptNames.all(held, requests)),
                requests,
                entry.cost(),
                entry.totalMillis());
    }

    private static Entry read(ResultSet row) throws SQLException {
        String currency = Sql.text(row, "currency");
        return new Entry(
                row.getString("call_id"),
                Sql.instant(row, "asked_at"),
                Sql.text(row, "asker"),
                Sql.text(row, "organisation"),
                Sql.text(row, "department"),
                Sql.text(row, "record_type"),
                Sql.text(row, "record_id"),
                Sql.text(row, "action_id"),
                row.getString("state").equals("open") ? "open" : Sql.text(row, "outcome"),
                Sql.text(row, "source"),
                Sql.text(row, "model"),
                Sql.text(row, "template"),
                Optional.empty(),
                List.of(),
                currency.isEmpty()
                        ? Optional.empty()
                        : AttemptTable.cost(Sql.longOrNull(row, "cost_nanos"), Currency.getInstance(currency)),
                AttemptTable.optional(Sql.longOrNull(row, "total_millis")));
    }
}
