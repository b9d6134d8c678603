package erp.assistant.impl.provider.openai;

import erp.assistant.chat.Completion.Reason;
import erp.assistant.impl.provider.ErrorWord;
import erp.assistant.impl.provider.EventDecoder;
import erp.assistant.impl.provider.JsonText;
import erp.assistant.impl.provider.StreamSignals;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/**
 * Reads the events of an OpenAI Chat Completions stream (API reference, "The chat completion chunk object", November 2026).
 *
 * <p>The provider's last word on the answer is a choice's {@code finish_reason}. The usage chunk and {@code [DONE]} follow it;
 * if they do not ("if the stream is interrupted, you may not receive the final usage chunk"), the answer is whole and its
 * usage is estimated. {@code [DONE]} without a finish reason says nothing about the answer and does not make it whole.
 *
 * <p>An answer that does not stream is one such object, with {@code message} in the place of {@code delta}.
 */
final class OpenAiDecoder implements EventDecoder {

    private final JsonText json;
    private final String content;
    private boolean declined;
    private boolean modelTold;
    private String serviceTier = "";

    private OpenAiDecoder(JsonText json, String content) {
        this.json = json;
        this.content = content;
    }

    static OpenAiDecoder ofStream(JsonText json) {
        return new OpenAiDecoder(json, "delta");
    }

    static OpenAiDecoder ofWhole(JsonText json) {
        return new OpenAiDecoder(json, "message");
    }

    @Override
    public String textMember() {
        return "content";
    }

    @Override
    public void read(String name, String data, StreamSignals signals) {
        if (data.equals("[DONE]")) {
            signals.end();
            return;
        }
        JsonObject chunk = json.object(data);
        if (name.equals("error") || ErrorWord.isError(chunk)) {
            signals.error(ErrorWord.in(chunk));
            return;
        }
        if (!modelTold) {
            String model = JsonText.text(chunk, "model");
            modelTold = !model.isEmpty();
            signals.model(model);
        }
        String tier = JsonText.text(chunk, "service_tier");
        serviceTier = tier.isEmpty() ? serviceTier : tier;
        if (chunk.get("usage") instanceof JsonObject usage) {
            OpenAiUsage.ofChat(usage, serviceTier).ifPresent(signals::usage);
        }
        if (chunk.get("choices") instanceof JsonArray choices
                && !choices.isEmpty()
                && choices.get(0) instanceof JsonObject choice) {
            choice(choice, signals);
        }
    }

    private void choice(JsonObject choice, StreamSignals signals) {
        JsonObject delta = JsonText.object(choice, content);
        text(delta, signals);
        String refusal = JsonText.text(delta, "refusal");
        if (!refusal.isEmpty()) {
            declined = true;
            signals.text(refusal);
        }
        calls(delta, signals);
        String finish = JsonText.text(choice, "finish_reason");
        if (finish.equals("tool_calls")) {
            signals.asksForLookups(finish);
            return;
        }
        if (!finish.isEmpty()) {
            if (!finish.equals("stop") && !finish.equals("length")) {
                signals.because(finish);
            }
            signals.answered(declined ? Reason.REFUSAL : reason(finish));
        }
    }

    /** In a stream in pieces with an index each; in a whole answer all at once, and then without. */
    private static void calls(JsonObject delta, StreamSignals signals) {
        if (delta.get("tool_calls") instanceof JsonArray calls) {
            for (int i = 0; i < calls.size(); i++) {
                if (calls.get(i) instanceof JsonObject call) {
                    int index = JsonText.index(call, "index", i);
                    JsonObject function = JsonText.object(call, "function");
                    signals.call(index, JsonText.text(function, "name"));
                    signals.callArguments(index, JsonText.text(function, "arguments"));
                }
            }
        }
    }

    /** A text, or with some compatible servers a list of parts, of which those of type {@code text} are shown. */
    private static void text(JsonObject delta, StreamSignals signals) {
        if (delta.get("content") instanceof JsonArray parts) {
            for (JsonValue part : parts) {
                if (part instanceof JsonObject object
                        && JsonText.text(object, "type").equals("text")) {
                    signals.text(JsonText.text(object, "text"));
                }
            }
        } else {
            signals.text(JsonText.text(delta, "content"));
        }
    }

    /** A reason that is new leaves an answer that nobody called whole. */
    private static Reason reason(String finish) {
        return switch (finish) {
            case "stop" -> Reason.END;
            case "content_filter" -> Reason.REFUSAL;
            default -> Reason.LENGTH;
        };
    }
}
