package erp.assistant.web;

import erp.assistant.FormValue;
import erp.assistant.Question;
import erp.assistant.record.Asker;
import erp.assistant.record.RecordRef;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The body of {@code POST /answers}.
 *
 * @param language a BCP 47 tag, or empty
 * @param conversation what an earlier answer's {@code meta} said, or empty
 */
record AskRequest(
        String question,
        String recordType,
        String recordId,
        String action,
        String language,
        List<FormInput> formValues,
        boolean again,
        String conversation) {

    /** A label and what was typed under it, as sent. */
    record FormInput(String label, String value) {}

    private static final String EXAMPLE =
            "{\"question\": \"Why is this order late?\", \"record\": {\"type\": \"sales-order\", \"id\": \"4711\"}}";

    /** Reads and parses the body. */
    static AskRequest read(InputStream body) throws IOException {
        return parse(JsonBody.text(body, "Ask a question of at most " + Question.MAX_LENGTH + " characters."));
    }

    /** Parses the body; says what is wrong with it in words that help to mend it. */
    static AskRequest parse(String body) {
        JsonBody json = JsonBody.parse(body, EXAMPLE);
        JsonBody record = json.object("record");
        return new AskRequest(
                json.required("question"),
                record.required("type"),
                record.required("id"),
                json.optional("action"),
                json.optional("language"),
                json.objects("formValues").stream()
                        .map(typed -> new FormInput(typed.required("label"), typed.optional("value")))
                        .toList(),
                json.optionalFlag("again"),
                json.optional("conversation"));
    }

    Question question(Asker asker) {
        try {
            List<FormValue> typed = formValues.stream()
                    .map(input -> new FormValue(input.label(), input.value()))
                    .toList();
            return new Question(
                    asker, question, new RecordRef(recordType, recordId), action, typed, again, conversation);
        } catch (IllegalArgumentException e) {
            throw JsonBody.invalid("The request is not valid: " + e.getMessage() + ".");
        }
    }
}
