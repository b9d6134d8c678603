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
 * OpenAI Responses. Nothing is left with the provider: {@code store} is false and no earlier response is referred to, so that a
 * conversation is what the request says and nothing else.
 */
public final class ResponsesDialect implements WireDialect {

    private final JsonText json;

    public ResponsesDialect(JsonText json) {
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
        JsonObjectBuilder body = json.newObject()
                .add("model", provider.model(request))
                .add("max_output_tokens", request.maxOutputTokens())
                .add("store", false)
                .add("stream", provider.streaming());
        if (provider.streaming() && host.pads()) {
            body.add("stream_options", json.newObject().add("include_obfuscation", false));
        }
        host.cacheKey(provider.promptCache(), request.prompt()).ifPresent(key -> body.add("prompt_cache_key", key));
        if (!request.prompt().system().isEmpty()) {
            body.add("instructions", request.prompt().system());
        }
        Lookups lookups = request.prompt().lookups();
        if (lookups.any()) {
            body.add("tools", tools(lookups));
            if (!lookups.more()) {
                body.add("tool_choice", "none");
            }
        }
        return body.add("input", input(request.prompt())).build().toString();
    }

    private JsonArrayBuilder tools(Lookups lookups) {
        JsonArrayBuilder tools = json.newArray();
        for (Lookups.Tool tool : lookups.tools()) {
            tools.add(json.newObject()
                    .add("type", "function")
                    .add("name", tool.name())
                    .add("description", tool.description())
                    .add("parameters", json.object(tool.schema()))
                    // Strict schemas know no optional members.
                    .add("strict", false));
        }
        return tools;
    }

    private void add(JsonArrayBuilder items, Lookups.Round round) {
        if (!round.text().isBlank()) {
            items.add(message("assistant", round.text()));
        }
        for (Lookups.Call call : round.calls()) {
            items.add(json.newObject()
                    .add("type", "function_call")
                    .add("call_id", call.id())
                    .add("name", call.name())
                    .add("arguments", json.objectOrEmpty(call.arguments()).toString()));
        }
        for (int i = 0; i < round.calls().size(); i++) {
            items.add(json.newObject()
                    .add("type", "function_call_output")
                    .add("call_id", round.calls().get(i).id())
                    .add("output", round.results().get(i).content()));
        }
    }

    private JsonArrayBuilder input(Prompt prompt) {
        JsonArrayBuilder items = json.newArray();
        for (Turn turn : prompt.turns()) {
            items.add(message(turn.role().name().toLowerCase(Locale.ROOT), turn.text()));
        }
        items.add(message("user", prompt.user()));
        prompt.lookups().rounds().forEach(round -> add(items, round));
        return items;
    }

    private JsonObjectBuilder message(String role, String content) {
        return json.newObject().add("type", "message").add("role", role).add("content", content);
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
