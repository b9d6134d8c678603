package erp.assistant.impl.ledger;

import erp.assistant.impl.config.BudgetScope;
import erp.assistant.report.EvaluationRuns;
import java.util.Comparator;
import java.util.Locale;

/**
 * Names one budget. Its order is the one in which rows are locked, by all servers, so that no two wait for each other.
 *
 * @param name without line breaks, and no longer than the ledger stores it; empty for the company
 */
record BudgetKey(BudgetScope scope, String name) implements Comparable<BudgetKey> {

    static final BudgetKey COMPANY = new BudgetKey(BudgetScope.COMPANY, "");

    /** A budget of its own: what is tried out is not taken from people, departments and record types. */
    static final BudgetKey EVALUATION = new BudgetKey(BudgetScope.CAPABILITY, EvaluationRuns.ACTION);

    private static final Comparator<BudgetKey> ORDER =
            Comparator.comparing(BudgetKey::scope).thenComparing(BudgetKey::name);

    private static final int LONGEST_NAME = 200;

    BudgetKey {
        name = name.replace('\n', ' ').replace('\0', ' ');
        if (name.length() > LONGEST_NAME) {
            name = name.substring(0, LONGEST_NAME);
        }
    }

    /** Reads what {@link #line} wrote. */
    static BudgetKey ofLine(String line) {
        int blank = line.indexOf(' ');
        return new BudgetKey(
                BudgetScope.valueOf(line.substring(0, blank).toUpperCase(Locale.ROOT)), line.substring(blank + 1));
    }

    String line() {
        return scope.word() + " " + name;
    }

    /** In a sentence. */
    String words() {
        return scope == BudgetScope.COMPANY ? "the company's budget" : "the budget of " + line();
    }

    @Override
    public int compareTo(BudgetKey other) {
        return ORDER.compare(this, other);
    }
}
