package erp.assistant.impl.provider.openai;

import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.Prompt;
import erp.assistant.chat.Turn;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.provider.EventDecoder;
import erp.assistant.impl.provider.JsonText;
import erp.assistant.impl.provider.WireDialect;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * OpenAI Responses. Nothing is left with the provider: {@code store} is false and no earlier response is referred to, so that a
 * conversation is what the request says and nothing else.
 */
final class ResponsesDialect implements WireDialect {

    private final JsonText json;

    ResponsesDialect(JsonText json) {
        this.json = json;
    }

    @Override
    public URI endpoint(ProviderSettings provider) {
        return WireDialect.below(provider.baseUrl(), "/responses");
    }

    @Override
    public Map<String, String> headers(ProviderSettings provider) {
        return OpenAiHost.headers(provider);
    }

    @Override
    public String body(ProviderSettings provider, ChatRequest request) {
        OpenAiHost host = OpenAiHost.of(provider);
        JsonObjectBuilder body = json.provider()
                .createObjectBuilder()
                .add("model", provider.model(request.tier()))
                .add("max_output_tokens", request.maxOutputTokens())
                .add("store", false)
                .add("stream", provider.streaming());
        if (provider.streaming() && host.pads()) {
            body.add("stream_options", json.provider().createObjectBuilder().add("include_obfuscation", false));
        }
        host.cacheKey(provider.promptCache(), request.prompt()).ifPresent(key -> body.add("prompt_cache_key", key));
        if (!request.prompt().system().isEmpty()) {
            body.add("instructions", request.prompt().system());
        }
        return body.add("input", input(request.prompt())).build().toString();
    }

    private JsonArrayBuilder input(Prompt prompt) {
        JsonArrayBuilder items = json.provider().createArrayBuilder();
        for (Turn turn : prompt.turns()) {
            items.add(message(turn.role().name().toLowerCase(Locale.ROOT), turn.text()));
        }
        return items.add(message("user", prompt.user()));
    }

    private JsonObjectBuilder message(String role, String content) {
        return json.provider()
                .createObjectBuilder()
                .add("type", "message")
                .add("role", role)
                .add("content", content);
    }

    @Override
    public EventDecoder decoder() {
        return new ResponsesDecoder(json);
    }

    @Override
    public EventDecoder wholeDecoder() {
        return new ResponsesAnswer(json);
    }
}
