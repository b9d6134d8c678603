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
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The questions in the ledger, looked up by who, what and when. Blocks on the database. */
public final class LedgerAudit implements AuditLog {

    /** The outcome of an attempt whose connection did not come about: nobody had the prompt. */
    private static final String NOT_SENT = "connect";

    /** One whose prompt held a field, and was sent. */
    private static final String LEFT =
            " AND prompt_fields IN (SELECT list_id FROM prompt_field WHERE field = ? OR name = ?)"
                    + " AND EXISTS (SELECT 1 FROM attempt WHERE attempt.call_id = answer.call_id"
                    + " AND (attempt.outcome IS NULL OR attempt.outcome <> ?))";

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
            values.addAll(List.of(search.field(), search.field(), NOT_SENT));
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
                    @Nullable UUID list = row.getObject("prompt_fields", UUID.class);
                    if (list != null) {
                        held.put(call, new Held(list, Sql.text(row, "prompt_rows")));
                    }
                },
                values.toArray());
        Map<UUID, Set<Recipient>> recipients = recipients(statements, List.copyOf(found.keySet()));
        Map<UUID, List<PromptField>> fields = PromptFieldTable.fields(statements, held);
        return found.entrySet().stream()
                .map(entry -> with(
                        entry.getValue(),
                        Optional.ofNullable(fields.get(entry.getKey())),
                        List.copyOf(recipients.getOrDefault(entry.getKey(), Set.of()))))
                .toList();
    }

    private static Map<UUID, Set<Recipient>> recipients(Statements statements, List<UUID> calls) throws SQLException {
        Map<UUID, Set<Recipient>> recipients = new LinkedHashMap<>();
        statements.visit(
                "SELECT call_id, provider, region FROM attempt WHERE call_id = ANY (?)"
                        + " AND (outcome IS NULL OR outcome <> ?) ORDER BY call_id, attempt_no",
                row -> recipients
                        .computeIfAbsent(row.getObject("call_id", UUID.class), call -> new LinkedHashSet<>())
                        .add(new Recipient(row.getString("provider"), Sql.text(row, "region"))),
                new Elements("uuid", calls),
                NOT_SENT);
        return recipients;
    }

    private static Entry with(Entry entry, Optional<List<PromptField>> fields, List<Recipient> recipients) {
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
                fields,
                recipients,
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
