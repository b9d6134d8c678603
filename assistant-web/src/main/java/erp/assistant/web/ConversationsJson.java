package erp.assistant.web;

import erp.assistant.Conversation;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** Earlier conversations as the contract writes them. */
final class ConversationsJson {

    private ConversationsJson() {}

    static String of(List<Conversation> conversations) {
        JsonArrayBuilder list = WebJson.array();
        conversations.forEach(one -> list.add(head(one)));
        return WebJson.object().add("conversations", list).build().toString();
    }

    /** With its turns, each with the members of its {@code meta} and {@code done}. */
    static String of(Conversation conversation) {
        JsonArrayBuilder turns = WebJson.array();
        for (Conversation.Exchange turn : conversation.turns()) {
            JsonObjectBuilder json =
                    WebJson.object().add("question", turn.question()).add("text", turn.text());
            if (!turn.action().isEmpty()) {
                json.add("action", turn.action());
            }
            EventJson.addMeta(json, turn.meta());
            EventJson.addDone(json, turn.done());
            turns.add(json.add("withheld", turn.withheld()));
        }
        return head(conversation).add("turns", turns).build().toString();
    }

    private static JsonObjectBuilder head(Conversation conversation) {
        return WebJson.object()
                .add("id", conversation.id())
                .add("title", conversation.title())
                .add("updated", conversation.updated().toString())
                .add(
                        "record",
                        WebJson.object()
                                .add("type", conversation.record().type())
                                .add("id", conversation.record().id())
                                .add("label", conversation.label()));
    }
}
