package erp.assistant.impl.metrics;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;

/**
 * Metrics for the exporter of MicroProfile Telemetry 2.1, under OpenTelemetry's own names, units and buckets. Without that feature,
 * and as long as {@code otel.sdk.disabled} is not false, nothing is kept.
 *
 * <p>Where the server does not show the application OpenTelemetry's API, this is no bean: see {@code META-INF/beans.xml}. What is
 * not known is left out, as the conventions want it, and not called {@code none}.
 */
@Singleton
@Typed(MoreMeters.class)
class OpenTelemetryMeters implements MoreMeters {

    private static final double NANOS = 1e9;

    private final List<Meter> meter;
    private final Map<Metric, LongCounter> counters = new ConcurrentHashMap<>();
    private final Map<Metric, LongHistogram> amounts = new ConcurrentHashMap<>();
    private final Map<Metric, DoubleHistogram> durations = new ConcurrentHashMap<>();

    @Inject
    OpenTelemetryMeters(Instance<Meter> meter) {
        this(meter.isResolvable() ? List.of(meter.get()) : List.of());
    }

    OpenTelemetryMeters(List<Meter> meter) {
        this.meter = List.copyOf(meter);
    }

    @Override
    public void count(Metric metric, long by, String... tags) {
        for (Meter server : meter) {
            counters.computeIfAbsent(
                            metric,
                            wanted -> server.counterBuilder(wanted.openName())
                                    .setUnit(wanted.unit())
                                    .setDescription(wanted.sentence())
                                    .build())
                    .add(by, attributes(metric, tags));
        }
    }

    @Override
    public void amount(Metric metric, long value, String... tags) {
        for (Meter server : meter) {
            amounts.computeIfAbsent(
                            metric,
                            wanted -> server.histogramBuilder(wanted.openName())
                                    .ofLongs()
                                    .setUnit(wanted.unit())
                                    .setDescription(wanted.sentence())
                                    .setExplicitBucketBoundariesAdvice(wanted.buckets().stream()
                                            .map(Double::longValue)
                                            .toList())
                                    .build())
                    .record(value, attributes(metric, tags));
        }
    }

    @Override
    public void duration(Metric metric, Duration value, String... tags) {
        for (Meter server : meter) {
            durations
                    .computeIfAbsent(
                            metric,
                            wanted -> server.histogramBuilder(wanted.openName())
                                    .setUnit(wanted.unit())
                                    .setDescription(wanted.sentence())
                                    .setExplicitBucketBoundariesAdvice(wanted.buckets())
                                    .build())
                    .record(value.toNanos() / NANOS, attributes(metric, tags));
        }
    }

    @Override
    public void gauge(Metric metric, DoubleSupplier now) {
        for (Meter server : meter) {
            server.gaugeBuilder(metric.openName())
                    .setUnit(metric.unit())
                    .setDescription(metric.sentence())
                    .buildWithCallback(measurement -> {
                        double value = now.getAsDouble();
                        if (!Double.isNaN(value)) {
                            measurement.record(value);
                        }
                    });
        }
    }

    private static Attributes attributes(Metric metric, String... tags) {
        AttributesBuilder attributes = Attributes.builder();
        List<String> names = metric.openTags();
        for (int i = 0; i < names.size(); i++) {
            if (!tags[i].equals(Labels.NONE)) {
                attributes.put(names.get(i), tags[i]);
            }
        }
        return attributes.build();
    }
}
