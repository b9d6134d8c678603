package erp.assistant.impl.provider.anthropic;

import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.Lookups;
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
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Anthropic Messages, version 2023-06-01. */
public final class AnthropicDialect implements WireDialect {

    private final JsonText json;

    public AnthropicDialect(JsonText json) {
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
        JsonObjectBuilder body = json.newObject()
                .add("model", provider.model(request))
                .add("max_tokens", request.maxOutputTokens())
                .add("stream", provider.streaming());
        Prompt prompt = request.prompt();
        PromptCache cache = provider.promptCache();
        if (!prompt.system().isEmpty()) {
            body.add("system", kept(prompt.system(), cache));
        }
        Lookups lookups = prompt.lookups();
        if (lookups.any()) {
            body.add("tools", tools(lookups));
            if (!lookups.more()) {
                // What was asked for before stands in the messages, so that the tools have to be declared on.
                body.add("tool_choice", json.newObject().add("type", "none"));
            }
        }
        return body.add("messages", messages(prompt, cache)).build().toString();
    }

    private JsonArrayBuilder tools(Lookups lookups) {
        JsonArrayBuilder tools = json.newArray();
        for (Lookups.Tool tool : lookups.tools()) {
            tools.add(json.newObject()
                    .add("name", tool.name())
                    .add("description", tool.description())
                    .add("input_schema", json.object(tool.schema())));
        }
        return tools;
    }

    /** A turn of the model with what it asked for, and one of the user with what came of it. */
    private void add(JsonArrayBuilder messages, Lookups.Round round) {
        JsonArrayBuilder asked = json.newArray();
        if (!round.text().isBlank()) {
            asked.add(json.newObject().add("type", "text").add("text", round.text()));
        }
        JsonArrayBuilder told = json.newArray();
        for (int i = 0; i < round.calls().size(); i++) {
            Lookups.Call call = round.calls().get(i);
            Lookups.Result result = round.results().get(i);
            asked.add(json.newObject()
                    .add("type", "tool_use")
                    .add("id", call.id())
                    .add("name", call.name())
                    .add("input", json.objectOrEmpty(call.arguments())));
            JsonObjectBuilder block = json.newObject()
                    .add("type", "tool_result")
                    .add("tool_use_id", call.id())
                    .add("content", result.content());
            told.add(result.failed() ? block.add("is_error", true) : block);
        }
        messages.add(message(Turn.Role.ASSISTANT).add("content", asked));
        messages.add(message(Turn.Role.USER).add("content", told));
    }

    /** The end of the last earlier turn is marked: the next question of the conversation begins with the same. */
    private JsonArrayBuilder messages(Prompt prompt, PromptCache cache) {
        JsonArrayBuilder messages = json.newArray();
        int last = prompt.turns().size() - 1;
        for (int i = 0; i <= last; i++) {
            Turn turn = prompt.turns().get(i);
            JsonObjectBuilder message = message(turn.role());
            messages.add(
                    i < last ? message.add("content", turn.text()) : message.add("content", kept(turn.text(), cache)));
        }
        messages.add(message(Turn.Role.USER).add("content", prompt.user()));
        prompt.lookups().rounds().forEach(round -> add(messages, round));
        return messages;
    }

    private JsonObjectBuilder message(Turn.Role role) {
        return json.newObject().add("role", role.name().toLowerCase(Locale.ROOT));
    }

    /** One block, marked as the end of what the provider may keep: it is the same in many requests. */
    private JsonArrayBuilder kept(String text, PromptCache cache) {
        JsonObjectBuilder block = json.newObject().add("type", "text").add("text", text);
        if (cache != PromptCache.OFF) {
            JsonObjectBuilder control = json.newObject().add("type", "ephemeral");
            // Five minutes are the protocol's default, and not every gateway knows the field.
            if (cache == PromptCache.ONE_HOUR) {
                control.add("ttl", "1h");
            }
            block.add("cache_control", control);
        }
        return json.newArray().add(block);
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
