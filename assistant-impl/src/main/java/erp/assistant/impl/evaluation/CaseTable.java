package erp.assistant.impl.evaluation;

import erp.assistant.evaluation.EvaluationCase;
import erp.assistant.impl.sql.Sql;
import erp.assistant.record.RecordRef;
import erp.assistant.report.EvaluationCases;
import erp.assistant.report.EvaluationCases.Basis;
import erp.assistant.report.EvaluationCases.Entry;
import erp.assistant.report.EvaluationCases.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** The statements of the table {@code evaluation_case}, and of the ledger's answers that cases are made from. */
final class CaseTable {

    private static final String INSERT = """
            INSERT INTO evaluation_case (id, created_at, created_by, name, language, question, record_type, record_id, as_user,
              as_roles, expected, forbidden, refusal, call_id, basis)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final EvaluationSql sql;

    CaseTable(DataSource dataSource) {
        this.sql = new EvaluationSql(dataSource);
    }

    void insert(Entry entry) {
        EvaluationCase content = entry.content();
        Map.Entry<String, String> question =
                content.questions().entrySet().iterator().next();
        Stored stored = entry.stored().orElseThrow();
        sql.update(
                INSERT,
                UUID.fromString(entry.id()),
                stored.at(),
                stored.by(),
                content.name(),
                question.getKey(),
                question.getValue(),
                content.record().type(),
                content.record().id(),
                content.user(),
                Lines.of(content.roles()),
                Lines.ofExpectations(content.expected()),
                Lines.ofExpectations(content.forbidden()),
                content.refusal(),
                stored.answer().map(UUID::fromString).orElse(null),
                stored.basis().map(CaseTable::lines).orElse(null));
    }

    /** Newest first. */
    List<Entry> all() {
        return sql.query("SELECT * FROM evaluation_case ORDER BY created_at DESC, id", CaseTable::read);
    }

    boolean delete(UUID id) {
        return sql.update("DELETE FROM evaluation_case WHERE id = ?", id) == 1;
    }

    /** What the ledger knows of an answer. */
    Optional<Basis> basis(UUID call) {
        return sql
                .query(
                        "SELECT asker, record_type, record_id, action_id, template, model FROM answer WHERE call_id = ?",
                        row -> new Basis(
                                row.getString("asker"),
                                row.getString("record_type"),
                                row.getString("record_id"),
                                row.getString("action_id"),
                                row.getString("template"),
                                Sql.optionalText(row, "model").orElse("")),
                        call)
                .stream()
                .findFirst();
    }

    private static Entry read(ResultSet row) throws SQLException {
        String id = row.getString("id");
        EvaluationCase content = new EvaluationCase(
                id,
                row.getString("name"),
                Map.of(row.getString("language"), row.getString("question")),
                new RecordRef(row.getString("record_type"), row.getString("record_id")),
                row.getString("as_user"),
                Set.copyOf(Lines.list(row.getString("as_roles"))),
                Lines.expectations(row.getString("expected")),
                Lines.expectations(row.getString("forbidden")),
                row.getBoolean("refusal"));
        Stored stored = new Stored(
                Sql.instant(row, "created_at"),
                row.getString("created_by"),
                Sql.optionalText(row, "call_id"),
                Sql.optionalText(row, "basis").map(CaseTable::basis));
        return new Entry(id, EvaluationCases.STORED, content, Optional.of(stored));
    }

    private static String lines(Basis basis) {
        return Lines.of(List.of(
                basis.user(), basis.recordType(), basis.recordId(), basis.action(), basis.template(), basis.model()));
    }

    private static Basis basis(String lines) {
        List<String> parts = Lines.list(lines);
        return new Basis(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4), parts.get(5));
    }
}
