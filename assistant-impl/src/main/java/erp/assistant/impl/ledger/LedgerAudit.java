package erp.assistant.impl.ledger;

import erp.assistant.impl.sql.Sql;
import erp.assistant.impl.sql.Statements;
import erp.assistant.impl.sql.Statements.Elements;
import erp.assistant.report.AuditLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
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

    private static List<Entry> search(Statements statements, Search search, int offset, int limit) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(List.of(search.from(), search.to()));
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
        Map<UUID, Entry> found = new LinkedHashMap<>();
        statements.visit(
                "SELECT * FROM answer WHERE %s ORDER BY asked_at DESC, call_id OFFSET %d ROWS FETCH FIRST %d ROWS ONLY"
                        .formatted(where, offset, limit),
                row -> found.put(row.getObject("call_id", UUID.class), read(row, List.of())),
                values.toArray());
        Map<UUID, Set<String>> providers = providers(statements, List.copyOf(found.keySet()));
        return found.entrySet().stream()
                .map(entry -> sentTo(entry.getValue(), List.copyOf(providers.getOrDefault(entry.getKey(), Set.of()))))
                .toList();
    }

    private static void narrow(StringBuilder where, List<@Nullable Object> values, String column, String wanted) {
        if (!wanted.isEmpty()) {
            where.append(" AND ").append(column).append(" = ?");
            values.add(wanted);
        }
    }

    private static Map<UUID, Set<String>> providers(Statements statements, List<UUID> calls) throws SQLException {
        Map<UUID, Set<String>> providers = new LinkedHashMap<>();
        statements.visit(
                "SELECT call_id, provider FROM attempt WHERE call_id = ANY (?)"
                        + " AND (outcome IS NULL OR outcome <> ?) ORDER BY call_id, attempt_no",
                row -> providers
                        .computeIfAbsent(row.getObject("call_id", UUID.class), call -> new LinkedHashSet<>())
                        .add(row.getString("provider")),
                new Elements("uuid", calls),
                NOT_SENT);
        return providers;
    }

    private static Entry sentTo(Entry entry, List<String> providers) {
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
                providers,
                entry.cost(),
                entry.totalMillis());
    }

    private static Entry read(ResultSet row, List<String> providers) throws SQLException {
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
                providers,
                currency.isEmpty()
                        ? Optional.empty()
                        : AttemptTable.cost(Sql.longOrNull(row, "cost_nanos"), Currency.getInstance(currency)),
                AttemptTable.optional(Sql.longOrNull(row, "total_millis")));
    }
}
