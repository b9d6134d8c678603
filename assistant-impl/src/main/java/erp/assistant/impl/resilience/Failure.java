package erp.assistant.impl.resilience;

import erp.assistant.chat.Completion;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.fault.FaultTable;
import erp.assistant.impl.fault.Rule;
import erp.assistant.impl.fault.Step;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A provider that did not give a whole answer, after all its attempts.
 *
 * @param cause a {@link ProviderFault}, unless something of our own failed
 * @param shown whether text had reached the asker
 */
record Failure(Throwable cause, boolean shown) {

    static Failure of(Throwable thrown, boolean shown) {
        Throwable cause = thrown;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof AttemptFailed failed) {
            cause = failed.fault();
        } else if (cause instanceof TimeoutException) {
            // Not TOTAL_TIMEOUT: an admin may have set this limit below the deadline, and then the backup still has
            // time.
            Kind kind = shown ? Kind.IDLE_TIMEOUT : Kind.FIRST_CONTENT_TIMEOUT;
            cause = ProviderFault.of(kind, "the time limit of fault tolerance ended the attempt")
                    .contentShown(shown)
                    .cause(cause)
                    .build();
        }
        return new Failure(cause, shown);
    }

    /** The kind of fault; {@code null} if the provider was not asked at all: breaker open, no free place, own failure. */
    @Nullable
    Kind kind() {
        return cause instanceof ProviderFault fault ? fault.kind() : null;
    }

    /** Whether another provider may do better: not if the time is up. */
    boolean othersMayAnswer() {
        Kind kind = kind();
        if (kind == null) {
            return true;
        }
        Rule rule = FaultTable.SHIPPED.rule(kind);
        return shown ? rule.restart() : rule.has(Step.NEXT);
    }

    /** Whether the asker is told the reason if nobody answers, instead of being shown facts. */
    boolean isToBeTold() {
        Kind kind = kind();
        return kind != null && FaultTable.SHIPPED.rule(kind).has(Step.TELL);
    }

    /** The end of an answer whose text was shown and did not come to its end; who gave it is empty if our own failure hides it. */
    Completion incomplete(Completion.Source source) {
        Completion.Reason reason = kind() == Kind.IDLE_TIMEOUT || kind() == Kind.TOTAL_TIMEOUT
                ? Completion.Reason.TIMEOUT
                : Completion.Reason.TRUNCATED;
        return endedFor(reason, source);
    }

    /** The end of an answer that its asker stopped while this provider had it. */
    Completion stopped(Completion.Source source) {
        return endedFor(Completion.Reason.STOPPED, source);
    }

    private Completion endedFor(Completion.Reason reason, Completion.Source source) {
        return cause instanceof ProviderFault fault
                ? new Completion(reason, source, fault.provider(), fault.model(), fault.usage(), fault.requestId())
                : new Completion(reason, source, "", "", TokenUsage.NONE, "");
    }
}
