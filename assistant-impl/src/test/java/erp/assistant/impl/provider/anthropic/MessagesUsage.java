package erp.assistant.impl.provider.anthropic;

import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.provider.JsonText;
import erp.assistant.impl.provider.RecordedSignals;
import erp.assistant.impl.provider.StreamEvents;
import jakarta.json.spi.JsonProvider;

/** The usage that the adapter reads, for tests of what it costs. */
public final class MessagesUsage {

    private static final JsonText JSON = new JsonText(JsonProvider.provider());

    private MessagesUsage() {}

    public static TokenUsage ofStream(String stream) {
        return StreamEvents.read(stream, new AnthropicDecoder(JSON)).usage().orElse(TokenUsage.NONE);
    }

    public static TokenUsage ofBody(String body) {
        RecordedSignals signals = new RecordedSignals();
        new AnthropicAnswer(JSON).read("", body, signals);
        return signals.usage().orElse(TokenUsage.NONE);
    }
}
