package erp.assistant.report;

import erp.assistant.AnswerEvent.Figures;
import erp.assistant.Cost;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One question of a run, and how its answer was judged.
 *
 * @param position in the run, from 0
 * @param caseId as in {@link EvaluationCases.Entry#id()}
 * @param language that was asked in and in which the answer was wanted
 * @param factsRight what was expected and is in the answer, as {@link erp.assistant.evaluation.Expectation#words()} has it
 * @param forbiddenFound what was sent or said and must not be
 * @param languageAnswered the language that the answer's words tell, if they do
 * @param refused whether the model declined, or the record was not available to the person
 * @param cost empty if nobody knows
 * @param problem the code of why there is no answer, such as {@code provider-unavailable}; or empty
 * @param answer the text; empty if it was not asked for
 */
public record EvaluationResult(
        int position,
        String caseId,
        String name,
        String language,
        int variant,
        Status status,
        List<String> factsRight,
        List<String> factsMissing,
        List<String> forbiddenFound,
        Figures figures,
        Optional<String> languageAnswered,
        boolean refused,
        boolean refusalExpected,
        long inputTokens,
        long outputTokens,
        Optional<Cost> cost,
        OptionalLong firstMillis,
        long totalMillis,
        String model,
        String template,
        String problem,
        String answer) {

    /** How it stands. */
    public enum Status {
        WAITING,
        ASKED,
        DONE,
        FAILED,
        LEFT_OUT;

        /** In the database and in the HTTP interface. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public EvaluationResult {
        Objects.requireNonNull(status, "status");
        factsRight = List.copyOf(factsRight);
        factsMissing = List.copyOf(factsMissing);
        forbiddenFound = List.copyOf(forbiddenFound);
    }

    /** Whether the answer is in the language of the question; empty if its words do not tell. */
    public Optional<Boolean> languageRight() {
        return languageAnswered.map(language::equals);
    }

    /**
     * Whether nothing is wrong with it: it says all that is expected and nothing forbidden, no figure is unmatched, the language is
     * right or cannot be told, and it is refused if and only if that was expected.
     */
    public boolean good() {
        return status == Status.DONE
                && refused == refusalExpected
                && factsMissing.isEmpty()
                && forbiddenFound.isEmpty()
                && figures.unmatched().isEmpty()
                && languageRight().orElse(true);
    }
}
