package erp.assistant;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Why there is no answer, in words for the person who asked.
 *
 * @param detail one or two sentences: the cause and what can be done; no codes, no internals
 * @param retryAfter when to try again
 * @param resetDate when the budget begins anew
 */
public record Problem(Code code, String detail, Optional<Duration> retryAfter, Optional<LocalDate> resetDate) {

    /** The closed set of causes; the HTTP layer gives each its status. */
    public enum Code {
        QUESTION_INVALID,
        NOT_SIGNED_IN,
        NOT_ALLOWED,
        RECORD_NOT_AVAILABLE,
        TOO_LARGE,
        RATE_LIMITED,
        BUDGET_REACHED,
        SWITCHED_OFF,
        OVERLOADED,
        PROVIDER_UNAVAILABLE,
        TIMEOUT,
        INTERNAL
    }

    public Problem {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(detail, "detail");
    }

    public static Problem of(Code code, String detail) {
        return new Problem(code, detail, Optional.empty(), Optional.empty());
    }
}
