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

    /**
     * The columns of rows, in the order in which rows first have them. Where rows call one differently, as {@code Rule CR-01} and {@code
     * Rule CR-02}, it is called by the words that they begin with.
     */
    static List<Column> of(Rows rows) {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (Rows.Row row : rows.rows()) {
            for (Field cell : row.cells()) {
                Column its = new Column(cell.id(), DataText.label(cell.label()), cell.importance() == Importance.FACT);
                columns.merge(cell.id(), its, Column::and);
            }
        }
        return List.copyOf(columns.values());
    }

    private Column and(Column other) {
        String common = label.equals(other.label) ? label : commonWords(label, other.label);
        return new Column(id, common.isEmpty() ? label : common, fact || other.fact);
    }

    private static String commonWords(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        boolean wordEnds = same == one.length() || one.charAt(same) == ' ';
        int end = wordEnds ? same : one.lastIndexOf(' ', same);
        return end <= 0 ? "" : one.substring(0, end).stripTrailing();
    }

    /** The label without what parts one column from the next. */
    String head() {
        return Group.cell(label);
    }
}
