package erp.assistant.chat;

import java.time.Instant;
import java.util.Objects;

/**
 * A provider-neutral request: the same one can be sent to any provider.
 *
 * @param maxOutputTokens the most tokens the answer may have, at least 1
 * @param deadline when the whole answer must have ended, over all attempts
 * @param again whether a remembered answer to the same prompt is not wanted
 * @param sharing with whom the answer may be shared; never sent to a provider
 * @param model the name of the model that is asked, instead of the provider's for this tier; or empty
 */
public record ChatRequest(
        Attribution attribution,
        Prompt prompt,
        ModelTier tier,
        int maxOutputTokens,
        Instant deadline,
        boolean again,
        Sharing sharing,
        String model) {

    /**
     * With whom an answer may be shared.
     *
     * @param view a fingerprint of all that the asker may see of the record, also of what is not sent; requests with different ones
     *     never share an answer. Empty if it is not known
     * @param allowed false if the answer may be given to nobody else and not again
     */
    public record Sharing(String view, boolean allowed) {

        /** With whoever has the same prompt sent. */
        public static final Sharing BY_PROMPT = new Sharing("", true);

        public Sharing {
            Objects.requireNonNull(view, "view");
        }
    }

    public ChatRequest {
        Objects.requireNonNull(attribution, "attribution");
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(tier, "tier");
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(sharing, "sharing");
        Objects.requireNonNull(model, "model");
        if (maxOutputTokens < 1) {
            throw new IllegalArgumentException("max output tokens " + maxOutputTokens + " must be at least 1");
        }
    }

    /** A request for whatever model a provider has for the tier. */
    public ChatRequest(
            Attribution attribution,
            Prompt prompt,
            ModelTier tier,
            int maxOutputTokens,
            Instant deadline,
            boolean again,
            Sharing sharing) {
        this(attribution, prompt, tier, maxOutputTokens, deadline, again, sharing, "");
    }

    /** A request whose answer may be shared by the prompt alone. */
    public ChatRequest(
            Attribution attribution,
            Prompt prompt,
            ModelTier tier,
            int maxOutputTokens,
            Instant deadline,
            boolean again) {
        this(attribution, prompt, tier, maxOutputTokens, deadline, again, Sharing.BY_PROMPT);
    }

    /** A request that a remembered answer may answer. */
    public ChatRequest(Attribution attribution, Prompt prompt, ModelTier tier, int maxOutputTokens, Instant deadline) {
        this(attribution, prompt, tier, maxOutputTokens, deadline, false);
    }

    /** The same request, which only a model may answer. */
    public ChatRequest anew() {
        return new ChatRequest(attribution, prompt, tier, maxOutputTokens, deadline, true, sharing, model);
    }

    /** The same request with another prompt about the same record, whose answer may be shared with the same people. */
    public ChatRequest with(Prompt other) {
        return new ChatRequest(attribution, other, tier, maxOutputTokens, deadline, again, sharing, model);
    }

    /** The same for a model of this tier. */
    public ChatRequest with(ModelTier other) {
        return new ChatRequest(attribution, prompt, other, maxOutputTokens, deadline, again, sharing, model);
    }

    /** The same, whose answer may be shared with these alone. */
    public ChatRequest with(Sharing other) {
        return new ChatRequest(attribution, prompt, tier, maxOutputTokens, deadline, again, other, model);
    }

    /** The same for the model of this name, at whichever provider it is sent to. */
    public ChatRequest named(String other) {
        return new ChatRequest(attribution, prompt, tier, maxOutputTokens, deadline, again, sharing, other);
    }
}
