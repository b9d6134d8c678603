package erp.assistant.impl.provider.openai;

import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.provider.EventDecoder;
import erp.assistant.impl.provider.JsonText;
import erp.assistant.impl.provider.RecordedSignals;
import erp.assistant.impl.provider.StreamEvents;
import jakarta.json.spi.JsonProvider;

/** The usage that the adapters of Chat Completions and of Responses read, for tests of what it costs. */
public final class CompletionsUsage {

    private static final JsonText JSON = new JsonText(JsonProvider.provider());

    private CompletionsUsage() {}

    public static TokenUsage ofStream(String stream) {
        return StreamEvents.read(stream, OpenAiDecoder.ofStream(JSON)).usage().orElse(TokenUsage.NONE);
    }

    public static TokenUsage ofBody(String body) {
        return whole(OpenAiDecoder.ofWhole(JSON), body);
    }

    public static TokenUsage ofResponseStream(String stream) {
        return StreamEvents.read(stream, new ResponsesDecoder(JSON)).usage().orElse(TokenUsage.NONE);
    }

    public static TokenUsage ofResponseBody(String body) {
        return whole(new ResponsesAnswer(JSON), body);
    }

    private static TokenUsage whole(EventDecoder decoder, String body) {
        RecordedSignals signals = new RecordedSignals();
        decoder.read("", body, signals);
        return signals.usage().orElse(TokenUsage.NONE);
    }
}
