package erp.assistant.report;

import erp.assistant.Cost;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A run of the evaluation.
 *
 * @param limit empty if nobody is asked
 * @param spent what its questions have cost; of one whose cost is not known the upper bound
 * @param planned how many questions, over all languages and variants
 * @param done how many are answered or have failed
 * @param leftOut how many will not be asked any more
 * @param variants in words, in the order of their numbers
 * @param sums of each variant, and of each variant and language
 */
public record EvaluationRun(
        String id,
        State state,
        Instant startedAt,
        Optional<Instant> endedAt,
        String startedBy,
        Optional<Cost> limit,
        Cost spent,
        int planned,
        int done,
        int leftOut,
        List<Side> variants,
        List<EvaluationSum> sums) {

    /** How it stands. */
    public enum State {
        RUNNING,
        FINISHED,
        /** The next question might have gone above the limit. */
        SPENDING_LIMIT,
        /** A model has no known price, so that no limit can be kept. */
        UNPRICED,
        STOPPED,
        /** Its server has ended. */
        INTERRUPTED;

        /** In the database and in the HTTP interface. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public EvaluationRun {
        Objects.requireNonNull(state, "state");
        variants = List.copyOf(variants);
        sums = List.copyOf(sums);
    }

    /**
     * A variant.
     *
     * @param label whom it asks, as the configuration was at the start
     */
    public record Side(EvaluationPlan.Variant variant, String label) {}
}
