package erp.assistant.impl.metrics;

import erp.assistant.report.Occupancy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Shows how full the server is. */
@Singleton
class OccupancyGauges {

    private static final int PRIORITY = 3000;

    private final AllMeters meters;
    private final Occupancy occupancy;

    @Inject
    OccupancyGauges(AllMeters meters, Occupancy occupancy) {
        this.meters = meters;
        this.occupancy = occupancy;
    }

    void start(@Observes @Priority(PRIORITY) Startup event) {
        meters.gauge(Metric.OPEN_ANSWERS, occupancy::open);
        meters.gauge(Metric.OPEN_ANSWERS_LIMIT, occupancy::limit);
    }
}
