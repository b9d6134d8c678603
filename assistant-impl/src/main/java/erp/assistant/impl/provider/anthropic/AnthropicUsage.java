package erp.assistant.impl.provider.anthropic;

import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.TokenUsage.Source;
import erp.assistant.chat.TokenUsage.Terms;
import erp.assistant.impl.provider.JsonText;
import erp.assistant.impl.provider.StreamSignals;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * The usage of one Anthropic Messages stream.
 *
 * <p>{@code input_tokens} is fresh input only. {@code message_delta} carries totals of the whole message that overwrite what
 * {@code message_start} said; a field that is absent there keeps its value. The split of cache writes by duration is told in
 * {@code message_start} only; what the total exceeds it by was written for a duration that is not told, and stays a class of
 * its own. {@code output_tokens} includes thinking. Web searches are billed apart from tokens; {@code service_tier}, {@code
 * speed} and {@code inference_geo} say what changes the price. (Usage fields of the Messages reference and the merge rule of
 * the vendor's own clients, November 2026.)
 */
final class AnthropicUsage {

    private long input;
    private long cacheRead;
    private OptionalLong cacheWriteTotal = OptionalLong.empty();
    private long cacheWrite5m;
    private long cacheWrite1h;
    private long webSearches;
    private String tier = "";
    private String speed = "";
    private String geo = "";
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
        cacheWrite5m = fiveMinutes.orElse(cacheWrite5m);
        cacheWriteTotal = written.isPresent() ? written : cacheWriteTotal;
        webSearches = JsonText.count(JsonText.object(usage, "server_tool_use"), "web_search_requests")
                .orElse(webSearches);
        tier = told(usage, "service_tier", tier);
        speed = told(usage, "speed", speed);
        geo = told(usage, "inference_geo", geo);
        return fresh.isPresent() || read.isPresent() || written.isPresent();
    }

    private static String told(JsonObject usage, String name, String before) {
        String word = JsonText.text(usage, name);
        return word.isEmpty() ? before : word.toLowerCase(Locale.ROOT);
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
        // A split beyond its total would make the classes sum to more than the provider bills; the dearer part stays.
        long written = cacheWriteTotal.orElse(cacheWrite5m + cacheWrite1h);
        long oneHour = Math.min(cacheWrite1h, written);
        long fiveMinutes = Math.min(cacheWrite5m, written - oneHour);
        return new TokenUsage(
                input,
                cacheRead,
                fiveMinutes,
                oneHour,
                written - oneHour - fiveMinutes,
                output - reasoning,
                reasoning,
                webSearches,
                // Fast mode is told as a speed and sold as a tier.
                new Terms(speed.equals("fast") ? speed : tier, geo),
                outputKnown ? Source.REPORTED : Source.PARTIAL);
    }
}
