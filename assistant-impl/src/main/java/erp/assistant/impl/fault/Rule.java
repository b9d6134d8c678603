package erp.assistant.impl.fault;

import java.util.Optional;
import java.util.Set;

/**
 * What follows from a kind of failure.
 *
 * @param before the steps while no text was shown; they are taken in the order of {@link Step}
 * @param restart whether an answer whose text was shown may start anew on the backup
 * @param countsForBreaker whether it is a failure for the provider's circuit breaker
 * @param alert what an admin has to be told
 */
public record Rule(Set<Step> before, boolean restart, boolean countsForBreaker, Optional<Alert> alert) {

    public Rule {
        before = Set.copyOf(before);
        if (before.contains(Step.END) == before.contains(Step.NEXT)) {
            throw new IllegalArgumentException("either the next provider is asked or nobody, not " + before);
        }
        if (before.contains(Step.END) && before.size() > 1) {
            throw new IllegalArgumentException("nothing goes with the end, not " + before);
        }
    }

    public boolean has(Step step) {
        return before.contains(step);
    }
}
