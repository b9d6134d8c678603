package erp.assistant.impl.provider.anthropic;

import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.Prompt;
import erp.assistant.chat.Turn;
import erp.assistant.impl.config.PromptCache;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Secret;
import erp.assistant.impl.provider.EventDecoder;
import erp.assistant.impl.provider.JsonText;
import erp.assistant.impl.provider.WireDialect;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
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
                .add("stream", provider.streaming());
        Prompt prompt = request.prompt();
        PromptCache cache = provider.promptCache();
        if (!prompt.system().isEmpty()) {
            body.add("system", kept(prompt.system(), cache));
        }
        return body.add("messages", messages(prompt, cache)).build().toString();
    }

    /** The end of the last earlier turn is marked: the next question of the conversation begins with the same. */
    private JsonArrayBuilder messages(Prompt prompt, PromptCache cache) {
        JsonArrayBuilder messages = json.provider().createArrayBuilder();
        int last = prompt.turns().size() - 1;
        for (int i = 0; i <= last; i++) {
            Turn turn = prompt.turns().get(i);
            JsonObjectBuilder message = message(turn.role());
            messages.add(
                    i < last ? message.add("content", turn.text()) : message.add("content", kept(turn.text(), cache)));
        }
        return messages.add(message(Turn.Role.USER).add("content", prompt.user()));
    }

    private JsonObjectBuilder message(Turn.Role role) {
        return json.provider().createObjectBuilder().add("role", role.name().toLowerCase(Locale.ROOT));
    }

    /** One block, marked as the end of what the provider may keep: it is the same in many requests. */
    private JsonArrayBuilder kept(String text, PromptCache cache) {
        JsonProvider builders = json.provider();
        JsonObjectBuilder block =
                builders.createObjectBuilder().add("type", "text").add("text", text);
        if (cache != PromptCache.OFF) {
            JsonObjectBuilder control = builders.createObjectBuilder().add("type", "ephemeral");
            // Five minutes are the protocol's default, and not every gateway knows the field.
            if (cache == PromptCache.ONE_HOUR) {
                control.add("ttl", "1h");
            }
            block.add("cache_control", control);
        }
        return builders.createArrayBuilder().add(block);
    }

    @Override
    public EventDecoder decoder() {
        return new AnthropicDecoder(json);
    }

    @Override
    public EventDecoder wholeDecoder() {
        return new AnthropicAnswer(json);
    }
}
