package erp.assistant.impl.metrics;

import erp.assistant.chat.ProviderFault;
import erp.assistant.report.AnswerRow;
import erp.assistant.report.EvaluationRuns;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Counts each answer once, as its asker had it. */
@Singleton
public final class AnswerMetrics {

    private final Meters meters;

    @Inject
    AnswerMetrics(Meters meters) {
        this.meters = meters;
    }

    /**
     * Counts an answer that somebody has asked for.
     *
     * @param last the failure of the provider that was asked last, if the answer failed by it
     */
    public void accept(AnswerRow row, Optional<ProviderFault> last) {
        if (row.action().equals(EvaluationRuns.ACTION)) {
            // Nobody waited for it; its attempts are counted as all are.
            return;
        }
        String source = Labels.source(row.source());
        String outcome = Labels.answerOutcome(row.outcome());
        meters.count(Metric.ANSWERS, 1, source, outcome);
        ErrorClass.of(row, last).ifPresent(error -> meters.count(Metric.ANSWER_ERRORS, 1, error.label()));
        row.firstMillis()
                .ifPresent(millis -> meters.duration(Metric.ANSWER_FIRST_RESPONSE, Duration.ofMillis(millis), source));
        meters.duration(Metric.ANSWER_DURATION, Duration.ofMillis(row.totalMillis()), source, outcome);
    }
}
