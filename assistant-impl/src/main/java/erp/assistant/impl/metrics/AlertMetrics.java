package erp.assistant.impl.metrics;

import erp.assistant.report.ProviderAlert;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/** Counts what an admin must do something about, each time it is seen. */
@Singleton
public final class AlertMetrics implements Consumer<ProviderAlert> {

    private final Meters meters;

    @Inject
    AlertMetrics(Meters meters) {
        this.meters = meters;
    }

    @Override
    public void accept(ProviderAlert alert) {
        meters.count(Metric.ALERTS, 1, alert.slot(), alert.cause());
    }
}
