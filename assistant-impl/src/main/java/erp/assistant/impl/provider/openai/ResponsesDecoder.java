package erp.assistant.impl.provider.openai;

import erp.assistant.impl.provider.ErrorWord;
import erp.assistant.impl.provider.EventDecoder;
import erp.assistant.impl.provider.JsonText;
import erp.assistant.impl.provider.StreamSignals;
import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads the events of an OpenAI Responses stream (API reference, "Streaming events", November 2026).
 *
 * <p>Exactly one of {@code response.completed}, {@code response.incomplete} and {@code response.failed} ends it; usage is told
 * there alone, and may be null. What comes before the first text is life cycle and no content, and so is reasoning. Sequence
 * numbers are not looked at: gateways renumber and leave them out, and TCP keeps the order.
 */
final class ResponsesDecoder implements EventDecoder {

    private final JsonText json;
    private final Set<Integer> called = new HashSet<>();
    private final Set<Integer> inPieces = new HashSet<>();
    private boolean textTold;
    private boolean declined;

    ResponsesDecoder(JsonText json) {
        this.json = json;
    }

    @Override
    public void read(String name, String data, StreamSignals signals) {
        if (data.equals("[DONE]")) {
            // Not of this protocol, but some gateways end every stream so.
            signals.end();
            return;
        }
        JsonObject event = json.object(data);
        String told = JsonText.text(event, "type");
        String type = told.isEmpty() ? name : told;
        switch (type) {
            case "response.output_text.delta" -> text(event, signals);
            case "response.refusal.delta" -> {
                declined = true;
                text(event, signals);
            }
            case "response.output_item.added" -> begin(event, signals);
            case "response.function_call_arguments.delta" -> {
                int index = index(event);
                inPieces.add(index);
                signals.callArguments(index, JsonText.text(event, "delta"));
            }
            case "response.output_item.done" -> finish(event, signals);
            case "response.created", "response.queued", "response.in_progress" ->
                signals.model(JsonText.text(JsonText.object(event, "response"), "model"));
            case "response.completed" -> end("completed", event, signals);
            case "response.incomplete" -> end("incomplete", event, signals);
            case "response.failed" -> end("failed", event, signals);
            case "response.cancelled" -> end("cancelled", event, signals);
            case "error" -> signals.error(ErrorWord.in(event));
            default -> {
                if (ErrorWord.isError(event)) {
                    signals.error(ErrorWord.in(event));
                }
            }
        }
    }

    private static int index(JsonObject event) {
        return JsonText.index(event, "output_index", 0);
    }

    private void begin(JsonObject event, StreamSignals signals) {
        JsonObject item = JsonText.object(event, "item");
        if (ResponsesAnswer.isCall(item)) {
            called.add(index(event));
            signals.call(index(event), JsonText.text(item, "name"));
        }
    }

    /** An item that is done says all of itself once more; for servers that send no pieces it is the only time. */
    private void finish(JsonObject event, StreamSignals signals) {
        JsonObject item = JsonText.object(event, "item");
        int index = index(event);
        if (ResponsesAnswer.isCall(item)) {
            called.add(index);
            signals.call(index, JsonText.text(item, "name"));
            if (inPieces.add(index)) {
                signals.callArguments(index, JsonText.text(item, "arguments"));
            }
        }
    }

    private void text(JsonObject event, StreamSignals signals) {
        String delta = JsonText.text(event, "delta");
        textTold |= !delta.isEmpty();
        signals.text(delta);
    }

    /** Whichever of event and status is worse: a gateway that ends every stream with {@code completed} makes none complete. */
    private void end(String byEvent, JsonObject event, StreamSignals signals) {
        JsonObject response = JsonText.object(event, "response");
        signals.model(JsonText.text(response, "model"));
        if (!textTold) {
            // Some servers send no deltas, and the text only here.
            declined |= ResponsesAnswer.text(response, signals);
        }
        boolean asks = !called.isEmpty() || ResponsesAnswer.calls(response, signals);
        String status = JsonText.text(response, "status");
        boolean worse = status.equals("incomplete") || status.equals("failed") || status.equals("cancelled");
        ResponsesAnswer.end(byEvent.equals("completed") && worse ? status : byEvent, response, declined, asks, signals);
        signals.end();
    }
}
