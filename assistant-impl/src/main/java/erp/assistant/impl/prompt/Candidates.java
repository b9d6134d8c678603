package erp.assistant.impl.prompt;

import erp.assistant.RecordContext.LeftOut;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Importance;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All that a record has to tell, cleaned and scored, before it is known what fits. */
final class Candidates {

    private final Wording wording;
    private final Relevance relevance;
    private final List<Item> items = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    Candidates(BusinessRecord record, Wording wording, Relevance relevance) {
        this.wording = wording;
        this.relevance = relevance;
        record.fields().forEach(field -> addField(field.id(), field, ""));
        record.rows().forEach(this::addRows);
    }

    List<Item> items() {
        return items;
    }

    /** Secrets, and the ends of texts that are too long. */
    List<LeftOut> leftOut() {
        return leftOut;
    }

    private void addField(String id, Field field, String group) {
        List<Entry> entries = entries(id, field, group);
        if (!entries.isEmpty()) {
            add(entries, "", group.isEmpty() ? field.importance() : Importance.FACT);
        }
    }

    private void addRows(Rows rows) {
        String group = DataText.label(rows.label());
        rows.totals().forEach(total -> addField(rows.id() + "." + total.id(), total, group));
        for (Rows.Row row : rows.rows()) {
            List<Entry> cells = new ArrayList<>();
            row.cells()
                    .forEach(cell -> cells.addAll(entries(rows.id() + "." + row.key() + "." + cell.id(), cell, group)));
            if (!cells.isEmpty()) {
                add(cells, rows.id(), importance(row));
            }
        }
    }

    /** A row is as important as its most important cell, but never the record's identity. */
    private static Importance importance(Rows.Row row) {
        return row.cells().stream()
                .map(cell -> cell.importance() == Importance.IDENTITY ? Importance.FACT : cell.importance())
                .min(Comparator.naturalOrder())
                .orElse(Importance.DETAIL);
    }

    private void add(List<Entry> entries, String rows, Importance importance) {
        int score = 0;
        for (Entry entry : entries) {
            score += relevance.of(entry.id(), entry.label(), entry.group(), entry.readable());
        }
        items.add(Item.of(entries, rows, importance, score, items.size()));
    }

    /** The entry of a field; none if it is a secret or if its id has been used in the record. */
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
