package erp.assistant.impl.prompt;

import erp.assistant.record.Field;
import erp.assistant.record.Importance;
import erp.assistant.record.Rows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A column of rows, as it is told.
 *
 * @param id the id of its cells
 * @param fact whether the ERP computed them to be told
 */
record Column(String id, String label, boolean fact) {

    /** The columns of rows, in the order in which rows first have them. */
    static List<Column> of(Rows rows) {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (Rows.Row row : rows.rows()) {
            for (Field cell : row.cells()) {
                columns.computeIfAbsent(
                        cell.id(),
                        id -> new Column(id, DataText.label(cell.label()), cell.importance() == Importance.FACT));
            }
        }
        return List.copyOf(columns.values());
    }

    String json() {
        return Json.labelled(id, label, "");
    }
}
