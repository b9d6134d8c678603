package erp.assistant.impl.provider;

import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.TokenUsage.Source;
import org.jspecify.annotations.Nullable;

/**
 * The usage of one stream: what the provider reported, and an estimate of the text that came after its last report. Used by
 * one thread at a time.
 */
final class UsageTally {

    private final int estimatedInput;
    private @Nullable TokenUsage reported;
    private long charactersSince;

    /** @param estimatedInput the prompt's tokens, for a provider that says nothing */
    UsageTally(int estimatedInput) {
        this.estimatedInput = estimatedInput;
    }

    void reported(TokenUsage usage) {
        reported = usage;
        if (usage.source() == Source.REPORTED) {
            charactersSince = 0;
        }
    }

    /** Takes the output of a provider that does not tell the input. */
    void reportedOutput(long output, long reasoning) {
        reported = new TokenUsage(estimatedInput, 0, 0, 0, output, reasoning, Source.PARTIAL);
        charactersSince = 0;
    }

    void shown(String text) {
        charactersSince += text.length();
    }

    /** The usage of an answer that the provider ended. */
    TokenUsage ofWhole() {
        return reported != null && reported.source() == Source.REPORTED ? reported : soFar();
    }

    /** The usage of an answer that broke off: never the provider's final word. */
    TokenUsage soFar() {
        long since = TokenUsage.estimate(charactersSince);
        if (reported == null) {
            return new TokenUsage(estimatedInput, 0, 0, 0, since, 0, Source.ESTIMATED);
        }
        return reported.plusOutput(since, Source.PARTIAL);
    }
}
