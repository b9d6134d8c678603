package erp.assistant.impl.prompt;

import erp.assistant.FormValue;
import erp.assistant.record.BusinessRecord;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The user's part of a prompt: the record as one delimited block of JSON, then today's date, what the user has typed into a form
 * as a block of its own without ids, and the question.
 *
 * <p>It holds the day, never the time, at which the record was read: a prompt that differs each second is never repeated, and no
 * cache could answer it.
 */
record DataBlock(BusinessRecord record, ZoneId zone, LocalDate today, String question, List<FormValue> formValues) {

    String with(Selection selection) {
        String entries = Stream.concat(
                        selection.sent().stream().map(Item::json),
                        selection.counts().stream().map(Entry::json))
                .collect(Collectors.joining(",\n"));
        return "<record_data>\n"
                + "{\"record\":" + Json.string(label())
                + ",\"type\":" + Json.string(record.ref().type())
                + ",\"version\":" + Json.string(DataText.label(record.version()))
                + ",\"asOf\":" + Json.string(asOf().toString())
                + ",\"entries\":[\n" + entries + "\n]}\n"
                + "</record_data>\n\n"
                + "Today is " + today + ".\n\n"
                + form()
                + "<question>\n" + question + "\n</question>";
    }

    private String form() {
        if (formValues.isEmpty()) {
            return "";
        }
        return formValues.stream()
                .map(typed -> "{\"label\":" + Json.string(DataText.label(typed.label())) + ",\"value\":"
                        + Json.string(DataText.value(typed.value())) + "}")
                .collect(Collectors.joining(",\n", "<form_input>\n[\n", "\n]\n</form_input>\n\n"));
    }

    String label() {
        return DataText.label(record.label());
    }

    LocalDate asOf() {
        return LocalDate.ofInstant(record.asOf(), zone);
    }
}
