package erp.assistant.impl.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Keeps each value as a line such as {@code assistant_attempts{provider=anthropic,outcome=end} 1}. */
final class RecordingMeters implements Meters {

    final List<String> lines = new ArrayList<>();

    @Override
    public void count(Metric metric, long by, String... tags) {
        record(Metric.Kind.COUNT, metric, String.valueOf(by), tags);
    }

    @Override
    public void amount(Metric metric, long value, String... tags) {
        record(Metric.Kind.AMOUNT, metric, String.valueOf(value), tags);
    }

    @Override
    public void duration(Metric metric, Duration value, String... tags) {
        record(Metric.Kind.DURATION, metric, value.toString(), tags);
    }

    private void record(Metric.Kind kind, Metric metric, String value, String... tags) {
        assertThat(metric.kind()).isEqualTo(kind);
        assertThat(tags).hasSameSizeAs(metric.tags());
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < tags.length; i++) {
            pairs.add(metric.tags().get(i) + "=" + tags[i]);
        }
        lines.add(metric.plainName()
                + pairs.toString().replace("[", "{").replace("]", "} ").replace(", ", ",")
                + value);
    }
}
