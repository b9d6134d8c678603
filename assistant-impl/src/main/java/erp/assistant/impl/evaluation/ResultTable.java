package erp.assistant.impl.evaluation;

import erp.assistant.AnswerEvent.Figures;
import erp.assistant.Cost;
import erp.assistant.impl.sql.Sql;
import erp.assistant.report.EvaluationResult;
import erp.assistant.report.EvaluationResult.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements of the table {@code evaluation_result}. */
final class ResultTable {

    private static final String INSERT = """
            INSERT INTO evaluation_result (run_id, position, case_id, name, language, variant, status, facts_right, facts_missing,
              forbidden_found, refusal, refused, figures, unmatched, input_tokens, output_tokens, charged_nanos, total_millis, model,
              template, problem, answer, sent, cited)
            VALUES (?, ?, ?, ?, ?, ?, 'waiting', '', '', '', ?, false, 0, '', 0, 0, 0, 0, '', '', '', '', '', '')""";

    private static final String ENDED = """
            UPDATE evaluation_result SET status = ?, facts_right = ?, facts_missing = ?, forbidden_found = ?, refused = ?, figures = ?,
              unmatched = ?, answered_in = ?, input_tokens = ?, output_tokens = ?, cost_nanos = ?, charged_nanos = ?, first_millis = ?,
              total_millis = ?, model = ?, template = ?, problem = ?, answer = ?, sent = ?, cited = ?
            WHERE run_id = ? AND position = ?""";

    private static final String JUDGED = """
            position, case_id, name, language, variant, status, facts_right, facts_missing, forbidden_found, refusal, refused, figures,
            unmatched, answered_in, input_tokens, output_tokens, cost_nanos, first_millis, total_millis, model, template, problem""";

    /** What an answer of a recording is found by. */
    record Key(String caseId, String language) {}

    private final EvaluationSql sql;

    ResultTable(EvaluationSql sql) {
        this.sql = sql;
    }

    void insert(UUID run, List<Task> tasks) {
        sql.batch(
                INSERT,
                tasks.stream()
                        .map(task -> new @Nullable Object[] {
                            run,
                            task.position(),
                            task.entry().id(),
                            task.entry().content().name(),
                            task.language(),
                            task.variant(),
                            task.entry().content().refusal()
                        })
                        .toList());
    }

    void asked(UUID run, int position) {
        sql.update("UPDATE evaluation_result SET status = 'asked' WHERE run_id = ? AND position = ?", run, position);
    }

    /** Writes how a question ended. */
    void ended(UUID run, int position, Reply reply, Verdict verdict, long charged) {
        OptionalLong first = reply.firstMillis();
        sql.update(
                ENDED,
                (reply.answered() ? Status.DONE : Status.FAILED).word(),
                Lines.of(verdict.right()),
                Lines.of(verdict.missing()),
                Lines.of(verdict.forbiddenFound()),
                reply.refused(),
                reply.figures().checked(),
                Lines.of(reply.figures().unmatched()),
                reply.answeredIn().orElse(null),
                reply.inputTokens(),
                reply.outputTokens(),
                reply.cost().orElse(null),
                charged,
                first.isPresent() ? first.getAsLong() : null,
                reply.totalMillis(),
                reply.model(),
                reply.template(),
                reply.problem(),
                reply.text(),
                Lines.ofValues(reply.sent()),
                Lines.of(reply.cited()),
                run,
                position);
    }

    /** What was not asked will not be. */
    void leaveOut(UUID run) {
        sql.update(
                "UPDATE evaluation_result SET status = 'left-out' WHERE run_id = ? AND status IN ('waiting', 'asked')",
                run);
    }

    long spent(UUID run) {
        return sql.query(
                        "SELECT CAST(COALESCE(SUM(charged_nanos), 0) AS bigint) AS spent FROM evaluation_result WHERE run_id = ?",
                        row -> row.getLong("spent"),
                        run)
                .get(0);
    }

    /** In their order. */
    List<EvaluationResult> of(UUID run, Currency currency, boolean withAnswers) {
        return sql.query(
                "SELECT " + JUDGED + (withAnswers ? ", answer" : "")
                        + " FROM evaluation_result WHERE run_id = ? ORDER BY position",
                row -> result(row, currency, withAnswers ? row.getString("answer") : ""),
                run);
    }

    /** The answers of one variant of a run, to be judged again. */
    Map<Key, Reply> replies(UUID run, int variant) {
        Map<Key, Reply> replies = new HashMap<>();
        sql.query(
                "SELECT * FROM evaluation_result WHERE run_id = ? AND variant = ? AND status IN ('done', 'failed')",
                row -> replies.put(new Key(row.getString("case_id"), row.getString("language")), reply(row)),
                run,
                variant);
        return replies;
    }

    private static Reply reply(ResultSet row) throws SQLException {
        return new Reply(
                row.getString("answer"),
                Lines.values(row.getString("sent")),
                Set.copyOf(Lines.list(row.getString("cited"))),
                figures(row),
                Sql.optionalText(row, "answered_in"),
                row.getBoolean("refused"),
                row.getString("problem"),
                row.getLong("input_tokens"),
                row.getLong("output_tokens"),
                Optional.of(0L),
                Sql.optionalLong(row, "first_millis"),
                row.getLong("total_millis"),
                row.getString("model"),
                row.getString("template"));
    }

    private static EvaluationResult result(ResultSet row, Currency currency, String answer) throws SQLException {
        OptionalLong cost = Sql.optionalLong(row, "cost_nanos");
        return new EvaluationResult(
                row.getInt("position"),
                row.getString("case_id"),
                row.getString("name"),
                row.getString("language"),
                row.getInt("variant"),
                Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT).replace('-', '_')),
                Lines.list(row.getString("facts_right")),
                Lines.list(row.getString("facts_missing")),
                Lines.list(row.getString("forbidden_found")),
                figures(row),
                Sql.optionalText(row, "answered_in"),
                row.getBoolean("refused"),
                row.getBoolean("refusal"),
                row.getLong("input_tokens"),
                row.getLong("output_tokens"),
                cost.isPresent() ? Optional.of(new Cost(cost.getAsLong(), currency)) : Optional.empty(),
                Sql.optionalLong(row, "first_millis"),
                row.getLong("total_millis"),
                row.getString("model"),
                row.getString("template"),
                row.getString("problem"),
                answer);
    }

    private static Figures figures(ResultSet row) throws SQLException {
        return new Figures(row.getInt("figures"), Lines.list(row.getString("unmatched")));
    }
}
