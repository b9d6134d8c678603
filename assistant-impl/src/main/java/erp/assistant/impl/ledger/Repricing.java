package erp.assistant.impl.ledger;

import erp.assistant.impl.sql.Statements;
import erp.assistant.impl.sql.Statements.Elements;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Puts new costs of many attempts into the ledger: one statement each for the attempts, their history, their answers and their budgets,
 * however many attempts there are. Blocks the caller.
 */
final class Repricing {

    /** What somebody else has changed since it was read stays as it is. */
    private static final String CHANGE = """
            MERGE INTO attempt USING UNNEST(CAST(? AS uuid ARRAY), CAST(? AS integer ARRAY), CAST(? AS bigint ARRAY),
                CAST(? AS bigint ARRAY), CAST(? AS varchar ARRAY), CAST(? AS varchar ARRAY))
              AS change (call_id, attempt_no, cost_before, cost_after, price_row, rate_row)
            ON attempt.call_id = change.call_id AND attempt.attempt_no = change.attempt_no
              AND attempt.cost_nanos IS NOT DISTINCT FROM change.cost_before
            WHEN MATCHED THEN UPDATE SET cost_nanos = change.cost_after, price_row = change.price_row,
              rate_row = change.rate_row""";

    /** What the cost was before; the rows that made it are in the entry before, if the attempt has one. */
    private static final String ENTER = """
            INSERT INTO settlement (call_id, attempt_no, entry_no, entered_at, reason, outcome, input_tokens, cache_read_tokens,
              cache_write_5m_tokens, cache_write_1h_tokens, cache_write_other_tokens, output_tokens, reasoning_tokens,
              web_searches, service_tier, inference_geo, usage_source, currency, cost_before, cost_after, price_row, rate_row,
              rerating)
            SELECT a.call_id, a.attempt_no,
              (SELECT COALESCE(MAX(s.entry_no), 0) + 1 FROM settlement s
                WHERE s.call_id = a.call_id AND s.attempt_no = a.attempt_no),
              CAST(? AS timestamp(6) with time zone), 'repricing', a.outcome, a.input_tokens, a.cache_read_tokens,
              a.cache_write_5m_tokens, a.cache_write_1h_tokens, a.cache_write_other_tokens, a.output_tokens,
              a.reasoning_tokens, a.web_searches, a.service_tier, a.inference_geo, a.usage_source, a.currency,
              change.cost_before, a.cost_nanos, a.price_row, a.rate_row, CAST(? AS uuid)
            FROM UNNEST(CAST(? AS uuid ARRAY), CAST(? AS integer ARRAY), CAST(? AS bigint ARRAY))
              AS change (call_id, attempt_no, cost_before)
            JOIN attempt a ON a.call_id = change.call_id AND a.attempt_no = change.attempt_no""";

    /** As {@link AnswerTotals} adds them up. */
    private static final String ADD_UP = """
            MERGE INTO answer USING (
              SELECT o.call_id, SUM(CASE WHEN a.currency = o.currency THEN a.cost_nanos END) AS nanos,
                SUM(CASE WHEN a.currency <> o.currency OR a.cost_nanos IS NULL THEN 1 ELSE 0 END) AS unpriced
              FROM UNNEST(CAST(? AS uuid ARRAY)) AS touched (call_id)
              JOIN answer o ON o.call_id = touched.call_id JOIN attempt a ON a.call_id = touched.call_id
              WHERE o.state <> 'open'
              GROUP BY o.call_id) AS total
            ON answer.call_id = total.call_id
            WHEN MATCHED THEN UPDATE SET cost_nanos = total.nanos, unpriced_attempts = total.unpriced""";

    /** The bounds of all spans are multiples of it, in every time zone. */
    private static final Duration SPAN_STEP = Duration.ofMinutes(15);

    /** A new cost of an attempt. */
    record Change(PricedAttempt attempt, Optional<Priced> after) {}

    /** Undoes a transaction in which not every attempt was as it had been read. */
    private static final class Overtaken extends SQLException {
        private static final long serialVersionUID = 1L;
    }

    private final Database database;

    Repricing(DataSource dataSource) {
        this.database = new Database(dataSource);
    }

    /**
     * Changes these attempts, the answers they belong to and the budgets that they are charged to; returns those that it found as they were read. One transaction, or,
     * where somebody else has changed one of them meanwhile, several with a part each.
     */
    List<Change> apply(UUID rerating, List<Change> changes, Instant at) throws SQLException {
        try {
            return database.transaction(statements -> {
                int found = change(statements, changes);
                if (found == 0) {
                    return List.of();
                }
                if (found != changes.size()) {
                    throw new Overtaken();
                }
                enter(statements, rerating, changes, at);
                mark(statements, changes);
                statements.update(
                        ADD_UP,
                        uuids(changes.stream()
                                .map(change -> change.attempt().id().call())
                                .distinct()
                                .toList()));
                BudgetRecharge.run(statements, calls(changes), numbers(changes), after(changes));
                return changes;
            });
        } catch (Overtaken e) {
            int half = changes.size() / 2;
            List<Change> done = new ArrayList<>(apply(rerating, changes.subList(0, half), at));
            done.addAll(apply(rerating, changes.subList(half, changes.size()), at));
            return done;
        }
    }

    private static int change(Statements statements, List<Change> changes) throws SQLException {
        return statements.update(
                CHANGE,
                calls(changes),
                numbers(changes),
                before(changes),
                after(changes),
                each(
                        "text",
                        changes,
                        change -> change.after().map(Priced::priceRow).orElse(null)),
                each(
                        "text",
                        changes,
                        change -> change.after().map(Priced::rateRow).orElse(null)));
    }

    private static void enter(Statements statements, UUID rerating, List<Change> changes, Instant at)
            throws SQLException {
        statements.update(ENTER, at, rerating, calls(changes), numbers(changes), before(changes));
    }

    /** The sums of the spans that the rows are in are out of date. */
    private static void mark(Statements statements, List<Change> changes) throws SQLException {
        Map<Long, Instant> steps = new TreeMap<>();
        for (Change change : changes) {
            Instant sentAt = change.attempt().sentAt();
            steps.put(sentAt.getEpochSecond() / SPAN_STEP.toSeconds(), sentAt);
        }
        statements.updateAll(
                "INSERT INTO rollup_late (mark, row_at) VALUES (?, ?)",
                steps.values().stream()
                        .map(sentAt -> new @Nullable Object[] {UUID.randomUUID(), sentAt})
                        .toList());
    }

    private static Elements calls(List<Change> changes) {
        return uuids(
                changes.stream().map(change -> change.attempt().id().call()).toList());
    }

    private static Elements uuids(List<UUID> values) {
        return new Elements("uuid", values);
    }

    private static Elements numbers(List<Change> changes) {
        return each("int4", changes, change -> change.attempt().id().number());
    }

    private static Elements before(List<Change> changes) {
        return each("int8", changes, change -> change.attempt().cost().orElse(null));
    }

    private static Elements after(List<Change> changes) {
        return each(
                "int8",
                changes,
                change -> change.after().map(priced -> priced.cost().nanos()).orElse(null));
    }

    private static Elements each(
            String type, List<Change> changes, Function<Change, ? extends @Nullable Object> element) {
        List<@Nullable Object> values = new ArrayList<>(changes.size());
        changes.forEach(change -> values.add(element.apply(change)));
        return new Elements(type, values);
    }
}
