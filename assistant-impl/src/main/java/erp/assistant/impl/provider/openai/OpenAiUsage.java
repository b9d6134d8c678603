package erp.assistant.impl.provider.openai;

import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.TokenUsage.Source;
import erp.assistant.chat.TokenUsage.Terms;
import erp.assistant.impl.provider.JsonText;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads OpenAI's usage object, whose totals include their details, into disjoint classes: {@code prompt_tokens} includes
 * cached and cache-written tokens, {@code completion_tokens} includes reasoning, and so do {@code input_tokens} and
 * {@code output_tokens} of Responses ("CompletionUsage" and "ResponseUsage" of the API reference, November 2026). The durations
 * of cache writes that Responses may add are not those of any price class, so that their total counts, as of a duration that is
 * not told.
 *
 * <p>Some compatible servers count their model's thinking in {@code total_tokens} only. What that total exceeds its parts by
 * counts as reasoning: it is billed, and output is the dearest class it can be.
 */
final class OpenAiUsage {

    private OpenAiUsage() {}

    /**
     * That of Chat Completions; empty if either total is absent: a provider that does not count says nothing.
     *
     * @param serviceTier that the response names beside its usage, or empty
     */
    static Optional<TokenUsage> ofChat(JsonObject usage, String serviceTier) {
        return read(usage, "prompt_tokens", "completion_tokens", serviceTier);
    }

    /** That of Responses; empty as above. */
    static Optional<TokenUsage> ofResponse(JsonObject usage, String serviceTier) {
        return read(usage, "input_tokens", "output_tokens", serviceTier);
    }

    private static Optional<TokenUsage> read(
            JsonObject usage, String inputName, String outputName, String serviceTier) {
        OptionalLong prompt = JsonText.count(usage, inputName);
        OptionalLong completion = JsonText.count(usage, outputName);
        if (prompt.isEmpty() || completion.isEmpty()) {
            return Optional.empty();
        }
        JsonObject promptDetails = JsonText.object(usage, inputName + "_details");
        JsonObject completionDetails = JsonText.object(usage, outputName + "_details");
        long input = prompt.getAsLong();
        // Details beyond their total would make the classes sum to more than the provider bills.
        long read =
                Math.min(input, JsonText.count(promptDetails, "cached_tokens").orElse(0));
        long written = Math.min(
                input - read,
                JsonText.count(promptDetails, "cache_write_tokens").orElse(0));
        long output = completion.getAsLong();
        long reasoning = Math.min(
                output, JsonText.count(completionDetails, "reasoning_tokens").orElse(0));
        long parts = input + output;
        long beyond = JsonText.count(usage, "total_tokens").orElse(parts) - parts;
        return Optional.of(new TokenUsage(
                input - read - written,
                read,
                0,
                0,
                written,
                output - reasoning,
                reasoning + Math.max(0, beyond),
                0,
                new Terms(serviceTier.toLowerCase(Locale.ROOT), ""),
                Source.REPORTED));
    }
}
