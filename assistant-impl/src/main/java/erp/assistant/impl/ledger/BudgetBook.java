package erp.assistant.impl.ledger;

import erp.assistant.impl.fault.BudgetReached;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Opens attempts within the budgets that they concern: an attempt's row and what it holds of budgets are one transaction, or
 * neither is there. Blocks on the database; safe for use by many threads and servers.
 */
final class BudgetBook {

    /** Of the database for a transaction that lost against another: deadlock, serialisation, waited too long for a lock. */
    private static final Set<String> LOST = Set.of("40001", "40P01", "HYT00");

    private static final int TRIES = 10;

    private static final System.Logger LOG = System.getLogger("erp.assistant.budget");

    /** Models, of which there are few, that were told of. */
    private final Set<String> unpriced = ConcurrentHashMap.newKeySet();

    private final AttemptTable attempts;
    private final BudgetTable budgets;
    private final BudgetWarnings warnings;

    BudgetBook(AttemptTable attempts, BudgetTable budgets, BudgetWarnings warnings) {
        this.attempts = attempts;
        this.budgets = budgets;
        this.warnings = warnings;
    }

    /**
     * Writes the attempt's row and holds its upper bound.
     *
     * @param unpricedAllowed whether an attempt without an upper bound may be made where there is a hard budget
     * @param last whether nothing cheaper is tried after it, so that a refusal means that a budget has come to its end
     * @throws BudgetReached if a hard budget has no room; nothing is written then
     */
    OpenAttempt open(Attempt attempt, Claims claims, boolean unpricedAllowed, boolean last) throws SQLException {
        if (claims.isEmpty()) {
            return attempts.insert(attempt);
        }
        if (claims.hard() && attempt.reserved().isEmpty() && !unpricedAllowed) {
            tell(attempt.provider() + "/" + attempt.requestedModel());
            throw BudgetReached.unpriced(attempt.provider(), attempt.requestedModel());
        }
        for (int i = 1; ; i++) {
            try {
                return attempts.insert(attempt, claims);
            } catch (NoRoomException e) {
                if (!budgets.make(claims)) {
                    if (last) {
                        warnings.refused(claims, e.key());
                    }
                    throw BudgetReached.noRoom(e.key().words(), claims.resetDate());
                }
            } catch (SQLException e) {
                if (i == TRIES || !LOST.contains(e.getSQLState())) {
                    throw e;
                }
            }
        }
    }

    private void tell(String model) {
        if (unpriced.add(model)) {
            LOG.log(
                    Level.WARNING,
                    "{0} is not asked: it has no known price, and there is a hard budget. Give it a price (assistant.prices.file),"
                            + " or set assistant.budget.unpriced to allow.",
                    model);
        }
    }
}
