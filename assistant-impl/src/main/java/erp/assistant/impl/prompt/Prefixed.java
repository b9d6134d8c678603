package erp.assistant.impl.prompt;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Rows;
import java.util.List;

/** Gives what a look-up found ids of its own, so that each value of the request can be cited: {@code found1rows.4711.dueDate}. */
final class Prefixed {

    private static final int LONGEST = 64;

    private Prefixed() {}

    static BusinessRecord of(BusinessRecord record, String prefix) {
        return new BusinessRecord(
                record.ref(),
                record.label(),
                record.version(),
                record.asOf(),
                record.organisation(),
                record.fields().stream().map(field -> renamed(field, prefix)).toList(),
                record.rows().stream().map(rows -> renamed(rows, prefix)).toList(),
                List.of());
    }

    private static Field renamed(Field field, String prefix) {
        return new Field(
                id(field.id(), prefix),
                field.label(),
                field.value(),
                field.sensitivity(),
                field.importance(),
                field.link());
    }

    private static Rows renamed(Rows rows, String prefix) {
        return new Rows(id(rows.id(), prefix), rows.label(), rows.rows(), rows.total(), rows.totals());
    }

    private static String id(String id, String prefix) {
        String renamed = prefix + id;
        return renamed.substring(0, Math.min(LONGEST, renamed.length()));
    }
}
