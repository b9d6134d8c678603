package erp.assistant.impl.provider.openai;

import erp.assistant.chat.ChatRequest;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Secret;
import erp.assistant.impl.provider.EventDecoder;
import erp.assistant.impl.provider.JsonText;
import erp.assistant.impl.provider.WireDialect;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * OpenAI Chat Completions.
 *
 * <p>The vendor's own newer models refuse {@code max_tokens}; most compatible servers know nothing else. So the host decides:
 * OpenAI and Azure OpenAI get {@code max_completion_tokens}, every other host {@code max_tokens}. Likewise only OpenAI itself
 * is told to leave out {@code obfuscation}, which pads each event; other servers may refuse a field that they do not know.
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
        return provider.apiKey()
                .map(Secret::reveal)
                .map(key -> Map.of("authorization", "Bearer " + key))
                .orElse(Map.of());
    }

    @Override
    public String body(ProviderSettings provider, ChatRequest request) {
        JsonProvider builders = json.provider();
        String host = host(provider);
        boolean openAi = below(host, "openai.com");
        boolean azure = below(host, "openai.azure.com") || below(host, "cognitiveservices.azure.com");
        JsonObjectBuilder options = builders.createObjectBuilder().add("include_usage", true);
        if (openAi) {
            options.add("include_obfuscation", false);
        }
        JsonArrayBuilder messages = builders.createArrayBuilder();
        if (!request.prompt().system().isEmpty()) {
            messages.add(message(builders, "system", request.prompt().system()));
        }
        messages.add(message(builders, "user", request.prompt().user()));
        return builders.createObjectBuilder()
                .add("model", provider.model(request.tier()))
                .add(openAi || azure ? "max_completion_tokens" : "max_tokens", request.maxOutputTokens())
                .add("stream", true)
                .add("stream_options", options)
                .add("messages", messages)
                .build()
                .toString();
    }

    private static JsonObjectBuilder message(JsonProvider builders, String role, String content) {
        return builders.createObjectBuilder().add("role", role).add("content", content);
    }

    private static String host(ProviderSettings provider) {
        String host = provider.baseUrl().getHost();
        return host == null ? "" : host.toLowerCase(Locale.ROOT);
    }

    private static boolean below(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }

    @Override
    public EventDecoder decoder() {
        return new OpenAiDecoder(json);
    }
}
