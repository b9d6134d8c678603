package erp.assistant.impl.provider.anthropic;

import erp.assistant.impl.provider.ErrorWord;
import erp.assistant.impl.provider.EventDecoder;
import erp.assistant.impl.provider.JsonText;
import erp.assistant.impl.provider.StreamSignals;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;

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
            for (int i = 0; i < blocks.size(); i++) {
                if (blocks.get(i) instanceof JsonObject block) {
                    block(i, block, signals);
                }
            }
        }
        AnthropicStop.of(message).ifPresent(stop -> stop.tell(signals));
    }

    private static void block(int index, JsonObject block, StreamSignals signals) {
        switch (JsonText.text(block, "type")) {
            case "text" -> signals.text(JsonText.text(block, "text"));
            case "tool_use" -> {
                signals.call(index, JsonText.text(block, "name"));
                signals.callArguments(index, JsonText.object(block, "input").toString());
            }
            default -> {
                // Thinking, and whatever comes to be.
            }
        }
    }
}
