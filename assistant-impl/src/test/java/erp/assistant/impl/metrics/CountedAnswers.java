package erp.assistant.impl.metrics;

import java.util.List;

/** Answer metrics that tests of other packages can read. */
public final class CountedAnswers {

    private final RecordingMeters meters = new RecordingMeters();

    public AnswerMetrics metrics() {
        return new AnswerMetrics(meters);
    }

    public List<String> lines() {
        return List.copyOf(meters.lines);
    }
}
