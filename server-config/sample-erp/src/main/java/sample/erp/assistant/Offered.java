package sample.erp.assistant;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.QuickAction;
import erp.assistant.record.RecordList;
import java.util.List;
import java.util.stream.Stream;

/** Prepared questions for records whose type and state suggest few: at least three are offered, the type's own first. */
final class Offered {

    private static final int LEAST = 3;

    private static final List<QuickAction> OF_RECORDS = List.of(
            new QuickAction(
                    "attention", "What needs attention?", "What in this record needs attention now, and who can act?"),
            new QuickAction(
                    "draft-message", "Draft a message", "Draft a short message to a colleague about this record."));

    private static final List<QuickAction> OF_LISTS = List.of(
            new QuickAction("summary", "Summarise", "Summarise these rows in three points."),
            new QuickAction("stands-out", "What stands out?", "What stands out in these rows, and why?"));

    private Offered() {}

    static BusinessRecord of(BusinessRecord record) {
        return new BusinessRecord(
                record.ref(),
                record.label(),
                record.version(),
                record.asOf(),
                record.organisation(),
                record.fields(),
                record.rows(),
                filled(record.actions(), OF_RECORDS));
    }

    static RecordList of(RecordList list) {
        return new RecordList(
                list.type(), list.label(), list.about(), list.columns(), filled(list.actions(), OF_LISTS));
    }

    private static List<QuickAction> filled(List<QuickAction> own, List<QuickAction> general) {
        return Stream.concat(own.stream(), general.stream().limit(Math.max(0, LEAST - own.size())))
                .toList();
    }
}
