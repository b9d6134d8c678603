package erp.assistant.impl.record;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import java.util.List;

/**
 * Takes the values of secret fields out of a record.
 *
 * <p>The fields stay, without value, so that the asker can be told that they are never sent. The prompt leaves out secret
 * fields by itself; this is the second lock on the same door.
 */
final class Secrets {

    private Secrets() {}

    static BusinessRecord blank(BusinessRecord record) {
        return new BusinessRecord(
                record.ref(),
                record.label(),
                record.version(),
                record.asOf(),
                record.organisation(),
                blank(record.fields()),
                record.rows().stream().map(Secrets::blank).toList(),
                record.actions());
    }

    private static Rows blank(Rows rows) {
        return new Rows(
                rows.id(),
                rows.label(),
                rows.rows().stream()
                        .map(row -> new Rows.Row(row.key(), blank(row.cells())))
                        .toList(),
                rows.total(),
                blank(rows.totals()));
    }

    private static List<Field> blank(List<Field> fields) {
        return fields.stream().map(Secrets::blank).toList();
    }

    private static Field blank(Field field) {
        return field.sensitivity() == Sensitivity.SECRET
                ? new Field(field.id(), field.label(), new Value.Missing(), field.sensitivity(), field.importance())
                : field;
    }
}
