package erp.assistant.web;

import erp.assistant.Question;
import erp.assistant.record.Asker;
import erp.assistant.record.ListQuery;
import erp.assistant.record.RecordRef;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The body of {@code POST /admin/templates/render}.
 *
 * @param about a record, or a list
 * @param list which rows of the list it is about; empty for a record
 * @param action the id of a prepared question, or empty
 * @param language a BCP 47 tag, or empty
 * @param user whose rights are used; empty for the caller's own
 * @param roles that person's, and no others
 * @param versions of templates by name, instead of those in use
 */
record RenderRequest(
        RecordRef about,
        Optional<ListQuery> list,
        String question,
        String action,
        String language,
        Optional<String> user,
        List<String> roles,
        Map<String, Integer> versions) {

    private static final String EXAMPLE = "{\"record\": {\"type\": \"sales-order\", \"id\": \"4711\"},"
            + " \"question\": \"Why is it blocked?\", \"user\": \"vera\", \"roles\": [\"warehouse\"],"
            + " \"versions\": {\"answer\": 3}}";

    static RenderRequest read(InputStream body) throws IOException {
        return parse(JsonBody.text(body, "Ask a question of at most " + Question.MAX_LENGTH + " characters."));
    }

    static RenderRequest parse(String body) {
        JsonBody json = JsonBody.parse(body, EXAMPLE);
        Optional<ListBody> list = json.has("list") ? Optional.of(ListBody.of(json.object("list"))) : Optional.empty();
        if (list.isPresent() && json.has("record")) {
            throw JsonBody.invalid("The body has a record and a list. A question is about one of them.");
        }
        String user = json.optional("user");
        List<String> roles = json.texts("roles");
        if (user.isEmpty() && !roles.isEmpty()) {
            throw JsonBody.invalid("The body has roles and no user; they are those of the user.");
        }
        return new RenderRequest(
                list.map(of -> RecordRef.ofList(ListsResource.valid(of.type())))
                        .orElseGet(() -> record(json.object("record"))),
                list.map(ListBody::rows),
                json.required("question"),
                json.optional("action"),
                json.optional("language"),
                user.isEmpty() ? Optional.empty() : Optional.of(user),
                roles,
                json.wholeNumbers("versions"));
    }

    private static RecordRef record(JsonBody record) {
        return RecordsResource.ref(record.required("type"), record.required("id"));
    }

    Question question(Asker asker) {
        try {
            return new Question(asker, question, about, action, List.of(), false, "", list);
        } catch (IllegalArgumentException e) {
            throw JsonBody.invalid("The request is not valid: " + e.getMessage() + ".");
        }
    }
}
