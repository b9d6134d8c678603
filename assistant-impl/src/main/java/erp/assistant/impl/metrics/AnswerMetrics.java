package erp.assistant.impl.metrics;

import erp.assistant.report.AnswerRow;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Consumer;

/** Counts each answer once, as its asker had it. */
@Singleton
public final class AnswerMetrics implements Consumer<AnswerRow> {

    private final Meters meters;

    @Inject
    AnswerMetrics(Meters meters) {
        this.meters = meters;
    }

    @Override
    public void accept(AnswerRow row) {
        String source = Labels.source(row.source());
        String outcome = Labels.answerOutcome(row.outcome());
        meters.count(Metric.ANSWERS, 1, source, outcome);
        row.firstMillis()
                .ifPresent(millis -> meters.duration(Metric.ANSWER_FIRST_RESPONSE, Duration.ofMillis(millis), source));
        meters.duration(Metric.ANSWER_DURATION, Duration.ofMillis(row.totalMillis()), source, outcome);
    }
}
