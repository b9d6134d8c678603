package erp.assistant.impl;

import erp.assistant.Problem;
import erp.assistant.chat.Completion;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.fault.BudgetReached;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jspecify.annotations.Nullable;

/** What an asker is told about an answer that did not end by the provider's word. */
final class Endings {

    private static final Logger LOG = System.getLogger("erp.assistant");

    private Endings() {}

    /** The end of an answer that its asker stopped. */
    static Completion stopped(@Nullable Throwable failure) {
        if (unwrapped(failure) instanceof ProviderFault fault) {
            return new Completion(
                    Completion.Reason.STOPPED,
                    Completion.Source.PRIMARY,
                    fault.provider(),
                    fault.model(),
                    fault.usage(),
                    fault.requestId());
        }
        return new Completion(Completion.Reason.STOPPED, Completion.Source.PRIMARY, "", "", TokenUsage.NONE, "");
    }

    /** The provider's failure that a failure is, if it is one. */
    static Optional<ProviderFault> fault(@Nullable Throwable failure) {
        return unwrapped(failure) instanceof ProviderFault fault ? Optional.of(fault) : Optional.empty();
    }

    /** The cause in plain words; what is not a provider's fault is logged and shown as a reference only. */
    static Problem problem(@Nullable Throwable failure) {
        Throwable cause = unwrapped(failure);
        if (cause instanceof ProviderFault fault) {
            return ofFault(fault);
        }
        if (cause instanceof BudgetReached refusal) {
            return refusal.resetDate().map(Endings::budgetReached).orElseGet(() -> unavailable(null));
        }
        if (cause instanceof FaultToleranceException) {
            return unavailable(null);
        }
        return internal(cause);
    }

    /** A failure of the assistant itself: logged, and shown as a reference only. */
    static Problem internal(@Nullable Throwable cause) {
        String reference = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "answer failed, reference " + reference, cause);
        return Problem.of(
                Problem.Code.INTERNAL,
                "Something failed in the assistant. Try again, and give your administrator the reference " + reference
                        + " if it stays.");
    }

    private static Problem ofFault(ProviderFault fault) {
        return switch (fault.kind()) {
            case FIRST_CONTENT_TIMEOUT, IDLE_TIMEOUT, TOTAL_TIMEOUT ->
                Problem.of(Problem.Code.TIMEOUT, "The AI provider took too long. Try again in a moment.");
            case TOO_LARGE ->
                Problem.of(
                        Problem.Code.TOO_LARGE,
                        "The record and the question are too large for the AI model. Ask about a part of it.");
            default -> unavailable(fault.retryAfter());
        };
    }

    private static Problem budgetReached(LocalDate resetDate) {
        return new Problem(
                Problem.Code.BUDGET_REACHED,
                "The budget for the assistant is used up. Everything else works as before. It starts anew on "
                        + resetDate + "; your administrator can raise it.",
                Optional.empty(),
                Optional.of(resetDate));
    }

    private static Problem unavailable(@Nullable Duration retryAfter) {
        return new Problem(
                Problem.Code.PROVIDER_UNAVAILABLE,
                "No AI provider answers at the moment. The record itself is not affected; try again in a minute.",
                Optional.ofNullable(retryAfter),
                Optional.empty());
    }

    private static @Nullable Throwable unwrapped(@Nullable Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
