package erp.assistant.impl.config;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The month's budgets. All amounts are in 10<sup>-9</sup> units of the company's currency.
 *
 * @param company of all together
 * @param perUser of each person who has none by name
 * @param named by scope and name; not of the company
 * @param hard whether nothing is sent that could exceed a budget; else they are only watched
 * @param unpricedAllowed whether models without a known price may be asked under a hard budget
 * @param atLimit what is tried before a question is refused
 */
public record BudgetLimits(
        Optional<Long> company,
        Optional<Long> perUser,
        Map<BudgetScope, Map<String, Long>> named,
        boolean hard,
        boolean unpricedAllowed,
        List<BudgetStep> atLimit) {

    /** No budget at all. */
    public static final BudgetLimits NONE =
            new BudgetLimits(Optional.empty(), Optional.empty(), Map.of(), true, false, List.of());

    public BudgetLimits {
        EnumMap<BudgetScope, Map<String, Long>> copy = new EnumMap<>(BudgetScope.class);
        named.forEach((scope, limits) -> copy.put(scope, Map.copyOf(limits)));
        named = Map.copyOf(copy);
        atLimit = List.copyOf(atLimit);
    }

    /** The budget of that name, if there is one. */
    public Optional<Long> limit(BudgetScope scope, String name) {
        if (scope == BudgetScope.COMPANY) {
            return company;
        }
        Optional<Long> own = Optional.ofNullable(named(scope).get(name));
        return own.isEmpty() && scope == BudgetScope.USER ? perUser : own;
    }

    /** Those that are configured by name. */
    public Map<String, Long> named(BudgetScope scope) {
        return named.getOrDefault(scope, Map.of());
    }

    /** Whether any is configured. */
    public boolean any() {
        return company.isPresent()
                || perUser.isPresent()
                || named.values().stream().anyMatch(limits -> !limits.isEmpty());
    }
}
