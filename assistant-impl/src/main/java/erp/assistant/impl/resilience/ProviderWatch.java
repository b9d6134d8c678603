package erp.assistant.impl.resilience;

import erp.assistant.impl.config.KeyRing;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.config.Slot;
import erp.assistant.report.ProviderAlert;
import erp.assistant.report.ProviderState;
import erp.assistant.report.ProviderStates;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Watches the providers: those who ask them tell it what happens, and admins read it. */
@Singleton
public class ProviderWatch implements ProviderStates {

    private final SlotWatch primary;
    private final SlotWatch backup;

    /** @param listener is told of each alert, each time */
    @Inject
    public ProviderWatch(SettingsSource settings, KeyRing keys, Clock clock, Consumer<ProviderAlert> listener) {
        this.primary = new SlotWatch(Slot.PRIMARY, settings, keys, clock, listener);
        this.backup = new SlotWatch(Slot.BACKUP, settings, keys, clock, listener);
    }

    SlotWatch of(Slot slot) {
        return slot == Slot.PRIMARY ? primary : backup;
    }

    @Override
    public List<ProviderState> providers() {
        return Arrays.stream(Slot.values())
                .map(slot -> of(slot).state())
                .flatMap(Optional::stream)
                .toList();
    }
}
