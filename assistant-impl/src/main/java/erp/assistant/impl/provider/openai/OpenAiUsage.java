package erp.assistant.impl.provider.openai;

import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.TokenUsage.Source;
import erp.assistant.impl.provider.JsonText;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads OpenAI's usage object, whose totals include their details, into disjoint classes: {@code prompt_tokens} includes
 * cached and cache-written tokens, {@code completion_tokens} includes reasoning ("CompletionUsage" of the API reference,
 * November 2026).
 */
final class OpenAiUsage {

    private OpenAiUsage() {}

    /** Empty if either total is absent: a provider that does not count says nothing. */
    static Optional<TokenUsage> read(JsonObject usage) {
        OptionalLong prompt = JsonText.count(usage, "prompt_tokens");
        OptionalLong completion = JsonText.count(usage, "completion_tokens");
        if (prompt.isEmpty() || completion.isEmpty()) {
            return Optional.empty();
        }
        JsonObject promptDetails = JsonText.object(usage, "prompt_tokens_details");
        JsonObject completionDetails = JsonText.object(usage, "completion_tokens_details");
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
        return Optional.of(new TokenUsage(
                input - read - written, read, written, 0, output - reasoning, reasoning, Source.REPORTED));
    }
}
