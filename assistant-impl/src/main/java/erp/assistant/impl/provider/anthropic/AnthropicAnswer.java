package erp.assistant.impl.provider.anthropic;

import erp.assistant.impl.provider.ErrorWord;
import erp.assistant.impl.provider.EventDecoder;
import erp.assistant.impl.provider.JsonText;
import erp.assistant.impl.provider.StreamSignals;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/**
 * Reads a message that comes whole ("Messages" of the API reference, November 2026). Blocks of other types than text, thinking
 * among them, are passed over; a message without a stop reason is not whole.
 */
final class AnthropicAnswer implements EventDecoder {

    private final JsonText json;

    AnthropicAnswer(JsonText json) {
        this.json = json;
    }

    @Override
    public void read(String name, String data, StreamSignals signals) {
        JsonObject message = json.object(data);
        if (ErrorWord.isError(message)) {
            signals.error(ErrorWord.in(message));
            return;
        }
        signals.model(JsonText.text(message, "model"));
        AnthropicUsage usage = new AnthropicUsage();
        if (usage.update(JsonText.object(message, "usage"))) {
            usage.tell(signals);
        }
        if (message.get("content") instanceof JsonArray blocks) {
            for (JsonValue block : blocks) {
                if (block instanceof JsonObject object
                        && JsonText.text(object, "type").equals("text")) {
                    signals.text(JsonText.text(object, "text"));
                }
            }
        }
        AnthropicStop.of(message).ifPresent(stop -> stop.tell(signals));
    }
}
