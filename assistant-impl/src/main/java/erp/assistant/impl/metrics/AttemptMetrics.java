package erp.assistant.impl.metrics;

import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.report.LedgerRow;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Consumer;

/** Counts each settled attempt once. */
@Singleton
public final class AttemptMetrics implements Consumer<LedgerRow> {

    private final Meters meters;
    private final SettingsSource settings;

    @Inject
    AttemptMetrics(Meters meters, SettingsSource settings) {
        this.meters = meters;
        this.settings = settings;
    }

    @Override
    public void accept(LedgerRow row) {
        Settings now = settings.current();
        String provider = Labels.provider(now, row.provider());
        String requested = Labels.model(now, row.requestedModel());
        String responded = row.responseModel().isEmpty() ? Labels.NONE : Labels.model(now, row.responseModel());

        meters.count(Metric.ATTEMPTS, 1, provider, Labels.attemptOutcome(row.outcome()));
        ErrorClass.of(row).ifPresent(error -> meters.count(Metric.PROVIDER_ERRORS, 1, provider, error.label()));
        row.cost()
                .ifPresentOrElse(
                        cost -> meters.count(
                                Metric.COST, cost.nanos(), cost.currency().getCurrencyCode(), requested),
                        () -> meters.count(Metric.UNPRICED, 1));
        row.totalMillis()
                .ifPresent(millis -> meters.duration(
                        Metric.OPERATION_DURATION,
                        Duration.ofMillis(millis),
                        provider,
                        requested,
                        responded,
                        Labels.errorType(row.outcome())));
        row.firstContentMillis()
                .ifPresent(millis -> meters.duration(
                        Metric.TIME_TO_FIRST_CHUNK, Duration.ofMillis(millis), provider, requested, responded));
        TokenUsage usage = row.usage();
        if (usage.source() != TokenUsage.Source.NONE) {
            meters.amount(Metric.TOKEN_USAGE, usage.totalInput(), provider, requested, responded, "input");
            meters.amount(Metric.TOKEN_USAGE, usage.totalOutput(), provider, requested, responded, "output");
        }
    }
}
