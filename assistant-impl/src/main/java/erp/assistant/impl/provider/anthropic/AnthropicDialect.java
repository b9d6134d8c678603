package erp.assistant.impl.provider.anthropic;

import erp.assistant.chat.ChatRequest;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Secret;
import erp.assistant.impl.provider.EventDecoder;
import erp.assistant.impl.provider.JsonText;
import erp.assistant.impl.provider.WireDialect;
import jakarta.json.JsonArray;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Anthropic Messages, version 2023-06-01. */
final class AnthropicDialect implements WireDialect {

    private final JsonText json;

    AnthropicDialect(JsonText json) {
        this.json = json;
    }

    @Override
    public URI endpoint(ProviderSettings provider) {
        return WireDialect.below(provider.baseUrl(), "/messages");
    }

    @Override
    public Map<String, String> headers(ProviderSettings provider) {
        Map<String, String> headers = new HashMap<>();
        headers.put("anthropic-version", "2023-06-01");
        provider.apiKey().map(Secret::reveal).ifPresent(key -> headers.put("x-api-key", key));
        return headers;
    }

    @Override
    public String body(ProviderSettings provider, ChatRequest request) {
        JsonProvider builders = json.provider();
        JsonObjectBuilder body = builders.createObjectBuilder()
                .add("model", provider.model(request.tier()))
                .add("max_tokens", request.maxOutputTokens())
                .add("stream", true);
        if (!request.prompt().system().isEmpty()) {
            body.add("system", system(builders, request.prompt().system()));
        }
        body.add(
                "messages",
                builders.createArrayBuilder()
                        .add(builders.createObjectBuilder()
                                .add("role", "user")
                                .add("content", request.prompt().user())));
        return body.build().toString();
    }

    /** One block, marked as the end of what the provider may keep: it is the same for all questions of a template. */
    private static JsonArray system(JsonProvider builders, String text) {
        return builders.createArrayBuilder()
                .add(builders.createObjectBuilder()
                        .add("type", "text")
                        .add("text", text)
                        .add("cache_control", builders.createObjectBuilder().add("type", "ephemeral")))
                .build();
    }

    @Override
    public EventDecoder decoder() {
        return new AnthropicDecoder(json);
    }
}
