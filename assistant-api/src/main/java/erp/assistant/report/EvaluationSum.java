package erp.assistant.report;

import erp.assistant.Cost;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The answers of one variant, added up.
 *
 * @param language of the questions; empty for all
 * @param answered how many were answered, refusals among them
 * @param failed how many got no answer for another reason
 * @param good how many say all that is expected and nothing else, see {@link EvaluationResult#good()}
 * @param cost of all whose cost is known
 * @param unpriced how many have none
 * @param firstP50Millis the median time to the first text, by nearest rank; empty if there is none
 */
public record EvaluationSum(
        int variant,
        String language,
        int answered,
        int failed,
        int good,
        int factsExpected,
        int factsRight,
        int forbiddenFound,
        int figuresChecked,
        int figuresUnmatched,
        int languageRight,
        int languageWrong,
        int refused,
        int refusalsWrong,
        long inputTokens,
        long outputTokens,
        Cost cost,
        int unpriced,
        OptionalLong firstP50Millis,
        OptionalLong firstP95Millis) {

    /** The cost, if any is known. */
    public Optional<Cost> knownCost() {
        return unpriced > 0 && unpriced == answered + failed ? Optional.empty() : Optional.of(cost);
    }
}
