package erp.assistant.impl.provider.openai;

import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.provider.JsonText;
import erp.assistant.impl.provider.StreamEvents;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;

/** The usage that the adapter reads, for tests of what it costs. */
public final class CompletionsUsage {

    private static final JsonText JSON = new JsonText(JsonProvider.provider());

    private CompletionsUsage() {}

    public static TokenUsage ofStream(String stream) {
        return StreamEvents.read(stream, new OpenAiDecoder(JSON)).usage().orElse(TokenUsage.NONE);
    }

    public static TokenUsage ofBody(String body) {
        JsonObject completion = JSON.object(body);
        return OpenAiUsage.read(JsonText.object(completion, "usage"), JsonText.text(completion, "service_tier"))
                .orElse(TokenUsage.NONE);
    }
}
