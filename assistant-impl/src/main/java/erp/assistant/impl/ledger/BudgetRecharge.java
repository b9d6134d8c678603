package erp.assistant.impl.ledger;

import erp.assistant.impl.sql.Statements;
import erp.assistant.impl.sql.Statements.Elements;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Brings budgets in line with costs that are changed after their attempts were settled, as by a re-rating: a part of the transaction
 * that changes the attempts, whose locks keep everybody else from these charges. The budgets' rows come last, in the order of
 * their keys.
 */
final class BudgetRecharge {

    /** An attempt without a known price keeps the charge that it has. */
    private static final String OFF = """
            FROM UNNEST(CAST(? AS uuid ARRAY), CAST(? AS integer ARRAY), CAST(? AS bigint ARRAY))
              AS change (call_id, attempt_no, cost_after)
            JOIN budget_charge c ON c.call_id = change.call_id AND c.attempt_no = change.attempt_no
            WHERE c.settled AND c.nanos <> change.cost_after""";

    private static final String MORE = """
            SELECT c.month_key, c.currency, c.budgets, SUM(change.cost_after - c.nanos) AS more
            %s GROUP BY c.month_key, c.currency, c.budgets""".formatted(OFF);

    private static final String CHARGE = """
            MERGE INTO budget_charge USING (SELECT c.call_id, c.attempt_no, change.cost_after %s) AS off
            ON budget_charge.call_id = off.call_id AND budget_charge.attempt_no = off.attempt_no
            WHEN MATCHED THEN UPDATE SET nanos = off.cost_after""".formatted(OFF);

    private static final String SPEND = """
            UPDATE budget SET spent_nanos = spent_nanos + ? WHERE month_key = ? AND currency = ? AND scope = ? AND name = ?""";

    private record Row(BudgetKey key, String month, String currency) implements Comparable<Row> {
        @Override
        public int compareTo(Row other) {
            int byKey = key.compareTo(other.key);
            return byKey != 0 ? byKey : (month + currency).compareTo(other.month + other.currency);
        }
    }

    private BudgetRecharge() {}

    /**
     * Charges attempts what they cost now.
     *
     * @param calls of the attempts
     * @param numbers of the attempts, in the same order
     * @param costs of the attempts, in the same order; null if unpriced
     */
    static void run(Statements statements, Elements calls, Elements numbers, Elements costs) throws SQLException {
        SortedMap<Row, Long> more = new TreeMap<>();
        statements.visit(
                MORE,
                row -> {
                    for (BudgetKey key : Charge.keys(row.getString("budgets"))) {
                        more.merge(
                                new Row(key, row.getString("month_key"), row.getString("currency")),
                                row.getLong("more"),
                                Math::addExact);
                    }
                },
                calls,
                numbers,
                costs);
        if (more.isEmpty()) {
            return;
        }
        statements.update(CHARGE, calls, numbers, costs);
        List<Object[]> rows = more.entrySet().stream()
                .map(entry -> new Object[] {
                    entry.getValue(),
                    entry.getKey().month(),
                    entry.getKey().currency(),
                    entry.getKey().key().scope().word(),
                    entry.getKey().key().name()
                })
                .toList();
        statements.updateAll(SPEND, rows);
    }
}
