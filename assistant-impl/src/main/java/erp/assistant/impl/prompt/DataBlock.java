package erp.assistant.impl.prompt;

import erp.assistant.record.BusinessRecord;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The user's part of a prompt: the record as one delimited block of JSON, then today's date, what the user has typed into a form
 * as a block of its own without ids, and the question.
 *
 * <p>It holds the day, never the time, at which the record was read, and not the record's version: a prompt that differs although
 * nothing differs that is told is never repeated, and no cache could answer it.
 */
record DataBlock(
        BusinessRecord record,
        String label,
        ZoneId zone,
        LocalDate today,
        String question,
        List<TypedValue> formValues) {

    String with(Selection selection) {
        return data(selection) + "\n\n"
                + "Today is " + today + ".\n\n"
                + form()
                + "<question>\n" + question + "\n</question>";
    }

    /** The record alone. */
    String data(Selection selection) {
        String fields = selection.fields().stream()
                .map(item -> item.entries().get(0).json())
                .collect(Collectors.joining(",\n"));
        String groups = selection.groups().stream().map(Group::json).collect(Collectors.joining(",\n"));
        return "<record_data>\n"
                + "{\"record\":" + Json.string(label)
                + ",\"type\":" + Json.string(record.ref().type())
                + ",\"asOf\":" + Json.string(asOf().toString())
                + ",\"fields\":[\n" + fields + "\n],\"rows\":[\n" + groups + "\n]}\n"
                + "</record_data>";
    }

    private String form() {
        if (formValues.isEmpty()) {
            return "";
        }
        return formValues.stream()
                .map(TypedValue::json)
                .collect(Collectors.joining(",\n", "<form_input>\n[\n", "\n]\n</form_input>\n\n"));
    }

    LocalDate asOf() {
        return LocalDate.ofInstant(record.asOf(), zone);
    }
}
