package erp.assistant.impl.ledger;

import erp.assistant.impl.sql.Statements;
import erp.assistant.impl.sql.Statements.Whole;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What attempts hold and spend of budgets: a part of the transactions that open, settle and correct them.
 *
 * <p>Each change of a budget is one conditional statement on its row, which the database serialises, and rows are always taken in
 * the order of their keys, after the attempt's own: so that nothing is overshot, nothing refused that had room, and nobody waits in
 * a circle. One round trip changes all budgets of an attempt.
 */
final class BudgetCharges {

    private static final String ROW = " WHERE month_key = ? AND currency = ? AND scope = ? AND name = ?";

    private static final String HOLD =
            "UPDATE budget SET reserved_nanos = reserved_nanos + ?" + ROW + " AND spent_nanos + reserved_nanos <= ?";

    private static final String SPEND =
            "UPDATE budget SET reserved_nanos = reserved_nanos - ?, spent_nanos = spent_nanos + ?" + ROW;

    private static final String INSERT = """
            INSERT INTO budget_charge (call_id, attempt_no, month_key, currency, budgets, nanos, settled)
            VALUES (?, ?, ?, ?, ?, ?, false)""";

    private static final String OF_ATTEMPT = " WHERE call_id = ? AND attempt_no = ?";

    private BudgetCharges() {}

    /**
     * Holds an amount of each budget for an attempt whose row is in the same transaction.
     *
     * @throws NoRoomException if one has no room, or no row yet; the transaction must be undone then
     */
    static Charge hold(Statements statements, AttemptId id, Claims claims, long nanos) throws SQLException {
        Charge charge = Charge.of(claims, nanos);
        statements.update(
                INSERT,
                id.call(),
                id.number(),
                charge.month(),
                charge.currency(),
                new Whole(Charge.lines(charge.keys())),
                nanos);
        // Last, because others wait for these rows until the commit.
        int[] held = statements.updateAll(
                HOLD,
                charge.keys().stream()
                        .map(key -> new Object[] {
                            nanos,
                            charge.month(),
                            charge.currency(),
                            key.scope().word(),
                            key.name(),
                            claims.most(key, nanos)
                        })
                        .toList());
        for (int i = 0; i < held.length; i++) {
            if (held[i] == 0) {
                throw new NoRoomException(charge.keys().get(i));
            }
        }
        return charge;
    }

    /** Spends of what is held, and gives the rest back. */
    static void settle(Statements statements, AttemptId id, Charge held, long spent) throws SQLException {
        if (!held.keys().isEmpty()) {
            change(statements, id, held, held.nanos(), spent, spent);
        }
    }

    /** Settles by what the database knows, for somebody who has not opened the attempt; with what is held if no cost is known. */
    static void settle(Statements statements, AttemptId id, Optional<Long> cost) throws SQLException {
        List<Held> found = find(statements, id);
        if (!found.isEmpty()) {
            Held held = found.get(0);
            Charge charge = held.charge();
            long spent = cost.orElse(charge.nanos());
            if (held.settled()) {
                change(statements, id, charge, 0, spent - charge.nanos(), spent);
            } else {
                change(statements, id, charge, charge.nanos(), spent, spent);
            }
        }
    }

    /**
     * Enters a new state of a charge.
     *
     * @param released of what is held
     * @param more that is spent
     * @param whole that the attempt has spent now
     */
    private static void change(Statements statements, AttemptId id, Charge charge, long released, long more, long whole)
            throws SQLException {
        statements.update(
                "UPDATE budget_charge SET nanos = ?, settled = true" + OF_ATTEMPT, whole, id.call(), id.number());
        statements.updateAll(
                SPEND,
                charge.keys().stream()
                        .map(key -> new Object[] {
                            released,
                            more,
                            charge.month(),
                            charge.currency(),
                            key.scope().word(),
                            key.name()
                        })
                        .toList());
    }

    private record Held(Charge charge, boolean settled) {}

    private static List<Held> find(Statements statements, AttemptId id) throws SQLException {
        return statements.query(
                "SELECT month_key, currency, budgets, nanos, settled FROM budget_charge" + OF_ATTEMPT + " FOR UPDATE",
                row -> new Held(
                        new Charge(
                                row.getString("month_key"),
                                row.getString("currency"),
                                Charge.keys(row.getString("budgets")),
                                row.getLong("nanos")),
                        row.getBoolean("settled")),
                id.call(),
                id.number());
    }
}
