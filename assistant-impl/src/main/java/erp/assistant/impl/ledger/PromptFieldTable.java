package erp.assistant.impl.ledger;

import erp.assistant.impl.sql.Sql;
import erp.assistant.impl.sql.Statements;
import erp.assistant.impl.sql.Statements.Elements;
import erp.assistant.impl.sql.Statements.Whole;
import erp.assistant.report.AuditLog.PromptField;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The lists of names that prompts held, each stored once; safe for use by several threads. */
final class PromptFieldTable {

    private static final String UNIQUE_VIOLATION = "23505";

    /** Lists that this server need not look for; one more costs a statement. */
    private static final int MOST_KNOWN = 2_000;

    /**
     * What the row of an answer or attempt has of the names.
     *
     * @param list the id of the stored list
     * @param rows as {@link PromptNames#rows}
     */
    record Held(UUID list, String rows) {}

    private final Database database;
    private final Map<UUID, LocalDate> usedOn = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, LocalDate> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    PromptFieldTable(Database database) {
        this.database = database;
    }

    /**
     * Sees to it that a list is there on a day, and stays for as long as what is asked on it.
     *
     * @throws SQLException if that fails; what was sent could not be told then
     */
    Held keep(PromptNames names, LocalDate day) throws SQLException {
        UUID id = id(names.fields());
        if (!known(id, day)) {
            try {
                store(id, names.fields(), day);
            } catch (SQLException e) {
                if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                    throw e;
                }
                // Another thread or server was faster: now it is there.
                store(id, names.fields(), day);
            }
            synchronized (usedOn) {
                usedOn.merge(id, day, (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return new Held(id, names.rows());
    }

    private boolean known(UUID id, LocalDate day) {
        synchronized (usedOn) {
            @Nullable LocalDate latest = usedOn.get(id);
            return latest != null && !latest.isBefore(day);
        }
    }

    private void store(UUID id, String fields, LocalDate day) throws SQLException {
        database.transaction(statements -> {
            List<LocalDate> latest = statements.query(
                    "SELECT used_on FROM prompt_fields WHERE id = ? FOR UPDATE",
                    row -> row.getObject("used_on", LocalDate.class),
                    id);
            if (latest.isEmpty()) {
                statements.update(
                        "INSERT INTO prompt_fields (id, fields, used_on) VALUES (?, ?, ?)", id, new Whole(fields), day);
                statements.updateAll(
                        "INSERT INTO prompt_field (list_id, field, name) VALUES (?, ?, ?)",
                        PromptNames.names(fields).entrySet().stream()
                                .map(entry -> new @Nullable Object[] {id, entry.getKey(), entry.getValue()})
                                .toList());
            } else if (latest.get(0).isBefore(day)) {
                statements.update("UPDATE prompt_fields SET used_on = ? WHERE id = ?", day, id);
            }
            return id;
        });
    }

    /** Half of its SHA-256. */
    private static UUID id(String fields) {
        try {
            ByteBuffer digest = ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(fields.getBytes(StandardCharsets.UTF_8)));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** The fields that these prompts held; those whose list is not there are left out. */
    static Map<Held, List<PromptField>> fields(Statements statements, Collection<Held> prompts) throws SQLException {
        Map<UUID, List<PromptField>> lists =
                lists(statements, prompts.stream().map(Held::list).distinct().toList());
        Map<Held, List<PromptField>> fields = new HashMap<>();
        for (Held held : prompts) {
            List<PromptField> columns = lists.get(held.list());
            if (columns != null) {
                fields.computeIfAbsent(held, each -> PromptNames.read(columns, each.rows()));
            }
        }
        return fields;
    }

    private static Map<UUID, List<PromptField>> lists(Statements statements, Collection<UUID> ids) throws SQLException {
        Map<UUID, List<PromptField>> lists = new HashMap<>();
        statements.visit(
                "SELECT id, fields FROM prompt_fields WHERE id = ANY (?)",
                row -> lists.put(row.getObject("id", UUID.class), PromptNames.columns(Sql.text(row, "fields"))),
                new Elements("uuid", List.copyOf(ids)));
        return lists;
    }

    /** Removes the lists that nobody has used since a day; returns how many. */
    static int removeUnused(Statements statements, LocalDate since) throws SQLException {
        return statements.update("DELETE FROM prompt_fields WHERE used_on < ?", since);
    }
}
