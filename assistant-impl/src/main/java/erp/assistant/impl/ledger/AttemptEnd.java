package erp.assistant.impl.ledger;

import erp.assistant.chat.Completion;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.TokenUsage;
import java.util.EnumSet;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How an attempt ended.
 *
 * @param outcome the completion's reason or the fault's kind in lower case with dashes; {@code internal} if the assistant itself failed
 * @param responseModel empty if no response named a model
 * @param httpStatus 0 if there was none
 * @param inStream whether the provider told of a failure inside a stream that had begun with status 200
 * @param sent false if it is known that nothing left
 */
record AttemptEnd(
        String outcome,
        String responseModel,
        int httpStatus,
        boolean inStream,
        TokenUsage usage,
        OptionalLong firstContentMillis,
        long totalMillis,
        String requestId,
        boolean sent) {

    /** Kinds that a provider tells, by status or inside a stream; the others are found by this side. */
    private static final Set<ProviderFault.Kind> TOLD = EnumSet.of(
            ProviderFault.Kind.SERVER_ERROR,
            ProviderFault.Kind.OVERLOADED,
            ProviderFault.Kind.RATE_LIMITED,
            ProviderFault.Kind.QUOTA,
            ProviderFault.Kind.AUTHENTICATION,
            ProviderFault.Kind.NOT_FOUND,
            ProviderFault.Kind.TOO_LARGE,
            ProviderFault.Kind.INVALID_REQUEST);

    static AttemptEnd completed(
            Completion completion, TokenUsage usage, OptionalLong firstContentMillis, long totalMillis) {
        return new AttemptEnd(
                word(completion.reason()),
                completion.model(),
                200,
                false,
                usage,
                firstContentMillis,
                totalMillis,
                completion.requestId(),
                true);
    }

    static AttemptEnd failed(ProviderFault fault, TokenUsage usage, OptionalLong firstContentMillis, long totalMillis) {
        boolean inStream = TOLD.contains(fault.kind()) && (fault.inStream() || fault.status() == 200);
        return new AttemptEnd(
                word(fault.kind()),
                fault.model(),
                inStream ? 200 : fault.status(),
                inStream,
                usage,
                firstContentMillis,
                totalMillis,
                fault.requestId(),
                fault.sent());
    }

    static AttemptEnd internal(TokenUsage usage, OptionalLong firstContentMillis, long totalMillis) {
        return new AttemptEnd("internal", "", 0, false, usage, firstContentMillis, totalMillis, "", true);
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
