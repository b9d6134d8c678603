package erp.assistant.impl.prompt;

import erp.assistant.RecordContext.LeftOut;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Importance;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that a record has to tell, cleaned and scored, before it is known what fits.
 *
 * <p>Of rows it takes the columns that name them and those that the question has to do with; of rows that the question has nothing
 * to do with, the first columns, which the ERP holds for the most telling.
 */
final class Candidates {

    private static final int NAMING_COLUMNS = 2;
    private static final int COLUMNS_OF_OTHERS = 6;
    private static final int SET_FLAG = 4;

    private final Wording wording;
    private final Relevance relevance;
    private final boolean everything;
    private final List<Field> fields;
    private final List<Item> items = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Map<String, List<Column>> columns = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();

    /** @param everything whether all columns are taken, whatever is asked */
    Candidates(BusinessRecord record, Wording wording, Relevance relevance, boolean everything) {
        this.wording = wording;
        this.relevance = relevance;
        this.everything = everything;
        this.fields = record.fields();
        fields.forEach(field -> addField(field.id(), field, "", 0));
        record.rows().forEach(this::addRows);
    }

    List<Item> items() {
        return items;
    }

    /** The columns that are told, by the id of their rows. */
    Map<String, List<Column>> columns() {
        return columns;
    }

    /** Secrets, what the asker's role keeps back, columns that were not asked about, and the ends of texts that are too long. */
    List<LeftOut> leftOut() {
        return leftOut;
    }

    private void addField(String id, Field field, String group, int groupScore) {
        for (Entry entry : entries(id, field, group)) {
            int named = relevance.named(id, entry.label());
            int told = relevance.told(entry.readable());
            int related = relevance.related(id, entry.label());
            boolean asked = named + told + groupScore > 0;
            items.add(new Item(
                    List.of(entry),
                    "",
                    "",
                    group.isEmpty() ? field.importance() : Importance.FACT,
                    reach(asked, related),
                    2 * named + told + related + groupScore,
                    items.size(),
                    nothing(field.value())));
        }
    }

    private static boolean nothing(Value value) {
        if (value instanceof Value.Money money) {
            return money.amount().signum() == 0;
        } else if (value instanceof Value.Quantity quantity) {
            return quantity.number().signum() == 0;
        } else if (value instanceof Value.Percent percent) {
            return percent.percent().signum() == 0;
        }
        return value instanceof Value.Missing;
    }

    private void addRows(Rows rows) {
        String group = DataText.label(rows.label());
        int groupScore = relevance.named(rows.id(), group);
        rows.totals().forEach(total -> addTotal(rows, total, group, Math.min(1, groupScore)));
        Map<String, Integer> scores = new LinkedHashMap<>();
        List<Column> chosen = chosen(rows, group, groupScore, scores);
        columns.put(rows.id(), chosen);
        Set<String> taken = new HashSet<>();
        chosen.forEach(column -> taken.add(column.id()));
        boolean someByKey = rows.rows().stream().anyMatch(row -> relevance.told(row.key()) > 0);
        for (Rows.Row row : rows.rows()) {
            addRow(rows, row, group, someByKey ? 0 : groupScore, !someByKey, scores, taken);
        }
    }

    /** A total that a field has told already, in the same words or the same amount of money, is not told again. */
    private void addTotal(Rows rows, Field total, String group, int groupScore) {
        String id = rows.id() + "." + total.id();
        if (fields.stream().anyMatch(field -> sameAs(total, field))) {
            leftOut.add(new LeftOut(id, DataText.label(total.label()), Selection.TOLD));
        } else {
            addField(id, total, group, groupScore);
        }
    }

    private boolean sameAs(Field total, Field field) {
        boolean sameMoney = total.value() instanceof Value.Money && !nothing(total.value());
        return field.value().equals(total.value())
                && wording.permits(field)
                && field.sensitivity() == total.sensitivity()
                && (sameMoney || field.label().equals(total.label()));
    }

