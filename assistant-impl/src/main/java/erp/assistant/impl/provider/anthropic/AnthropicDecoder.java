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
    private Reason reason = Reason.END;

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
            case "content_block_delta" -> delta(JsonText.object(event, "delta"), signals);
            case "content_block_start" -> signals.text(JsonText.text(JsonText.object(event, "content_block"), "text"));
            case "message_start" -> {
                JsonObject message = JsonText.object(event, "message");
                signals.model(JsonText.text(message, "model"));
                if (usage.start(JsonText.object(message, "usage"))) {
                    usage.tell(signals);
                }
            }
            case "message_delta" -> {
                String stop = JsonText.text(JsonText.object(event, "delta"), "stop_reason");
                if (!stop.isEmpty()) {
                    reason = reason(stop);
                }
                if (usage.update(JsonText.object(event, "usage"))) {
                    usage.tell(signals);
                }
            }
            case "message_stop" -> {
                signals.answered(reason);
                signals.end();
            }
            case "error" -> signals.error(ErrorWord.in(event));
            default -> {
                // ping, content_block_stop, and whatever comes to be: the protocol asks clients to pass over those.
            }
        }
    }

    private static void delta(JsonObject delta, StreamSignals signals) {
        if (JsonText.text(delta, "type").equals("text_delta")) {
            signals.text(JsonText.text(delta, "text"));
        }
    }

    /** A reason that is new or that means "go on" leaves an answer that nobody called whole. */
    private static Reason reason(String stop) {
        return switch (stop) {
            case "end_turn", "stop_sequence" -> Reason.END;
            case "refusal" -> Reason.REFUSAL;
            // max_tokens and model_context_window_exceeded, but also pause_turn and tool_use: the provider waits for a
            // turn
            // that the assistant, which offers no tools, never takes.
            default -> Reason.LENGTH;
        };
    }
}
