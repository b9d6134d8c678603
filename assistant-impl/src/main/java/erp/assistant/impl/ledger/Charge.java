package erp.assistant.impl.ledger;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one attempt holds of budgets, or has spent of them.
 *
 * @param month such as 2026-11
 * @param currency its code
 * @param keys in the order of locking; none if it concerns no budget
 * @param nanos of each, in 10<sup>-9</sup> units of the currency
 */
record Charge(String month, String currency, List<BudgetKey> keys, long nanos) {

    static final Charge NONE = new Charge("", "", List.of(), 0);

    Charge {
        keys = List.copyOf(keys);
    }

    static Charge of(Claims claims, long nanos) {
        return new Charge(
                claims.month().toString(),
                claims.currency().getCurrencyCode(),
                List.copyOf(claims.limits().keySet()),
                nanos);
    }

    static String lines(Collection<BudgetKey> keys) {
        return keys.stream().map(BudgetKey::line).collect(Collectors.joining("\n"));
    }

    static List<BudgetKey> keys(String lines) {
        return lines.lines().map(BudgetKey::ofLine).toList();
    }
}
