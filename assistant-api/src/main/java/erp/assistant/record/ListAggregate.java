package erp.assistant.record;

import java.util.Locale;

/** A figure over all rows that a list's filter lets through, whether they are shown or not. How many they are is always told. */
public enum ListAggregate {
    SUM,
    MIN,
    MAX;

    /** As mappings and tools write it, such as {@code sum}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The id under which a column's figure stands among the totals: the column's own for its sum, as in totals of {@link Rows},
     * {@code dueDateMin} for the least.
     */
    public String idOf(String column) {
        return switch (this) {
            case SUM -> column;
            case MIN -> column + "Min";
            case MAX -> column + "Max";
        };
    }

    /** What the figure is called, such as {@code Due date, earliest or least}. */
    public String labelOf(String label) {
        return switch (this) {
            case SUM -> label + ", sum of all rows";
            case MIN -> label + ", least of all rows";
            case MAX -> label + ", greatest of all rows";
        };
    }
}
