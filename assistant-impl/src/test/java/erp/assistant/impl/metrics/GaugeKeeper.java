package erp.assistant.impl.metrics;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Keeps gauges and nothing else. */
final class GaugeKeeper implements MoreMeters {

    private final Map<Metric, DoubleSupplier> gauges;

    GaugeKeeper(Map<Metric, DoubleSupplier> gauges) {
        this.gauges = gauges;
    }

    /** Meters of a registry that keeps nothing. */
    MicroProfileMeters none() {
        return new MicroProfileMeters((MetricRegistry) Proxy.newProxyInstance(
                MetricRegistry.class.getClassLoader(),
                new Class<?>[] {MetricRegistry.class},
                (proxy, method, arguments) -> null));
    }

    @Override
    public void gauge(Metric metric, DoubleSupplier now) {
        gauges.put(metric, now);
    }

    @Override
    public void count(Metric metric, long by, String... tags) {}

    @Override
    public void amount(Metric metric, long value, String... tags) {}

    @Override
    public void duration(Metric metric, Duration value, String... tags) {}
}
