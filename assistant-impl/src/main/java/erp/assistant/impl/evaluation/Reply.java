package erp.assistant.impl.evaluation;

import erp.assistant.AnswerEvent.Figures;
import erp.assistant.report.EvaluationRecording.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What came of a question, before it is judged.
 *
 * @param text as the asker would have read it
 * @param sent the values that the prompt held by id, with tokens for what is personal
 * @param cited ids of values that the text cites
 * @param answeredIn the language that the words of the text tell, if they do
 * @param refused whether the model declined, or the record was not available to the person
 * @param problem the code of why there is no answer, or empty
 * @param cost in 10<sup>-9</sup> units of the company's currency; empty if nobody knows
 */
public record Reply(
        String text,
        Map<String, String> sent,
        Set<String> cited,
        Figures figures,
        Optional<String> answeredIn,
        boolean refused,
        String problem,
        long inputTokens,
        long outputTokens,
        Optional<Long> cost,
        OptionalLong firstMillis,
        long totalMillis,
        String model,
        String template) {

    private static final Figures NO_FIGURES = new Figures(0, List.of());

    public Reply {
        sent = Map.copyOf(sent);
        cited = Set.copyOf(cited);
    }

    /** Nothing was sent. */
    public static Reply none(String problem, boolean refused) {
        return new Reply(
                "",
                Map.of(),
                Set.of(),
                NO_FIGURES,
                Optional.empty(),
                refused,
                problem,
                0,
                0,
                Optional.of(0L),
                OptionalLong.empty(),
                0,
                "",
                "");
    }

    /** One of a file; it costs nothing. */
    static Reply of(Answer answer) {
        return new Reply(
                answer.text(),
                answer.sent(),
                answer.cited(),
                answer.figures(),
                answer.answeredIn(),
                answer.refused(),
                answer.problem(),
                answer.inputTokens(),
                answer.outputTokens(),
                Optional.of(0L),
                answer.firstMillis(),
                answer.totalMillis(),
                answer.model(),
                answer.template());
    }

    /** The same for a file. */
    Answer answer(String caseId, String language) {
        return new Answer(
                caseId,
                language,
                text,
                sent,
                cited,
                figures,
                answeredIn,
                refused,
                problem,
                inputTokens,
                outputTokens,
                firstMillis,
                totalMillis,
                model,
                template);
    }

    /** Whether there is something to judge. */
    boolean answered() {
        return refused || problem.isEmpty();
    }

    /** The same answer given again: it costs nothing. */
    Reply recorded() {
        return of(answer("", ""));
    }
}
