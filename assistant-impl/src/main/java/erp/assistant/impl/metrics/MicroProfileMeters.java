package erp.assistant.impl.metrics;

import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Metrics at {@code /metrics}, by MicroProfile Metrics 5.1.
 *
 * <p>Durations are timers, which keep fractions of a second. A registry keeps counters as doubles: exact up to 2<sup>53</sup>,
 * which is about nine million units of a currency between two starts of the server. Buckets are in {@code
 * META-INF/microprofile-config.properties}: only configuration can give them.
 */
@Singleton
@Typed(MicroProfileMeters.class)
class MicroProfileMeters implements Meters {

    private final MetricRegistry registry;

    @Inject
    MicroProfileMeters(MetricRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void count(Metric metric, long by, String... tags) {
        registry.counter(metadata(metric, Metric.Kind.COUNT), tags(metric, tags))
                .inc(by);
    }

    @Override
    public void amount(Metric metric, long value, String... tags) {
        registry.histogram(metadata(metric, Metric.Kind.AMOUNT), tags(metric, tags))
                .update(value);
    }

    @Override
    public void duration(Metric metric, Duration value, String... tags) {
        registry.timer(metadata(metric, Metric.Kind.DURATION), tags(metric, tags))
                .update(value);
    }

    /** Shows a number as it is whenever somebody looks. */
    void gauge(Metric metric, Supplier<? extends Number> now) {
        registry.gauge(metadata(metric, Metric.Kind.GAUGE), now);
    }

    private static Metadata metadata(Metric metric, Metric.Kind kind) {
        if (metric.kind() != kind) {
            throw new IllegalArgumentException(metric + " is no " + kind);
        }
        return Metadata.builder()
                .withName(metric.plainName())
                .withDescription(metric.sentence())
                .withUnit(kind == Metric.Kind.DURATION ? MetricUnits.SECONDS : MetricUnits.NONE)
                .build();
    }

    private static Tag[] tags(Metric metric, String... values) {
        List<String> names = metric.tags();
        if (names.size() != values.length) {
            throw new IllegalArgumentException(metric + " has the tags " + names);
        }
        Tag[] tags = new Tag[values.length];
        for (int i = 0; i < values.length; i++) {
            tags[i] = new Tag(names.get(i), values[i]);
        }
        return tags;
    }
}
