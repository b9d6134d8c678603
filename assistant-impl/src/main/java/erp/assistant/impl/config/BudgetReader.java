package erp.assistant.impl.config;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Reads the month's budgets. */
final class BudgetReader {

    /** What nobody's own key begins with, so that a slip in a key is no budget that never bounds anything. */
    private static final String PREFIX = "assistant.budget.";

    private BudgetReader() {}

    static BudgetLimits read(ConfigReading in) {
        Map<BudgetScope, Map<String, Long>> named = new EnumMap<>(BudgetScope.class);
        named.put(BudgetScope.ORGANISATION, in.named(ConfigKey.BUDGET_ORGANISATION, BudgetReader::amount));
        named.put(BudgetScope.DEPARTMENT, in.named(ConfigKey.BUDGET_DEPARTMENT, BudgetReader::amount));
        named.put(BudgetScope.USER, in.named(ConfigKey.BUDGET_USER, BudgetReader::amount));
        named.put(BudgetScope.CAPABILITY, in.named(ConfigKey.BUDGET_CAPABILITY, BudgetReader::amount));
        in.refuseUnknown(PREFIX);
        return new BudgetLimits(
                in.value(ConfigKey.BUDGET_MONTHLY, ConfigReading::nanos),
                in.value(ConfigKey.BUDGET_PER_USER, ConfigReading::nanos),
                named,
                in.value(ConfigKey.BUDGET_ENFORCEMENT, text -> either(text, "hard", "warn")),
                in.value(ConfigKey.BUDGET_UNPRICED, text -> either(text, "allow", "refuse")),
                in.value(ConfigKey.BUDGET_AT_LIMIT, BudgetStep::list));
    }

    private static long amount(String text) {
        Optional<Long> nanos = ConfigReading.nanos(text);
        return nanos.orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static boolean either(String text, String yes, String no) {
        if (!text.equals(yes) && !text.equals(no)) {
            throw new IllegalArgumentException(text);
        }
        return text.equals(yes);
    }
}
