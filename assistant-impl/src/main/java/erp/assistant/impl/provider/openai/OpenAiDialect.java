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
 * OpenAI Chat Completions.
 *
 * <p>The vendor's own newer models refuse {@code max_tokens}; most compatible servers know nothing else. So the host decides:
 * OpenAI and Azure OpenAI get {@code max_completion_tokens}, every other host {@code max_tokens}. Likewise only OpenAI itself
 * is told to leave out {@code obfuscation}, and gets a {@code prompt_cache_key}.
 */
final class OpenAiDialect implements WireDialect {

    private final JsonText json;

    OpenAiDialect(JsonText json) {
        this.json = json;
    }

    @Override
    public URI endpoint(ProviderSettings provider) {
        return WireDialect.below(provider.baseUrl(), "/chat/completions");
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
                .add(host == OpenAiHost.OTHER ? "max_tokens" : "max_completion_tokens", request.maxOutputTokens())
                .add("stream", provider.streaming());
        if (provider.streaming()) {
            JsonObjectBuilder options = json.provider().createObjectBuilder().add("include_usage", true);
            if (host.pads()) {
                options.add("include_obfuscation", false);
            }
            body.add("stream_options", options);
        }
        host.cacheKey(provider.promptCache(), request.prompt()).ifPresent(key -> body.add("prompt_cache_key", key));
        return body.add("messages", messages(request.prompt())).build().toString();
    }

    private JsonArrayBuilder messages(Prompt prompt) {
        JsonArrayBuilder messages = json.provider().createArrayBuilder();
        if (!prompt.system().isEmpty()) {
            messages.add(message("system", prompt.system()));
        }
        for (Turn turn : prompt.turns()) {
            messages.add(message(turn.role().name().toLowerCase(Locale.ROOT), turn.text()));
        }
        return messages.add(message("user", prompt.user()));
    }

    private JsonObjectBuilder message(String role, String content) {
        return json.provider().createObjectBuilder().add("role", role).add("content", content);
    }

    @Override
    public EventDecoder decoder() {
        return OpenAiDecoder.ofStream(json);
    }

    @Override
    public EventDecoder wholeDecoder() {
        return OpenAiDecoder.ofWhole(json);
    }
}
