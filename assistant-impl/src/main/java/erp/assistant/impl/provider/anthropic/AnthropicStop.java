package erp.assistant.impl.provider.anthropic;

import erp.assistant.chat.Completion.Reason;
import erp.assistant.impl.provider.JsonText;
import erp.assistant.impl.provider.StreamSignals;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * Why a message stopped ("Handling stop reasons" page, November 2026).
 *
 * @param because the vendor's word for what is out of the ordinary, or empty
 */
record AnthropicStop(Reason reason, String because) {

    /** What a {@code message_delta}'s delta or a whole message says; empty if it says nothing. */
    static Optional<AnthropicStop> of(JsonObject message) {
        String stop = JsonText.text(message, "stop_reason");
        return switch (stop) {
            case "" -> Optional.empty();
            case "end_turn", "stop_sequence" -> Optional.of(new AnthropicStop(Reason.END, ""));
            case "max_tokens" -> Optional.of(new AnthropicStop(Reason.LENGTH, ""));
            case "refusal" -> Optional.of(new AnthropicStop(Reason.REFUSAL, "refusal" + category(message)));
            case "tool_use" -> Optional.of(new AnthropicStop(Reason.LOOKUP, stop));
            // model_context_window_exceeded, but also pause_turn: the provider waits for a turn that the assistant
            // never takes. And a reason that is new leaves an answer that nobody called whole.
            default -> Optional.of(new AnthropicStop(Reason.LENGTH, stop));
        };
    }

    private static String category(JsonObject message) {
        String category = JsonText.text(JsonText.object(message, "stop_details"), "category");
        return category.isEmpty() ? "" : "." + category;
    }

    void tell(StreamSignals signals) {
        if (reason == Reason.LOOKUP) {
            signals.asksForLookups(because);
            return;
        }
        if (!because.isEmpty()) {
            signals.because(because);
        }
        signals.answered(reason);
    }
}
