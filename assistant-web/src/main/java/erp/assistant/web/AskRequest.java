package erp.assistant.web;

import erp.assistant.FormValue;
import erp.assistant.Question;
import erp.assistant.record.Asker;
import erp.assistant.record.ListQuery;
import erp.assistant.record.RecordRef;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * The body of {@code POST /answers}.
 *
 * @param recordId empty for a question about a list
 * @param language a BCP 47 tag, or empty
 * @param conversation what an earlier answer's {@code meta} said, or empty
 * @param list which rows of the list of {@code recordType} it is about
 */
record AskRequest(
        String question,
        String recordType,
        String recordId,
        String action,
        String language,
        List<FormInput> formValues,
        boolean again,
        String conversation,
        Optional<ListQuery> list) {

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
        Optional<ListBody> list = json.has("list") ? Optional.of(ListBody.of(json.object("list"))) : Optional.empty();
        Optional<JsonBody> record = list.isPresent() ? Optional.empty() : Optional.of(json.object("record"));
        if (list.isPresent() && json.has("record")) {
            throw JsonBody.invalid("The body has a record and a list. A question is about one of them.");
        }
        return new AskRequest(
                json.required("question"),
                list.map(ListBody::type)
                        .or(() -> record.map(of -> of.required("type")))
                        .orElse(""),
                record.map(of -> of.required("id")).orElse(""),
                json.optional("action"),
                json.optional("language"),
                json.objects("formValues").stream()
                        .map(typed -> new FormInput(typed.required("label"), typed.optional("value")))
                        .toList(),
                json.optionalFlag("again"),
                json.optional("conversation"),
                list.map(ListBody::rows));
    }

    Question question(Asker asker) {
        try {
            List<FormValue> typed = formValues.stream()
                    .map(input -> new FormValue(input.label(), input.value()))
                    .toList();
            return new Question(
                    asker, question, new RecordRef(recordType, recordId), action, typed, again, conversation, list);
        } catch (IllegalArgumentException e) {
            throw JsonBody.invalid("The request is not valid: " + e.getMessage() + ".");
        }
    }
}
