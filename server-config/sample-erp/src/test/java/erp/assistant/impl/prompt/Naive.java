package erp.assistant.impl.prompt;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** What a prompt would be made of that holds a record as its JSON: every field and every row, by name. */
public final class Naive {

    private static final PlainValues PLAIN = new PlainValues(ZoneId.of("Europe/Berlin"));

    private Naive() {}

    public static String dump(BusinessRecord record) {
        String rows = record.rows().stream()
                .map(group -> Json.string(group.id())
                        + ":["
                        + group.rows().stream()
                                .map(row -> "{\"key\":" + Json.string(row.key()) + "," + fields(row.cells()) + "}")
                                .collect(Collectors.joining(","))
                        + "]")
                .collect(Collectors.joining(","));
        return "{" + fields(record.fields()) + "," + rows + "}";
    }

    private static String fields(List<Field> fields) {
        return fields.stream()
                .map(field -> Json.string(field.id()) + ":" + Json.string(PLAIN.of(field.value())))
                .collect(Collectors.joining(","));
    }
}
