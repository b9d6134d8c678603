package erp.assistant.impl;

import erp.assistant.RecordContext;
import erp.assistant.RecordContext.Link;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the records that the values of a record name. */
final class Links {

    private Links() {}

    /** Adds the links of what would be sent; a value that stays here takes its link with it. */
    static RecordContext add(RecordContext context, BusinessRecord record) {
        Set<String> sent = context.fields().stream().map(RecordContext.Sent::id).collect(Collectors.toSet());
        List<Link> links = new ArrayList<>();
        record.fields().forEach(field -> add(links, "", field));
        for (Rows rows : record.rows()) {
            rows.rows()
                    .forEach(row -> row.cells().forEach(cell -> add(links, rows.id() + "." + row.key() + ".", cell)));
        }
        return context.withLinks(
                links.stream().filter(link -> sent.contains(link.field())).toList());
    }

    private static void add(List<Link> links, String prefix, Field field) {
        field.link().ifPresent(record -> links.add(new Link(prefix + field.id(), record)));
    }
}
