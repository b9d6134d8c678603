package erp.assistant.impl.resilience;

import erp.assistant.chat.ProviderFault;
import erp.assistant.impl.config.KeyRing;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.fault.Alert;
import erp.assistant.impl.fault.FaultTable;
import erp.assistant.report.ProviderAlert;
import erp.assistant.report.ProviderState;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is known of the provider in a slot since the start: its breaker, its latest failure, its alerts. */
final class SlotWatch {

    private final Slot slot;
    private final SettingsSource settings;
    private final KeyRing keys;
    private final Clock clock;
    private final Alerts alerts;
    private final Breaker breaker;
    private volatile ProviderState.@Nullable Fault lastFault;

    SlotWatch(Slot slot, SettingsSource settings, KeyRing keys, Clock clock, Consumer<ProviderAlert> listener) {
        this.slot = slot;
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
        this.alerts = new Alerts(keys, clock, listener);
        this.breaker = new Breaker(() -> settings.current().resilience().breaker(), clock, this::opened);
    }

    Breaker breaker() {
        return breaker;
    }

    private void opened() {
        ProviderState.Fault last = lastFault;
        provider()
                .ifPresent(provider ->
                        alerts.raise(Alert.OUTAGE, provider, last == null ? "failures" : "the latest: " + last.kind()));
    }

    private Optional<ProviderSettings> provider() {
        return settings.current().provider(slot);
    }

    void succeeded() {
        provider().ifPresent(alerts::succeeded);
    }

    void failed(ProviderFault fault) {
        if (fault.kind() == ProviderFault.Kind.CANCELLED) {
            return;
        }
        lastFault = new ProviderState.Fault(word(fault.kind()), clock.instant());
        FaultTable.SHIPPED
                .rule(fault.kind())
                .alert()
                .ifPresent(cause -> provider()
                        .ifPresent(provider -> alerts.raise(cause, provider, String.valueOf(fault.getMessage()))));
    }

    /** Whether another key of the provider may do better. */
    boolean hasAnotherKey() {
        return provider().filter(keys::another).isPresent();
    }

    /** Whether the provider has asked not to be asked for a while, with all of its keys. */
    boolean rests() {
        return provider().filter(keys::allBusy).isPresent();
    }

    int keys() {
        return provider().map(provider -> provider.apiKeys().size()).orElse(0);
    }

    Optional<ProviderState> state() {
        return provider().map(provider -> {
            Breaker.Snapshot now = breaker.snapshot();
            return new ProviderState(
                    slot.key(),
                    provider.name(),
                    provider.dialect().key(),
                    provider.smallModel(),
                    provider.largeModel(),
                    new ProviderState.Breaker(now.state().key(), now.since(), now.successes(), now.failures()),
                    Optional.ofNullable(lastFault),
                    keys.states(provider).stream().map(SlotWatch::key).toList(),
                    alerts.active());
        });
    }

    private static ProviderState.Key key(KeyRing.State state) {
        return new ProviderState.Key(
                state.number(), state.hint(), state.aside().map(SlotWatch::word).orElse("used"), state.until());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
