package erp.assistant.impl.metrics;

import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.config.Slot;
import erp.assistant.report.LedgerRow;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;

/** Counts each settled attempt once. */
@Singleton
public final class AttemptMetrics implements Consumer<LedgerRow> {

    /** The operation of {@code gen_ai.operation.name}: all requests are of this one. */
    private static final String CHAT = "chat";

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
                        CHAT,
                        provider,
                        requested,
                        responded,
                        Labels.errorType(row.outcome())));
        // By the conventions, not of answers that come whole.
        if (streams(now, row)) {
            row.firstContentMillis()
                    .ifPresent(millis -> meters.duration(
                            Metric.TIME_TO_FIRST_CHUNK,
                            Duration.ofMillis(millis),
                            CHAT,
                            provider,
                            requested,
                            responded));
        }
        // By the conventions, not what is only estimated.
        TokenUsage usage = row.usage();
        if (usage.source() == TokenUsage.Source.REPORTED) {
            meters.amount(Metric.TOKEN_USAGE, usage.totalInput(), CHAT, provider, requested, responded, "input");
            meters.amount(Metric.TOKEN_USAGE, usage.totalOutput(), CHAT, provider, requested, responded, "output");
            meters.count(Metric.INPUT, usage.cacheRead(), provider, requested, "cached");
            meters.count(Metric.INPUT, usage.totalInput() - usage.cacheRead(), provider, requested, "fresh");
        }
    }

    private static boolean streams(Settings settings, LedgerRow row) {
        return Arrays.stream(Slot.values())
                .filter(slot -> slot.key().equals(row.slot()))
                .flatMap(slot -> settings.provider(slot).stream())
                .allMatch(ProviderSettings::streaming);
    }
}