    /** @param byColumns whether its columns can make a row one that is asked about; if rows are named, only their names do */
    private void addRow(
            Rows rows,
            Rows.Row row,
            String group,
            int groupScore,
            boolean byColumns,
            Map<String, Integer> scores,
            Set<String> taken) {
        List<Entry> cells = new ArrayList<>();
        int told = relevance.told(row.key());
        int columnScore = 0;
        boolean named = false;
        for (Field cell : row.cells()) {
            if (!taken.contains(cell.id())) {
                continue;
            }
            for (Entry entry : entries(rows.id() + "." + row.key() + "." + cell.id(), cell, group)) {
                cells.add(entry);
                told += relevance.told(entry.readable());
            }
            int score = byColumns || told > 0 ? scores.getOrDefault(cell.id(), 0) : 0;
            named |= score > 1;
            columnScore += score + (score > 0 && cell.value() instanceof Value.Flag flag && flag.yes() ? SET_FLAG : 0);
        }
        if (!cells.isEmpty()) {
            items.add(new Item(
                    cells,
                    rows.id(),
                    row.key(),
                    importance(row),
                    reach(named || told > 0 || groupScore > 0, columnScore),
                    groupScore + columnScore + 2 * told,
                    items.size(),
                    false));
        }
    }

    /** A row is as important as its most important cell, but never the record's identity. */
    private static Importance importance(Rows.Row row) {
        return row.cells().stream()
                .map(cell -> cell.importance() == Importance.IDENTITY ? Importance.FACT : cell.importance())
                .min(Comparator.naturalOrder())
                .orElse(Importance.DETAIL);
    }

    /** The columns that are told; what is known about them goes into the scores. */
    private List<Column> chosen(Rows rows, String group, int groupScore, Map<String, Integer> scores) {
        List<Column> all = Column.of(rows);
        for (Column column : all) {
            int named = relevance.named(column.id(), column.label());
            scores.put(column.id(), 2 * named + relevance.related(column.id(), column.label()));
        }
        boolean anyFits = scores.values().stream().anyMatch(score -> score > 0);
        List<Column> chosen = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Column column = all.get(i);
            boolean fits = scores.getOrDefault(column.id(), 0) > 0;
            int first = anyFits ? NAMING_COLUMNS : groupScore > 0 ? all.size() : COLUMNS_OF_OTHERS;
            boolean empty = scores.getOrDefault(column.id(), 0) < 2 && isEmpty(rows, column);
            if (everything || (!empty && (column.fact() || fits || i < first))) {
                chosen.add(column);
            } else {
                leftOut.add(
                        new LeftOut(rows.id() + "." + column.id(), group + ": " + column.label(), Selection.NOT_ASKED));
            }
        }
        return chosen;
    }

    private static boolean isEmpty(Rows rows, Column column) {
        return rows.rows().stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.id().equals(column.id()))
                .allMatch(cell -> cell.value() instanceof Value.Missing);
    }

    private static Reach reach(boolean asked, int related) {
        return asked ? Reach.ASKED : related > 0 ? Reach.RELATED : Reach.REST;
    }

    /** The entry of a field; none if it may not be sent or if its id has been used in the record. */
    private List<Entry> entries(String id, Field field, String group) {
        String label = DataText.label(field.label());
        if (field.sensitivity() == Sensitivity.SECRET) {
            leftOut.add(new LeftOut(id, label, Selection.SECRET));
            return List.of();
        }
        if (!wording.permits(field)) {
            leftOut.add(new LeftOut(id, label, Selection.CONFIDENTIAL));
            return List.of();
        }
        if (!ids.add(id)) {
            leftOut.add(new LeftOut(id, label, Selection.SAME_ID));
            return List.of();
        }
        Entry entry = wording.entry(id, label, group, field);
        if (entry.readable().endsWith(DataText.CUT)) {
            leftOut.add(new LeftOut(id, label, Selection.CUT));
        }
        return List.of(entry);
    }
}
