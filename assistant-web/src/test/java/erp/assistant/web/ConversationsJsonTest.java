package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.Conversation;
import erp.assistant.record.RecordRef;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationsJsonTest {

    private static final RecordRef ORDER = new RecordRef("sales-order", "4711");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void aListTellsWhatEachIsAbout() {
        Conversation one = new Conversation("c-1", "Why \"late\"?", ORDER, "Sales order 4711", NOON, List.of());

        assertThat(ConversationsJson.of(List.of(one)))
                .isEqualTo("{\"conversations\":[{\"id\":\"c-1\",\"title\":\"Why \\\"late\\\"?\","
                        + "\"updated\":\"2026-11-20T12:00:00Z\","
                        + "\"record\":{\"type\":\"sales-order\",\"id\":\"4711\",\"label\":\"Sales order 4711\"}}]}");
    }

    @Test
    void aTurnHasTheMembersOfItsBeginningAndItsEnd() {
        Conversation.Exchange turn =
                new Conversation.Exchange("Why?", "why-late", "It is blocked.", Events.META, Events.done(), false);
        String json =
                ConversationsJson.of(new Conversation("c-1", "Why?", ORDER, "Sales order 4711", NOON, List.of(turn)));

        assertThat(read(json).getJsonArray("turns").getJsonObject(0).keySet())
                .contains("question", "text", "action", "answer", "record", "status", "reason", "source", "model")
                .contains("usage", "cost", "latency", "citations", "figures", "receipt", "withheld", "sentFields");
        assertThat(json)
                .contains("\"question\":\"Why?\",\"text\":\"It is blocked.\"")
                .contains("\"withheld\":false");
    }

    private static JsonObject read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
