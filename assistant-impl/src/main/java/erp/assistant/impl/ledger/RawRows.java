package erp.assistant.impl.ledger;

import erp.assistant.impl.ledger.Dimension.Facets;
import erp.assistant.report.EvaluationRuns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Function;

/** The rows of attempts and answers of a span of time, one after the other. */
final class RawRows {

    private static final String ATTEMPTS = """
            SELECT sent_at, provider, COALESCE(NULLIF(response_model, ''), requested_model) AS model, record_type,
              organisation, outcome, in_stream, currency, cost_nanos
            FROM attempt WHERE sent_at >= ? AND sent_at < ?""";

    /** Nobody waited for an answer of the evaluation; what it cost is in its attempts. */
    private static final String ANSWERS = """
            SELECT asked_at, provider, model, record_type, organisation, outcome, source, currency, saved_nanos, first_millis,
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
                row -> sums.apply(Database.instant(row, "sent_at"))
                        .attempt(
                                facets(row),
                                Database.text(row, "outcome"),
                                row.getBoolean("in_stream"),
                                row.getString("currency"),
                                Database.longOrNull(row, "cost_nanos")),
                from,
                to);
        statements.visit(
                ANSWERS,
                row -> sums.apply(Database.instant(row, "asked_at"))
                        .answer(
                                facets(row),
                                Database.text(row, "outcome"),
                                Database.text(row, "currency"),
                                Database.text(row, "source").equals("cache"),
                                Database.longOrNull(row, "saved_nanos"),
                                Database.longOrNull(row, "first_millis"),
                                Database.longOrNull(row, "total_millis")),
                from,
                to);
    }

    private static Facets facets(ResultSet row) throws SQLException {
        return new Facets(
                Database.text(row, "provider"),
                Database.text(row, "model"),
                row.getString("record_type"),
                row.getString("organisation"));
    }
}
