package erp.assistant.web;

import erp.assistant.evaluation.EvaluationCase;
import erp.assistant.evaluation.Expectation;
import erp.assistant.record.RecordRef;
import erp.assistant.report.EvaluationCases.Basis;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The body of {@code POST admin/evaluation/cases}. */
final class CaseRequest {

    private static final String EXAMPLE = "{\"question\": \"Why is it late?\", \"language\": \"en\","
            + " \"record\": {\"type\": \"sales-order\", \"id\": \"4711\"}, \"as\": {\"user\": \"anna\", \"roles\": [\"sales\"]},"
            + " \"expected\": [{\"field\": \"daysLate\"}, {\"value\": \"12\"}]}";
    private static final int NAME_FROM_QUESTION = 80;

    private final JsonBody json;

    private CaseRequest(JsonBody json) {
        this.json = json;
    }

    static CaseRequest read(InputStream body) throws IOException {
        return parse(JsonBody.text(body, "A case has a question of at most 4000 characters."));
    }

    static CaseRequest parse(String body) {
        return new CaseRequest(JsonBody.parse(body, EXAMPLE));
    }

    /** The rated answer that the case is made from, if it is from one. */
    Optional<String> answer() {
        return Optional.of(json.optional("feedback")).filter(id -> !id.isEmpty());
    }

    /** The case; what it does not say of record and person is the answer's. */
    EvaluationCase draft(Optional<Basis> basis) {
        String question = json.required("question").strip();
        String language = Locale.forLanguageTag(json.required("language")).getLanguage();
        try {
            return new EvaluationCase(
                    "new",
                    name(question),
                    Map.of(language, question),
                    record(basis),
                    user(basis),
                    json.has("as") ? Set.copyOf(json.object("as").texts("roles")) : Set.of(),
                    expectations("expected"),
                    expectations("forbidden"),
                    json.optionalFlag("refusal"));
        } catch (IllegalArgumentException e) {
            throw JsonBody.invalid("The case is not valid: " + e.getMessage() + ".");
        }
    }

    private String name(String question) {
        String name = json.optional("name").strip();
        if (!name.isEmpty()) {
            return name;
        }
        String line = question.replaceAll("\\p{Cntrl}+", " ");
        return line.length() > NAME_FROM_QUESTION ? line.substring(0, NAME_FROM_QUESTION) : line;
    }

    private RecordRef record(Optional<Basis> basis) {
        if (!json.has("record") && basis.isPresent()) {
            return new RecordRef(basis.get().recordType(), basis.get().recordId());
        }
        JsonBody record = json.object("record");
        return new RecordRef(record.required("type"), record.required("id"));
    }

    private String user(Optional<Basis> basis) {
        String user = json.has("as") ? json.object("as").optional("user") : "";
        return user.isEmpty() && basis.isPresent() ? basis.get().user() : user;
    }

    private List<Expectation> expectations(String name) {
        List<Expectation> expectations = new ArrayList<>();
        for (JsonBody each : json.objects(name)) {
            if (each.has("field") == each.has("value")) {
                throw JsonBody.invalid(
                        "Each of the " + name + " needs either a field or a value, such as in " + EXAMPLE + ".");
            }
            expectations.add(
                    each.has("field")
                            ? new Expectation.FieldValue(each.required("field"))
                            : new Expectation.Said(each.required("value").strip()));
        }
        return expectations;
    }
}
