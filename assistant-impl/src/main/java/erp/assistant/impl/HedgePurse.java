package erp.assistant.impl;

import erp.assistant.chat.ChatRequest;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.ledger.PriceCatalogue;
import erp.assistant.impl.resilience.ExtraSpend;
import erp.assistant.report.LedgerRow;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The money for asking a late provider's questions twice: a share of what attempts have cost on this server, by
 * {@code assistant.hedging.extra-spend-percent}.
 *
 * <p>A second request takes the upper bound of the dearer of the two out, because nobody knows yet which of them will be the one too
 * many; what that one cost less is put back when it is settled. Where a model has no known price nothing is asked twice. Safe for use
 * by many threads.
 */
@Singleton
class HedgePurse implements ExtraSpend, Consumer<LedgerRow> {

    /** So many may be asked twice in a row after a long time without. */
    private static final int MOST_SAVED = 10;

    private static final int MOST_OPEN = 1_000;

    /** As the ledger words the end of an attempt that was given up. */
    private static final String GIVEN_UP = "cancelled";

    private final PriceCatalogue prices;
    private final SettingsSource settings;
    private final Clock clock;

    /** What was taken out for calls whose superfluous request is not settled yet. */
    private final Map<String, Long> taken = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_OPEN;
        }
    };

    private long nanos;

    @Inject
    HedgePurse(PriceCatalogue prices, SettingsSource settings, Clock clock) {
        this.prices = prices;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean take(ChatRequest request) {
        Settings now = settings.current();
        OptionalLong primary = bound(now, Slot.PRIMARY, request);
        OptionalLong backup = bound(now, Slot.BACKUP, request);
        if (primary.isEmpty() || backup.isEmpty()) {
            return false;
        }
        long most = Math.max(primary.getAsLong(), backup.getAsLong());
        synchronized (this) {
            nanos = BigInteger.valueOf(most)
                    .multiply(BigInteger.valueOf(MOST_SAVED))
                    .min(BigInteger.valueOf(nanos))
                    .longValueExact();
            if (nanos < most) {
                return false;
            }
            nanos -= most;
            taken.put(request.attribution().call().toString(), most);
            return true;
        }
    }

    private OptionalLong bound(Settings now, Slot slot, ChatRequest request) {
        Optional<ProviderSettings> provider = now.provider(slot);
        return provider.isEmpty()
                ? OptionalLong.empty()
                : prices.upperBound(provider.get(), request, clock.instant(), now.currency());
    }

    /** Takes notice of what a settled attempt has cost. */
    @Override
    public void accept(LedgerRow row) {
        Settings now = settings.current();
        if (row.cost().isEmpty() || !row.cost().get().currency().equals(now.currency())) {
            return;
        }
        long cost = row.cost().get().nanos();
        synchronized (this) {
            Long out = row.outcome().equals(GIVEN_UP) ? taken.remove(row.call()) : null;
            nanos += out != null
                    ? out - cost
                    : cost / 100 * now.resilience().hedging().extraSpendPercent();
        }
    }
}
