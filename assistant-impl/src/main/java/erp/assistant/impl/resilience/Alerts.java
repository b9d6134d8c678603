package erp.assistant.impl.resilience;

import erp.assistant.impl.config.KeyRing;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.fault.Alert;
import erp.assistant.report.ProviderAlert;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What an admin must do about one provider: told in the log once an hour and cause, counted each time, and kept until a request
 * succeeds. Safe for use by many threads.
 *
 * <p>A refused key among several is a cause of its own and stays one while it is refused, although the others work.
 */
final class Alerts {

    private static final System.Logger LOG = System.getLogger("erp.assistant.provider");
    private static final Duration BETWEEN_LINES = Duration.ofHours(1);

    private final KeyRing keys;
    private final Clock clock;
    private final Consumer<ProviderAlert> listener;
    private final Map<Alert, ProviderAlert> active = new EnumMap<>(Alert.class);
    private final Map<String, Instant> told = new HashMap<>();

    Alerts(KeyRing keys, Clock clock, Consumer<ProviderAlert> listener) {
        this.keys = keys;
        this.clock = clock;
        this.listener = listener;
    }

    /** @param what the failure, without secrets */
    void raise(Alert cause, ProviderSettings provider, String what) {
        ProviderAlert alert;
        boolean due;
        synchronized (this) {
            Instant now = clock.instant();
            String advice = advice(cause, provider);
            ProviderAlert before = active.get(cause);
            alert = new ProviderAlert(
                    provider.slot().key(),
                    provider.name(),
                    cause.key(),
                    advice,
                    before == null ? now : before.since(),
                    before == null ? 1 : before.count() + 1);
            active.put(cause, alert);
            told.values().removeIf(at -> !at.plus(BETWEEN_LINES).isAfter(now));
            due = told.putIfAbsent(cause + " " + provider.name() + " " + advice, now) == null;
        }
        if (due) {
            LOG.log(
                    Level.WARNING,
                    "The " + alert.slot() + " provider " + alert.provider() + " needs an admin: " + alert.advice()
                            + " (" + what + ")");
        }
        listener.accept(alert);
    }

    private String advice(Alert cause, ProviderSettings provider) {
        String advice = cause.advice(provider.slot().key());
        List<KeyRing.State> bad = bad(cause, provider);
        if (bad.isEmpty() || provider.apiKeys().size() < 2) {
            return advice;
        }
        return advice + "; it is key "
                + bad.stream().map(state -> Integer.toString(state.number())).collect(Collectors.joining(", ")) + " of "
                + provider.apiKeys().size();
    }

    private List<KeyRing.State> bad(Alert cause, ProviderSettings provider) {
        KeyRing.Reason reason = cause == Alert.KEY ? KeyRing.Reason.REFUSED : KeyRing.Reason.EMPTY;
        return cause != Alert.KEY && cause != Alert.ACCOUNT
                ? List.of()
                : keys.states(provider).stream()
                        .filter(state -> state.aside().filter(reason::equals).isPresent())
                        .toList();
    }

    /** A request has succeeded: what it proves wrong is no alert any more. */
    synchronized void succeeded(ProviderSettings provider) {
        if (!active.isEmpty()) {
            active.keySet().removeIf(cause -> bad(cause, provider).isEmpty());
        }
    }

    synchronized List<ProviderAlert> active() {
        return List.copyOf(active.values());
    }
}
