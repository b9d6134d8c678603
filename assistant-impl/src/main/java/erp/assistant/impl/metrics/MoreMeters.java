package erp.assistant.impl.metrics;

import java.util.function.DoubleSupplier;

/** Meters beside those of MicroProfile Metrics, where a server has them. */
interface MoreMeters extends Meters {

    /** Shows a number as it is whenever it is exported; NaN is left out. */
    void gauge(Metric metric, DoubleSupplier now);
}
