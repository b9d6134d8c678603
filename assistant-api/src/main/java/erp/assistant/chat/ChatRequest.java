package erp.assistant.chat;

import java.time.Instant;
import java.util.Objects;

/**
 * A provider-neutral request: the same one can be sent to any provider.
 *
 * @param maxOutputTokens the most tokens the answer may have, at least 1
 * @param deadline when the whole answer must have ended, over all attempts
 * @param again whether a remembered answer to the same prompt is not wanted
 */
public record ChatRequest(
        Attribution attribution, Prompt prompt, ModelTier tier, int maxOutputTokens, Instant deadline, boolean again) {
    public ChatRequest {
        Objects.requireNonNull(attribution, "attribution");
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(tier, "tier");
        Objects.requireNonNull(deadline, "deadline");
        if (maxOutputTokens < 1) {
            throw new IllegalArgumentException("max output tokens " + maxOutputTokens + " must be at least 1");
        }
    }

    /** A request that a remembered answer may answer. */
    public ChatRequest(Attribution attribution, Prompt prompt, ModelTier tier, int maxOutputTokens, Instant deadline) {
        this(attribution, prompt, tier, maxOutputTokens, deadline, false);
    }

    /** The same request, which only a model may answer. */
    public ChatRequest anew() {
        return new ChatRequest(attribution, prompt, tier, maxOutputTokens, deadline, true);
    }

    /** The same request with another prompt. */
    public ChatRequest with(Prompt other) {
        return new ChatRequest(attribution, other, tier, maxOutputTokens, deadline, again);
    }

    /** The same for a model of this tier. */
    public ChatRequest with(ModelTier other) {
        return new ChatRequest(attribution, prompt, other, maxOutputTokens, deadline, again);
    }
}
