package erp.assistant.impl.metrics;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Gives each value to MicroProfile Metrics, and to OpenTelemetry where the server has it. */
@Singleton
class AllMeters implements Meters {

    private final MicroProfileMeters first;
    private final List<MoreMeters> more;

    @Inject
    AllMeters(MicroProfileMeters first, @Any Instance<MoreMeters> more) {
        this(first, more.stream().toList());
    }

    AllMeters(MicroProfileMeters first, List<MoreMeters> more) {
        this.first = first;
        this.more = List.copyOf(more);
    }

    @Override
    public void count(Metric metric, long by, String... tags) {
        first.count(metric, by, tags);
        more.forEach(meters -> meters.count(metric, by, tags));
    }

    @Override
    public void amount(Metric metric, long value, String... tags) {
        first.amount(metric, value, tags);
        more.forEach(meters -> meters.amount(metric, value, tags));
    }

    @Override
    public void duration(Metric metric, Duration value, String... tags) {
        first.duration(metric, value, tags);
        more.forEach(meters -> meters.duration(metric, value, tags));
    }

    void gauge(Metric metric, Supplier<? extends Number> now) {
        first.gauge(metric, now);
        more.forEach(meters -> meters.gauge(metric, () -> now.get().doubleValue()));
    }
}
