package erp.assistant.impl.evaluation;

import erp.assistant.Cost;
import erp.assistant.impl.sql.Sql;
import erp.assistant.report.EvaluationPlan.Variant;
import erp.assistant.report.EvaluationResult;
import erp.assistant.report.EvaluationResult.Status;
import erp.assistant.report.EvaluationRun;
import erp.assistant.report.EvaluationRun.Side;
import erp.assistant.report.EvaluationRun.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The statements of the table {@code evaluation_run}. */
final class RunTable {

    private final EvaluationSql sql;
    private final ResultTable results;

    RunTable(DataSource dataSource) {
        this.sql = new EvaluationSql(dataSource);
        this.results = new ResultTable(sql);
    }

    ResultTable results() {
        return results;
    }

    /** Writes a run with all its questions, before the first is asked. */
    void begin(
            UUID id,
            String by,
            Instant at,
            Currency currency,
            Optional<Long> limit,
            List<Side> variants,
            List<Task> tasks) {
        sql.update(
                """
                INSERT INTO evaluation_run (id, started_at, started_by, state, seen_at, currency, limit_nanos, variants, labels)
                VALUES (?, ?, ?, 'running', ?, ?, ?, ?, ?)""",
                id,
                at,
                by,
                at,
                currency.getCurrencyCode(),
                limit.orElse(null),
                Lines.of(variants.stream()
                        .map(side -> VariantLine.of(side.variant()))
                        .toList()),
                Lines.of(variants.stream().map(Side::label).toList()));
        results.insert(id, tasks);
    }

    void alive(UUID id, Instant at) {
        sql.update("UPDATE evaluation_run SET seen_at = ? WHERE id = ?", at, id);
    }

    /** Ends a run; what was not asked is left out. */
    void end(UUID id, State state, Instant at) {
        results.leaveOut(id);
        sql.update(
                "UPDATE evaluation_run SET state = ?, ended_at = ?, seen_at = ? WHERE id = ? AND state = 'running'",
                state.word(),
                at,
                at,
                id);
    }

    boolean delete(UUID id) {
        return sql.update("DELETE FROM evaluation_run WHERE id = ?", id) == 1;
    }

    /** Those that show no sign of life any more. */
    List<UUID> silent(Instant since) {
        return sql.query(
                "SELECT id FROM evaluation_run WHERE state = 'running' AND seen_at < ?",
                row -> row.getObject("id", UUID.class),
                since);
    }

    /** Ended ones that began before an instant, and all but the newest so many. */
    List<UUID> old(Instant before, int newest) {
        List<UUID> old = new ArrayList<>();
        int[] seen = {0};
        sql.query("SELECT id, started_at, state FROM evaluation_run ORDER BY started_at DESC, id", row -> {
            boolean over = seen[0]++ >= newest || Sql.instant(row, "started_at").isBefore(before);
            if (over && !row.getString("state").equals("running")) {
                old.add(row.getObject("id", UUID.class));
            }
            return seen;
        });
        return old;
    }

    /** Newest first. */
    List<EvaluationRun> all() {
        return sql.query("SELECT * FROM evaluation_run ORDER BY started_at DESC, id", Raw::read).stream()
                .map(this::run)
                .toList();
    }

    Optional<EvaluationRun> find(UUID id) {
        return sql.query("SELECT * FROM evaluation_run WHERE id = ?", Raw::read, id).stream()
                .map(this::run)
                .findFirst();
    }

    private EvaluationRun run(Raw raw) {
        List<EvaluationResult> all = results.of(raw.id(), raw.currency(), false);
        return new EvaluationRun(
                raw.id().toString(),
                raw.state(),
                raw.startedAt(),
                raw.endedAt(),
                raw.startedBy(),
                raw.limit(),
                new Cost(results.spent(raw.id()), raw.currency()),
                all.size(),
                (int) all.stream()
                        .filter(result -> result.status() == Status.DONE || result.status() == Status.FAILED)
                        .count(),
                (int) all.stream()
                        .filter(result -> result.status() == Status.LEFT_OUT)
                        .count(),
                raw.variants(),
                Sums.of(all, raw.variants().size(), raw.currency()));
    }

    private record Raw(
            UUID id,
            State state,
            Instant startedAt,
            Optional<Instant> endedAt,
            String startedBy,
            Currency currency,
            Optional<Cost> limit,
            List<Side> variants) {

        static Raw read(ResultSet row) throws SQLException {
            Currency currency = Currency.getInstance(row.getString("currency"));
            var limit = Sql.optionalLong(row, "limit_nanos");
            return new Raw(
                    row.getObject("id", UUID.class),
                    State.valueOf(
                            row.getString("state").toUpperCase(Locale.ROOT).replace('-', '_')),
                    Sql.instant(row, "started_at"),
                    Sql.optionalInstant(row, "ended_at"),
                    row.getString("started_by"),
                    currency,
                    limit.isPresent() ? Optional.of(new Cost(limit.getAsLong(), currency)) : Optional.empty(),
                    sides(Lines.list(row.getString("variants")), Lines.list(row.getString("labels"))));
        }

        private static List<Side> sides(List<String> variants, List<String> labels) {
            List<Side> sides = new ArrayList<>();
            for (int i = 0; i < variants.size(); i++) {
                Variant variant = VariantLine.read(variants.get(i));
                sides.add(new Side(variant, labels.get(i)));
            }
            return sides;
        }
    }
}
