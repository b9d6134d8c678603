package erp.assistant.impl.ledger;

import erp.assistant.chat.Completion;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * How an answer ended for its asker.
 *
 * @param outcome a {@link Completion.Reason} in lower case, {@code failed} or {@code budget-reached}
 * @param source who answered, in lower case; empty if nobody did
 * @param provider the name of who answered, empty if nobody did
 * @param model the model that answered, empty if none did
 * @param firstMillis from the question's arrival to the first text; empty if none came
 * @param totalMillis from the question's arrival to the end
 * @param repeats the answer that was given again from the cache
 */
public record AnswerOutcome(
        String outcome,
        String source,
        String provider,
        String model,
        OptionalLong firstMillis,
        long totalMillis,
        Optional<UUID> repeats) {

    static final String FAILED = "failed";
    static final String BUDGET_REACHED = "budget-reached";

    public AnswerOutcome {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(firstMillis, "firstMillis");
        Objects.requireNonNull(repeats, "repeats");
        if (totalMillis < 0) {
            throw new IllegalArgumentException("total millis " + totalMillis + " must not be negative");
        }
    }

    /** Of an answer that is not from the cache. */
    AnswerOutcome(
            String outcome, String source, String provider, String model, OptionalLong firstMillis, long totalMillis) {
        this(outcome, source, provider, model, firstMillis, totalMillis, Optional.empty());
    }

    /** An answer, whole or broken off. */
    public static AnswerOutcome of(Completion completion, OptionalLong firstMillis, long totalMillis) {
        return new AnswerOutcome(
                AttemptEnd.word(completion.reason()),
                AttemptEnd.word(completion.source()),
                completion.provider(),
                completion.model(),
                firstMillis,
                totalMillis,
                repeats(completion));
    }

    /** An error instead of an answer. */
    public static AnswerOutcome failed(OptionalLong firstMillis, long totalMillis) {
        return new AnswerOutcome(FAILED, "", "", "", firstMillis, totalMillis);
    }

    /** A budget had no room for it. No failure: neither a provider nor the assistant was unavailable. */
    public static AnswerOutcome budgetReached(OptionalLong firstMillis, long totalMillis) {
        return new AnswerOutcome(BUDGET_REACHED, "", "", "", firstMillis, totalMillis);
    }

    /** The asker stopped it before anybody had answered. */
    public static AnswerOutcome stopped(OptionalLong firstMillis, long totalMillis) {
        return new AnswerOutcome(AttemptEnd.word(Completion.Reason.STOPPED), "", "", "", firstMillis, totalMillis);
    }

    private static Optional<UUID> repeats(Completion completion) {
        return completion.source() == Completion.Source.CACHE
                        && !completion.requestId().isEmpty()
                ? Optional.of(UUID.fromString(completion.requestId()))
                : Optional.empty();
    }
}
