package erp.assistant.impl.ledger;

import erp.assistant.impl.sql.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Brings budgets in line with costs that were changed after their attempts were settled, as by a re-rating. */
final class BudgetRecharge {

    private static final int BATCH = 500;

    private static final String OFF = """
            SELECT c.call_id, c.attempt_no, c.month_key, c.currency, c.budgets, c.nanos, a.cost_nanos
            FROM attempt a JOIN budget_charge c ON c.call_id = a.call_id AND c.attempt_no = a.attempt_no
            WHERE a.sent_at >= ? AND a.sent_at < ? AND c.settled AND a.cost_nanos <> c.nanos
            ORDER BY c.call_id, c.attempt_no FETCH FIRST %d ROWS ONLY""".formatted(BATCH);

    private record Row(BudgetKey key, String month, String currency) implements Comparable<Row> {
        @Override
        public int compareTo(Row other) {
            int byKey = key.compareTo(other.key);
            return byKey != 0 ? byKey : (month + currency).compareTo(other.month + other.currency);
        }
    }

    private record Off(AttemptId id, Charge charge, long cost) {}

    private final Database database;

    BudgetRecharge(Database database) {
        this.database = database;
    }

    /** Charges the attempts of a span of time what they have cost by now, in bounded batches; may be repeated. */
    void run(Instant from, Instant to) throws SQLException {
        int seen;
        do {
            seen = database.transaction(statements -> batch(statements, from, to));
        } while (seen == BATCH);
    }

    private static int batch(Statements statements, Instant from, Instant to) throws SQLException {
        List<Off> off = statements.query(
                OFF,
                row -> new Off(
                        new AttemptId(row.getObject("call_id", UUID.class), row.getInt("attempt_no")),
                        new Charge(
                                row.getString("month_key"),
                                row.getString("currency"),
                                Charge.keys(row.getString("budgets")),
                                row.getLong("nanos")),
                        row.getLong("cost_nanos")),
                from,
                to);
        int[] changed = statements.updateAll(
                "UPDATE budget_charge SET nanos = ? WHERE call_id = ? AND attempt_no = ? AND nanos = ?",
                off.stream()
                        .map(each -> new Object[] {
                            each.cost(),
                            each.id().call(),
                            each.id().number(),
                            each.charge().nanos()
                        })
                        .toList());
        SortedMap<Row, Long> more = new TreeMap<>();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] == 1) {
                Charge charge = off.get(i).charge();
                long difference = off.get(i).cost() - charge.nanos();
                charge.keys()
                        .forEach(key ->
                                more.merge(new Row(key, charge.month(), charge.currency()), difference, Long::sum));
            }
        }
        List<Object[]> rows = new ArrayList<>();
        more.forEach((row, nanos) -> rows.add(new Object[] {
            nanos,
            row.month(),
            row.currency(),
            row.key().scope().word(),
            row.key().name()
        }));
        int[] unused = statements.updateAll(
                "UPDATE budget SET spent_nanos = spent_nanos + ?"
                        + " WHERE month_key = ? AND currency = ? AND scope = ? AND name = ?",
                rows);
        return off.size();
    }
}
