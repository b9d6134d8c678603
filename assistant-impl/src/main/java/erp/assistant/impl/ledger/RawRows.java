package erp.assistant.impl.ledger;

import erp.assistant.impl.ledger.Dimension.Facets;
import erp.assistant.impl.sql.Sql;
import erp.assistant.impl.sql.Statements;
import erp.assistant.report.EvaluationRuns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Function;

/** The rows of attempts and answers of a span of time, one after the other. */
final class RawRows {

    private static final String ATTEMPTS = """
            SELECT sent_at, provider, COALESCE(NULLIF(response_model, ''), requested_model) AS model, record_type,
              organisation, department, outcome, in_stream, currency, cost_nanos,
              CASE WHEN usage_source = 'reported' THEN
                input_tokens + cache_read_tokens + cache_write_5m_tokens + cache_write_1h_tokens + cache_write_other_tokens
              END AS told_input,
              CASE WHEN usage_source = 'reported' THEN cache_read_tokens END AS told_cached
            FROM attempt WHERE sent_at >= ? AND sent_at < ?""";

    /** Nobody waited for an answer of the evaluation; what it cost is in its attempts. */
    private static final String ANSWERS = """
            SELECT asked_at, provider, model, record_type, organisation, department, outcome, source, currency, saved_nanos, first_millis,
              total_millis
            FROM answer WHERE asked_at >= ? AND asked_at < ? AND action_id <> '%s'""".formatted(EvaluationRuns.ACTION);

    private RawRows() {}

    /**
     * Adds each row of a span.
     *
     * @param sums where a row of this instant is added
     */
    static void read(Statements statements, Instant from, Instant to, Function<Instant, Sums> sums)
            throws SQLException {
        statements.visit(
                ATTEMPTS,
                row -> sums.apply(Sql.instant(row, "sent_at"))
                        .attempt(
                                facets(row),
                                Sql.text(row, "outcome"),
                                row.getBoolean("in_stream"),
                                row.getString("currency"),
                                Sql.longOrNull(row, "cost_nanos"),
                                row.getLong("told_input"),
                                row.getLong("told_cached")),
                from,
                to);
        statements.visit(
                ANSWERS,
                row -> sums.apply(Sql.instant(row, "asked_at"))
                        .answer(
                                facets(row),
                                Sql.text(row, "outcome"),
                                Sql.text(row, "currency"),
                                Sql.text(row, "source").equals("cache"),
                                Sql.longOrNull(row, "saved_nanos"),
                                Sql.longOrNull(row, "first_millis"),
                                Sql.longOrNull(row, "total_millis")),
                from,
                to);
    }

    private static Facets facets(ResultSet row) throws SQLException {
        return new Facets(
                Sql.text(row, "provider"),
                Sql.text(row, "model"),
                row.getString("record_type"),
                row.getString("organisation"),
                Sql.text(row, "department"));
    }
}
