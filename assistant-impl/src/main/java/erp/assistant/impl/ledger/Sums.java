package erp.assistant.impl.ledger;

import erp.assistant.impl.ledger.Dimension.Facets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a span of time, added up by each dimension. Its size depends on how many slices there are, not on the rows. Not safe
 * for use by several threads.
 */
final class Sums {

    /**
     * More combinations than these of one span are not kept: reading a month is bounded by them. One filter at a time is not concerned.
     */
    static final int MOST_COMBINATIONS = 2_000;

    /** Attempts that are counted together; the outcome is empty while they are open. */
    record AttemptKey(Dimension dimension, String slice, String outcome, boolean inStream, String currency) {}

    /**
     * So many attempts.
     *
     * @param priced how many of them have a cost
     * @param nanos their cost; a sum too big for a long is an {@link ArithmeticException}, never a wrong number
     * @param inputTokens all input of those whose provider told it
     * @param cachedTokens how much of it the provider had in its cache
     */
    record AttemptSum(long attempts, long priced, long nanos, long inputTokens, long cachedTokens) {
        AttemptSum plus(AttemptSum other) {
            return new AttemptSum(
                    attempts + other.attempts,
                    priced + other.priced,
                    Math.addExact(nanos, other.nanos),
                    inputTokens + other.inputTokens,
                    cachedTokens + other.cachedTokens);
        }
    }

    /** Answers that are counted together; outcome and currency are empty while they are open. */
    record AnswerKey(Dimension dimension, String slice, String outcome, String currency) {}

    /**
     * So many answers.
     *
     * @param cacheHits how many of them came from the cache
     * @param savedNanos what those would have cost, as far as known
     */
    record AnswerSum(long answers, long cacheHits, long savedNanos) {
        AnswerSum plus(AnswerSum other) {
            return new AnswerSum(
                    answers + other.answers, cacheHits + other.cacheHits, Math.addExact(savedNanos, other.savedNanos));
        }
    }

    /** Which of an answer's two durations. */
    enum Phase {
        /** To the first text, of each answer that showed one. */
        FIRST,
        /** To the end, of answers that reached one. */
        FULL
    }

    record LatencyKey(Dimension dimension, String slice, Phase phase) {}

    private final Map<AttemptKey, AttemptSum> attempts = new HashMap<>();
    private final Map<AnswerKey, AnswerSum> answers = new HashMap<>();
    private final Map<LatencyKey, LatencySketch> latencies = new HashMap<>();

    void attempt(
            Facets facets,
            String outcome,
            boolean inStream,
            String currency,
            @Nullable Long nanos,
            long inputTokens,
            long cachedTokens) {
        AttemptSum one = new AttemptSum(1, nanos == null ? 0 : 1, nanos == null ? 0 : nanos, inputTokens, cachedTokens);
        for (Dimension dimension : Dimension.values()) {
            attempts.merge(
                    new AttemptKey(dimension, dimension.slice(facets), outcome, inStream, currency),
                    one,
                    AttemptSum::plus);
        }
    }

    void answer(
            Facets facets,
            String outcome,
            String currency,
            boolean cacheHit,
            @Nullable Long saved,
            @Nullable Long firstMillis,
            @Nullable Long totalMillis) {
        AnswerSum one = new AnswerSum(1, cacheHit ? 1 : 0, saved == null ? 0 : saved);
        for (Dimension dimension : Dimension.values()) {
            String slice = dimension.slice(facets);
            answers.merge(new AnswerKey(dimension, slice, outcome, currency), one, AnswerSum::plus);
            if (dimension == Dimension.DETAIL) {
                continue;
            }
            if (firstMillis != null) {
                sketch(new LatencyKey(dimension, slice, Phase.FIRST)).add(firstMillis);
            }
            if (totalMillis != null && reachedAnEnd(outcome)) {
                sketch(new LatencyKey(dimension, slice, Phase.FULL)).add(totalMillis);
            }
        }
    }

    private static boolean reachedAnEnd(String outcome) {
        return switch (outcome) {
            case "end", "length", "refusal" -> true;
            default -> false;
        };
    }

    private LatencySketch sketch(LatencyKey key) {
        return latencies.computeIfAbsent(key, any -> new LatencySketch());
    }

    /** How many combinations there are. */
    int combinations() {
        return (int) Stream.concat(
                        attempts.keySet().stream()
                                .filter(key -> key.dimension() == Dimension.COMBINATION)
                                .map(AttemptKey::slice),
                        answers.keySet().stream()
                                .filter(key -> key.dimension() == Dimension.COMBINATION)
                                .map(AnswerKey::slice))
                .distinct()
                .count();
    }

    /** Leaves combinations out if there are too many to be kept. */
    void bound() {
        if (combinations() > MOST_COMBINATIONS) {
            attempts.keySet().removeIf(key -> key.dimension() == Dimension.COMBINATION);
            answers.keySet().removeIf(key -> key.dimension() == Dimension.COMBINATION);
            latencies.keySet().removeIf(key -> key.dimension() == Dimension.COMBINATION);
        }
    }

    /** Shows all sums as those of a day. */
    void visit(String day, RollupTable.Visitor visitor) {
        attempts.forEach((key, sum) -> visitor.attempts(day, key, sum));
        answers.forEach((key, sum) -> visitor.answers(day, key, sum));
        latencies.forEach((key, sketch) -> visitor.latencies(day, key, sketch.toString()));
    }

    Map<AttemptKey, AttemptSum> attempts() {
        return attempts;
    }

    Map<AnswerKey, AnswerSum> answers() {
        return answers;
    }

    Map<LatencyKey, LatencySketch> latencies() {
        return latencies;
    }
}
