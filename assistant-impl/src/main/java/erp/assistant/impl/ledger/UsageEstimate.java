package erp.assistant.impl.ledger;

import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.TokenUsage;

/**
 * What an attempt probably used when the provider did not say: the prompt's estimate and the text that came, flagged as
 * estimated and never above what was reserved.
 */
final class UsageEstimate {

    private UsageEstimate() {}

    static TokenUsage orEstimated(TokenUsage told, ChatRequest request, long characters) {
        if (told.source() != TokenUsage.Source.NONE) {
            return told;
        }
        return new TokenUsage(
                request.prompt().estimatedTokens(),
                0,
                0,
                0,
                Math.min(TokenUsage.estimate(characters), request.maxOutputTokens()),
                0,
                TokenUsage.Source.ESTIMATED);
    }

    static TokenUsage of(ProviderFault fault, ChatRequest request, long characters) {
        return mayBeBilled(fault, characters) ? orEstimated(fault.usage(), request, characters) : fault.usage();
    }

    /** Providers bill what their model has worked on, not a request that they refuse or never see. */
    private static boolean mayBeBilled(ProviderFault fault, long characters) {
        if (!fault.sent()) {
            return false;
        }
        return switch (fault.kind()) {
            case TRUNCATED, FIRST_CONTENT_TIMEOUT, IDLE_TIMEOUT, TOTAL_TIMEOUT, MALFORMED, CANCELLED -> true;
            case CONNECT,
                    SERVER_ERROR,
                    OVERLOADED,
                    RATE_LIMITED,
                    QUOTA,
                    AUTHENTICATION,
                    NOT_FOUND,
                    TOO_LARGE,
                    INVALID_REQUEST -> characters > 0;
        };
    }
}
