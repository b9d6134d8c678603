package erp.assistant.web;

import erp.assistant.RecordContext;
import erp.assistant.record.RecordRef;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;
import java.util.Optional;

/** What would be sent about a record, as JSON. */
final class ContextJson {

    private ContextJson() {}

    static JsonObjectBuilder of(RecordContext context) {
        JsonArrayBuilder fields = WebJson.array();
        context.fields().forEach(field -> {
            JsonObjectBuilder json = WebJson.object()
                    .add("id", field.id())
                    .add("label", field.label())
                    .add("value", field.value())
                    .add("sensitivity", field.sensitivity().name().toLowerCase(Locale.ROOT))
                    .add("masked", field.masked());
            link(context, field.id())
                    .ifPresent(link -> json.add(
                            "link", WebJson.object().add("type", link.type()).add("id", link.id())));
            fields.add(json);
        });
        JsonArrayBuilder leftOut = WebJson.array();
        context.leftOut()
                .forEach(left -> leftOut.add(WebJson.object()
                        .add("id", left.id())
                        .add("label", left.label())
                        .add("reason", left.reason())));
        JsonArrayBuilder actions = WebJson.array();
        context.actions()
                .forEach(action -> actions.add(WebJson.object()
                        .add("id", action.id())
                        .add("label", action.label())
                        .add("question", action.question())));
        return WebJson.object()
                .add(
                        "record",
                        WebJson.object()
                                .add("type", context.record().type())
                                .add("id", context.record().id())
                                .add("label", context.label())
                                .add("version", context.version())
                                .add("asOf", context.asOf().toString()))
                .add("fields", fields)
                .add("leftOut", leftOut)
                .add("estimatedTokens", context.estimatedTokens())
                .add("actions", actions);
    }

    private static Optional<RecordRef> link(RecordContext context, String field) {
        return context.links().stream()
                .filter(link -> link.field().equals(field))
                .map(RecordContext.Link::record)
                .findFirst();
    }
}
