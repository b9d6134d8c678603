package erp.assistant.impl.prompt;

import erp.assistant.record.Importance;
import java.util.Comparator;
import java.util.List;

/**
 * What is sent or left out as a whole: a single value, or a row with all its values.
 *
 * @param json the one entry, or the row as a list; written once, for it is weighed before it is sent
 * @param rows the id of the rows that it is one of, or empty
 * @param score how well it fits the question
 * @param order its place in the record
 */
record Item(List<Entry> entries, String json, String rows, Importance importance, int score, int order) {

    /** What is kept first: identity, facts, what was asked about, the rest; the most fitting first in each. */
    static final Comparator<Item> KEPT_FIRST = Comparator.comparingInt(Item::keepRank)
            .thenComparing(Comparator.comparingInt(Item::score).reversed())
            .thenComparingInt(Item::order);

    /** What is told first: identity, what was asked about, facts, the rest. */
    static final Comparator<Item> TOLD_FIRST = Comparator.comparing((Item item) -> !item.identity())
            .thenComparing(Comparator.comparingInt(Item::score).reversed())
            .thenComparing(Item::importance)
            .thenComparingInt(Item::order);

    Item {
        entries = List.copyOf(entries);
    }

    static Item of(List<Entry> entries, String rows, Importance importance, int score, int order) {
        return new Item(entries, json(entries, !rows.isEmpty()), rows, importance, score, order);
    }

    boolean identity() {
        return importance == Importance.IDENTITY;
    }

    boolean row() {
        return !rows.isEmpty();
    }

    private static String json(List<Entry> entries, boolean row) {
        if (!row) {
            return entries.get(0).json();
        }
        StringBuilder out = new StringBuilder("[");
        for (Entry entry : entries) {
            entry.append(out.length() == 1 ? out : out.append(','));
        }
        return out.append(']').toString();
    }

    private int keepRank() {
        return switch (importance) {
            case IDENTITY -> 0;
            case FACT -> 1;
            case NORMAL, DETAIL -> score > 0 ? 2 : importance == Importance.NORMAL ? 3 : 4;
        };
    }
}
