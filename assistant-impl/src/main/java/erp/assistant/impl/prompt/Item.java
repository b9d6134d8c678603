package erp.assistant.impl.prompt;

import erp.assistant.record.Importance;
import java.util.Comparator;
import java.util.List;

/**
 * What is sent or left out as a whole: a single value, or a row with its values.
 *
 * @param rows the id of the rows that it is one of, or empty
 * @param key the row's key, or empty
 * @param score how well it fits the question
 * @param order its place in the record
 * @param nothing whether the ERP has no value or zero for it
 */
record Item(
        List<Entry> entries,
        String rows,
        String key,
        Importance importance,
        Reach reach,
        int score,
        int order,
        boolean nothing) {

    /** What is kept first: identity, facts, what fits the question, rows of facts, the rest; the most fitting first in each. */
    static final Comparator<Item> KEPT_FIRST = Comparator.comparingInt(Item::keepRank)
            .thenComparing(Comparator.comparingInt(Item::score).reversed())
            .thenComparing(Item::importance)
            .thenComparingInt(Item::order);

    /** What is told first: identity, what was asked about, facts, the rest. */
    static final Comparator<Item> TOLD_FIRST = Comparator.comparing((Item item) -> !item.identity())
            .thenComparing(Comparator.comparingInt(Item::score).reversed())
            .thenComparing(Item::importance)
            .thenComparingInt(Item::order);

    Item {
        entries = List.copyOf(entries);
    }

    boolean identity() {
        return importance == Importance.IDENTITY;
    }

    /** Whether the ERP computed it to be told, and it came to something. */
    boolean telling() {
        return importance == Importance.FACT && !nothing;
    }

    boolean row() {
        return !rows.isEmpty();
    }

    private int keepRank() {
        return switch (importance) {
            case IDENTITY -> 0;
            // Rows are many: the rules that the ERP applied must not crowd out what was asked.
            case FACT -> row() || nothing ? (score > 0 ? 2 : 3) : 1;
            case NORMAL -> score > 0 ? 2 : 4;
            case DETAIL -> score > 0 ? 2 : 5;
        };
    }
}
