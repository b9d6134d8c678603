package erp.assistant.impl.provider.openai;

import erp.assistant.chat.Completion.Reason;
import erp.assistant.impl.provider.ErrorWord;
import erp.assistant.impl.provider.EventDecoder;
import erp.assistant.impl.provider.JsonText;
import erp.assistant.impl.provider.StreamSignals;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Set;

/**
 * Reads a response object, which is an answer that comes whole, and what the terminal event of a stream carries ("The response
 * object" of the API reference, November 2026).
 *
 * <p>Its {@code status} is the provider's last word: {@code completed}, {@code incomplete} for a reason, {@code failed} with an
 * error, {@code cancelled}. {@code queued} and {@code in_progress} are none.
 */
final class ResponsesAnswer implements EventDecoder {

    /** Errors by which the provider declines what was asked, and not for a defect. */
    private static final Set<String> DECLINED =
            Set.of("bio_policy", "misalignment_policy_violation", "image_content_policy_violation");

    private final JsonText json;

    ResponsesAnswer(JsonText json) {
        this.json = json;
    }

    @Override
    public void read(String name, String data, StreamSignals signals) {
        JsonObject response = json.object(data);
        // A failed response has an error too, but its status says more.
        if (JsonText.text(response, "status").isEmpty() && ErrorWord.isError(response)) {
            signals.error(ErrorWord.in(response));
            return;
        }
        signals.model(JsonText.text(response, "model"));
        boolean declined = text(response, signals);
        boolean asks = calls(response, signals);
        end(JsonText.text(response, "status"), response, declined, asks, signals);
    }

    static boolean isCall(JsonObject item) {
        return JsonText.text(item, "type").equals("function_call");
    }

    /**
     * Tells all look-ups that the response asks for.
     *
     * @return whether there are any
     */
    static boolean calls(JsonObject response, StreamSignals signals) {
        boolean any = false;
        if (response.get("output") instanceof JsonArray items) {
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i) instanceof JsonObject item && isCall(item)) {
                    any = true;
                    signals.call(i, JsonText.text(item, "name"));
                    signals.callArguments(i, JsonText.text(item, "arguments"));
                }
            }
        }
        return any;
    }

    /**
     * Tells the text of all messages in the response.
     *
     * @return whether a part of it is a refusal
     */
    static boolean text(JsonObject response, StreamSignals signals) {
        boolean declined = false;
        if (response.get("output") instanceof JsonArray items) {
            for (JsonValue item : items) {
                if (item instanceof JsonObject message && message.get("content") instanceof JsonArray parts) {
                    declined |= parts(message, parts, signals);
                }
            }
        }
        return declined;
    }

    private static boolean parts(JsonObject message, JsonArray parts, StreamSignals signals) {
        boolean declined = false;
        // A reasoning item has content as well.
        if (!JsonText.text(message, "type").equals("message")) {
            return false;
        }
        for (JsonValue value : parts) {
            if (value instanceof JsonObject part) {
                switch (JsonText.text(part, "type")) {
                    case "output_text" -> signals.text(JsonText.text(part, "text"));
                    case "refusal" -> {
                        signals.text(JsonText.text(part, "refusal"));
                        declined = true;
                    }
                    default -> {
                        // Audio and whatever comes to be.
                    }
                }
            }
        }
        return declined;
    }

    /**
     * Tells usage and ending.
     *
     * @param declined whether the text was a refusal
     * @param asks whether something is to be looked up
     */
    static void end(String status, JsonObject response, boolean declined, boolean asks, StreamSignals signals) {
        OpenAiUsage.ofResponse(JsonText.object(response, "usage"), JsonText.text(response, "service_tier"))
                .ifPresent(signals::usage);
        switch (status) {
            case "completed" -> {
                if (asks && !declined) {
                    signals.asksForLookups("function_call");
                } else {
                    signals.answered(declined ? Reason.REFUSAL : Reason.END);
                }
            }
            case "incomplete" -> incomplete(response, declined, signals);
            case "failed", "cancelled" -> failed(status, response, signals);
            default -> {
                // Not over.
            }
        }
    }

    private static void incomplete(JsonObject response, boolean declined, StreamSignals signals) {
        String why = JsonText.text(JsonText.object(response, "incomplete_details"), "reason");
        if (!why.equals("max_output_tokens")) {
            signals.because(why.isEmpty() ? "incomplete" : why);
        }
        signals.answered(declined || why.equals("content_filter") ? Reason.REFUSAL : Reason.LENGTH);
    }

    private static void failed(String status, JsonObject response, StreamSignals signals) {
        JsonObject error = JsonText.object(response, "error");
        String code = JsonText.text(error, "code");
        if (DECLINED.contains(code)) {
            signals.because(code);
            signals.answered(Reason.REFUSAL);
        } else {
            ErrorWord word = ErrorWord.in(error);
            signals.error(word.equals(ErrorWord.NONE) ? new ErrorWord("response_" + status, "") : word);
        }
    }
}
