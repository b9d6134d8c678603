package erp.assistant.impl.provider.anthropic;

import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.TokenUsage.Source;
import erp.assistant.impl.provider.JsonText;
import erp.assistant.impl.provider.StreamSignals;
import jakarta.json.JsonObject;
import java.util.OptionalLong;

/**
 * The usage of one Anthropic Messages stream.
 *
 * <p>{@code input_tokens} is fresh input only. {@code message_delta} carries totals of the whole message that overwrite what
 * {@code message_start} said; a field that is absent there keeps its value. The split of cache writes by duration is told in
 * {@code message_start} only; what the total exceeds it by counts as written for five minutes, the default duration.
 * {@code output_tokens} includes thinking. (Usage fields of the Messages reference and the merge rule of the vendor's own
 * clients, November 2026.)
 */
final class AnthropicUsage {

    private long input;
    private long cacheRead;
    private long cacheWriteTotal;
    private long cacheWrite1h;
    private long output;
    private long thinking;
    private boolean inputKnown;
    private boolean outputKnown;

    /** Takes {@code message_start}'s usage; its output count is a beginning, not a result. @return whether there was any */
    boolean start(JsonObject usage) {
        return inputs(usage);
    }

    /** Takes a {@code message_delta}'s usage. @return whether there was any */
    boolean update(JsonObject usage) {
        boolean any = inputs(usage);
        OptionalLong total = JsonText.count(usage, "output_tokens");
        if (total.isPresent()) {
            output = total.getAsLong();
            outputKnown = true;
        }
        thinking = JsonText.count(JsonText.object(usage, "output_tokens_details"), "thinking_tokens")
                .orElse(thinking);
        return any || total.isPresent();
    }

    private boolean inputs(JsonObject usage) {
        OptionalLong fresh = JsonText.count(usage, "input_tokens");
        OptionalLong read = JsonText.count(usage, "cache_read_input_tokens");
        OptionalLong written = JsonText.count(usage, "cache_creation_input_tokens");
        JsonObject split = JsonText.object(usage, "cache_creation");
        OptionalLong oneHour = JsonText.count(split, "ephemeral_1h_input_tokens");
        OptionalLong fiveMinutes = JsonText.count(split, "ephemeral_5m_input_tokens");
        inputKnown |= fresh.isPresent();
        input = fresh.orElse(input);
        cacheRead = read.orElse(cacheRead);
        cacheWrite1h = oneHour.orElse(cacheWrite1h);
        cacheWriteTotal = Math.max(written.orElse(cacheWriteTotal), cacheWrite1h + fiveMinutes.orElse(0));
        return fresh.isPresent() || read.isPresent() || written.isPresent();
    }

    /** Says what is known: an output whose input was never told is no whole report, and an input of 0 is not assumed. */
    void tell(StreamSignals signals) {
        TokenUsage usage = soFar();
        if (inputKnown) {
            signals.usage(usage);
        } else if (outputKnown) {
            signals.outputAlone(usage.output(), usage.reasoning());
        }
    }

    /** In disjoint classes. */
    TokenUsage soFar() {
        long reasoning = Math.min(thinking, output);
        return new TokenUsage(
                input,
                cacheRead,
                cacheWriteTotal - cacheWrite1h,
                cacheWrite1h,
                output - reasoning,
                reasoning,
                outputKnown ? Source.REPORTED : Source.PARTIAL);
    }
}
