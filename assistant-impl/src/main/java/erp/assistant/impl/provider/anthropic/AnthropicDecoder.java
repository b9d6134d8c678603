package erp.assistant.impl.provider.anthropic;

import erp.assistant.chat.Completion.Reason;
import erp.assistant.impl.provider.ErrorWord;
import erp.assistant.impl.provider.EventDecoder;
import erp.assistant.impl.provider.JsonText;
import erp.assistant.impl.provider.StreamSignals;
import jakarta.json.JsonObject;

/**
 * Reads the events of an Anthropic Messages stream (streaming page and "Handling stop reasons" page, November 2026).
 *
 * <p>The terminal event is {@code message_stop}; a stop reason alone does not make an answer whole. Events and deltas of other
 * types, thinking among them, are passed over.
 */
final class AnthropicDecoder implements EventDecoder {

    private final JsonText json;
    private final AnthropicUsage usage = new AnthropicUsage();
    private AnthropicStop stop = new AnthropicStop(Reason.END, "");

    AnthropicDecoder(JsonText json) {
        this.json = json;
    }

    @Override
    public String textMember() {
        return "text";
    }

    @Override
    public void read(String name, String data, StreamSignals signals) {
        JsonObject event = json.object(data);
        switch (JsonText.text(event, "type")) {
            case "content_block_delta" -> delta(event, signals);
            case "content_block_start" -> begin(event, signals);
            case "message_start" -> {
                JsonObject message = JsonText.object(event, "message");
                signals.model(JsonText.text(message, "model"));
                if (usage.start(JsonText.object(message, "usage"))) {
                    usage.tell(signals);
                }
            }
            case "message_delta" -> {
                stop = AnthropicStop.of(JsonText.object(event, "delta")).orElse(stop);
                if (usage.update(JsonText.object(event, "usage"))) {
                    usage.tell(signals);
                }
            }
            case "message_stop" -> {
                stop.tell(signals);
                signals.end();
            }
            default -> {
                // Gateways may tell theirs by the event's name alone. The rest is ping, content_block_stop, and
                // whatever comes to be: the protocol asks clients to pass over those.
                if (name.equals("error") || ErrorWord.isError(event)) {
                    signals.error(ErrorWord.in(event));
                }
            }
        }
    }

    private static void begin(JsonObject event, StreamSignals signals) {
        JsonObject block = JsonText.object(event, "content_block");
        if (JsonText.text(block, "type").equals("tool_use")) {
            signals.call(index(event), JsonText.text(block, "name"));
        } else {
            signals.text(JsonText.text(block, "text"));
        }
    }

    private static void delta(JsonObject event, StreamSignals signals) {
        JsonObject delta = JsonText.object(event, "delta");
        switch (JsonText.text(delta, "type")) {
            case "text_delta" -> signals.text(JsonText.text(delta, "text"));
            case "input_json_delta" -> signals.callArguments(index(event), JsonText.text(delta, "partial_json"));
            default -> {
                // Thinking, signatures, citations, and whatever comes to be.
            }
        }
    }

    private static int index(JsonObject event) {
        return JsonText.index(event, "index", 0);
    }
}
