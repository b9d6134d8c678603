package erp.assistant.impl.provider.openai;

import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.Lookups;
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
public final class OpenAiDialect implements WireDialect {

    private final JsonText json;

    public OpenAiDialect(JsonText json) {
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
        JsonObjectBuilder body = json.newObject()
                .add("model", provider.model(request))
                .add(host == OpenAiHost.OTHER ? "max_tokens" : "max_completion_tokens", request.maxOutputTokens())
                .add("stream", provider.streaming());
        if (provider.streaming()) {
            JsonObjectBuilder options = json.newObject().add("include_usage", true);
            if (host.pads()) {
                options.add("include_obfuscation", false);
            }
            body.add("stream_options", options);
        }
        host.cacheKey(provider.promptCache(), request.prompt()).ifPresent(key -> body.add("prompt_cache_key", key));
        Lookups lookups = request.prompt().lookups();
        if (lookups.any()) {
            body.add("tools", tools(lookups));
            if (!lookups.more()) {
                body.add("tool_choice", "none");
            }
        }
        return body.add("messages", messages(request.prompt())).build().toString();
    }

    private JsonArrayBuilder tools(Lookups lookups) {
        JsonArrayBuilder tools = json.newArray();
        for (Lookups.Tool tool : lookups.tools()) {
            tools.add(json.newObject()
                    .add("type", "function")
                    .add(
                            "function",
                            json.newObject()
                                    .add("name", tool.name())
                                    .add("description", tool.description())
                                    .add("parameters", json.object(tool.schema()))));
        }
        return tools;
    }

    private void add(JsonArrayBuilder messages, Lookups.Round round) {
        JsonArrayBuilder calls = json.newArray();
        for (Lookups.Call call : round.calls()) {
            calls.add(json.newObject()
                    .add("id", call.id())
                    .add("type", "function")
                    .add(
                            "function",
                            json.newObject()
                                    .add("name", call.name())
                                    // What is no JSON was answered with an error, and some servers parse it again.
                                    .add(
                                            "arguments",
                                            json.objectOrEmpty(call.arguments()).toString())));
        }
        JsonObjectBuilder asked = json.newObject().add("role", "assistant");
        messages.add((round.text().isBlank() ? asked.addNull("content") : asked.add("content", round.text()))
                .add("tool_calls", calls));
        for (int i = 0; i < round.calls().size(); i++) {
            messages.add(message("tool", round.results().get(i).content())
                    .add("tool_call_id", round.calls().get(i).id()));
        }
    }

    private JsonArrayBuilder messages(Prompt prompt) {
        JsonArrayBuilder messages = json.newArray();
        if (!prompt.system().isEmpty()) {
            messages.add(message("system", prompt.system()));
        }
        for (Turn turn : prompt.turns()) {
            messages.add(message(turn.role().name().toLowerCase(Locale.ROOT), turn.text()));
        }
        messages.add(message("user", prompt.user()));
        prompt.lookups().rounds().forEach(round -> add(messages, round));
        return messages;
    }

    private JsonObjectBuilder message(String role, String content) {
        return json.newObject().add("role", role).add("content", content);
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
