package erp.assistant.report;

import erp.assistant.AnswerEvent.Figures;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The answers of one variant of a run, with all that they are judged by: to be kept as a file and judged later, or on another server.
 *
 * <p>It holds values of real records, those that were sent, with tokens in the place of personal data; neither prompts nor keys.
 *
 * @param label whom it asked
 * @param recordedAt when its run began
 */
public record EvaluationRecording(String label, Instant recordedAt, List<Answer> answers) {

    public EvaluationRecording {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(recordedAt, "recordedAt");
        answers = List.copyOf(answers);
        Set<List<String>> keys = new HashSet<>();
        for (Answer answer : answers) {
            if (!keys.add(List.of(answer.caseId(), answer.language()))) {
                throw new IllegalArgumentException(
                        "there are two answers to " + answer.caseId() + " in " + answer.language());
            }
        }
    }

    /**
     * What came of a question.
     *
     * @param language of the question, an ISO 639 code
     * @param text as the asker would have read it
     * @param sent the values that the prompt held by id, with tokens for what is personal
     * @param cited ids of values that the text cites
     * @param answeredIn the language that the words of the text tell, if they do
     * @param refused whether the model declined, or the record was not available to the person
     * @param problem the code of why there is no answer, or empty
     */
    public record Answer(
            String caseId,
            String language,
            String text,
            Map<String, String> sent,
            Set<String> cited,
            Figures figures,
            Optional<String> answeredIn,
            boolean refused,
            String problem,
            long inputTokens,
            long outputTokens,
            OptionalLong firstMillis,
            long totalMillis,
            String model,
            String template) {
        public Answer {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(language, "language");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(figures, "figures");
            Objects.requireNonNull(problem, "problem");
            Objects.requireNonNull(model, "model");
            Objects.requireNonNull(template, "template");
            sent = Map.copyOf(sent);
            cited = Set.copyOf(cited);
        }
    }
}
