package erp.assistant.impl.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is tried, in this order, when a budget has no room for a request. */
public enum BudgetStep {
    /** The small model, where the large one was meant. */
    SMALL_MODEL,
    /** An older answer to the very same prompt. */
    CACHED,
    /** The record's own facts. */
    OFFLINE;

    static final String REFUSE = "refuse";

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads steps in their order, separated by commas, or {@value #REFUSE} for none. */
    static List<BudgetStep> list(String text) {
        if (text.equals(REFUSE)) {
            return List.of();
        }
        List<BudgetStep> steps =
                Arrays.stream(text.split(",", -1)).map(BudgetStep::of).toList();
        if (!steps.equals(steps.stream().distinct().sorted().toList())) {
            throw new IllegalArgumentException(text);
        }
        return steps;
    }

    private static BudgetStep of(String key) {
        return Arrays.stream(values())
                .filter(step -> step.key().equals(key.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key));
    }
}
