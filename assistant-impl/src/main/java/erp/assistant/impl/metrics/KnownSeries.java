package erp.assistant.impl.metrics;

import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Settings;
import java.util.stream.Stream;

/**
 * Counters of failures that are shown as 0 from the start: Prometheus does not see the first step of a series that begins with
 * it, so that the first failure after a start would raise no alert.
 */
final class KnownSeries {

    private KnownSeries() {}

    static void begin(Meters meters, Settings settings) {
        for (ErrorClass error : ErrorClass.values()) {
            Stream.concat(Stream.of(settings.primary()), settings.backup().stream())
                    .map(ProviderSettings::name)
                    .distinct()
                    .forEach(provider -> meters.count(Metric.PROVIDER_ERRORS, 0, provider, error.label()));
            meters.count(Metric.ANSWER_ERRORS, 0, error.label());
        }
        meters.count(Metric.UNPRICED, 0);
    }
}
