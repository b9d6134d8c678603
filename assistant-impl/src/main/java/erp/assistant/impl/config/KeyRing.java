package erp.assistant.impl.config;

import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The keys of each provider and which of them is used next: in turn, leaving out those that were refused or are over their
 * rate. Safe for use by many threads.
 *
 * <p>It chooses among keys and never leaves a provider without one: if all are set aside, the one that was so the longest is
 * used. Whether the provider is asked at all is for others to decide. Nothing is remembered of a key that is no longer
 * configured, so that a changed key is used at once.
 */
@Singleton
public class KeyRing {

    /** For a rate limit that does not say when it passes. */
    private static final Duration SHORT_REST = Duration.ofSeconds(1);

    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    /** Why a key is set aside. */
    public enum Reason {
        /** The key was refused. */
        REFUSED,
        /** Its account is empty or over a limit that does not pass by waiting. */
        EMPTY,
        /** Its rate is used up for the moment. */
        BUSY
    }

    /**
     * How a key is, without the key.
     *
     * @param number from 1, in the configured order
     * @param hint its last four characters, or nothing for a short key
     * @param aside why it is set aside; empty if it is used
     * @param until from when on it is used again
     */
    public record State(int number, String hint, Optional<Reason> aside, Optional<Instant> until) {}

    /** @param told whether the provider has said for how long */
    private record Aside(Reason reason, Instant since, Instant until, boolean told) {}

    private static final class Ring {
        final Map<Secret, Aside> aside = new HashMap<>();
        int turn;
    }

    private final SettingsSource settings;
    private final Clock clock;
    private final Map<Slot, Ring> rings = new EnumMap<>(Slot.class);

    @Inject
    public KeyRing(SettingsSource settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The provider with the one key that is to be used now; unchanged if it has none. */
    public synchronized ProviderSettings choose(ProviderSettings provider) {
        List<Secret> keys = provider.apiKeys();
        if (keys.size() < 2) {
            return provider;
        }
        forgetOthers(provider);
        Ring ring = of(provider.slot());
        int last = ring.turn;
        Secret best = keys.get(0);
        for (int i = 1; i <= keys.size(); i++) {
            int turn = (last + i) % keys.size();
            Secret next = keys.get(turn);
            Aside state = state(provider.slot(), next);
            if (state == null) {
                ring.turn = turn;
                return provider.with(next);
            }
            Aside bestState = state(provider.slot(), best);
            if (bestState != null && state.since().isBefore(bestState.since())) {
                best = next;
            }
        }
        return provider.with(best);
    }

    /** Whether a key is left that is not set aside. */
    public synchronized boolean another(ProviderSettings provider) {
        return provider.apiKeys().stream().anyMatch(key -> state(provider.slot(), key) == null);
    }

    /**
     * Whether the provider has said of every key for how long it is over its rate, so that asking would only be refused once
     * more. Its word counts up to a minute: beyond that it is asked whether it still holds.
     */
    public synchronized boolean allBusy(ProviderSettings provider) {
        List<Secret> keys = provider.apiKeys();
        return !keys.isEmpty()
                && keys.stream().allMatch(key -> {
                    Aside state = state(provider.slot(), key);
                    return state != null
                            && state.reason() == Reason.BUSY
                            && state.told()
                            && clock.instant().isBefore(state.since().plus(LONGEST_REST));
                });
    }

    /**
     * Takes note of how a request with a key ended.
     *
     * @param provider as {@link #choose} returned it
     * @param failure {@code null} if it did not fail
     */
    public synchronized void ended(ProviderSettings provider, @Nullable Throwable failure) {
        Optional<Secret> used = provider.apiKey();
        if (used.isEmpty()) {
            return;
        }
        Map<Secret, Aside> slot = of(provider.slot()).aside;
        if (failure == null) {
            slot.remove(used.get());
        } else if (unwrapped(failure) instanceof ProviderFault fault && fault.sent()) {
            Reason reason = reason(fault.kind());
            if (reason != null) {
                Instant now = clock.instant();
                slot.put(used.get(), new Aside(reason, now, now.plus(rest(reason, fault)), fault.retryAfter() != null));
            }
        }
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static @Nullable Reason reason(Kind kind) {
        return switch (kind) {
            case AUTHENTICATION -> Reason.REFUSED;
            case QUOTA -> Reason.EMPTY;
            case RATE_LIMITED -> Reason.BUSY;
            default -> null;
        };
    }

    private Duration rest(Reason reason, ProviderFault fault) {
        if (reason != Reason.BUSY) {
            return settings.current().resilience().keyCoolDown();
        }
        Duration told = fault.retryAfter();
        return told == null ? SHORT_REST : told;
    }

    /** How the keys of a provider are, in the configured order; one that was refused stays so until it has worked. */
    public synchronized List<State> states(ProviderSettings provider) {
        List<Secret> keys = provider.apiKeys();
        forgetOthers(provider);
        return IntStream.range(0, keys.size())
                .mapToObj(i -> {
                    Optional<Aside> state = Optional.ofNullable(
                                    of(provider.slot()).aside.get(keys.get(i)))
                            .filter(each -> each.reason() != Reason.BUSY || !ended(each));
                    return new State(i + 1, keys.get(i).hint(), state.map(Aside::reason), state.map(Aside::until));
                })
                .toList();
    }

    private void forgetOthers(ProviderSettings provider) {
        of(provider.slot()).aside.keySet().retainAll(provider.apiKeys());
    }

    private Ring of(Slot slot) {
        return rings.computeIfAbsent(slot, none -> new Ring());
    }

    private @Nullable Aside state(Slot slot, Secret key) {
        Aside state = of(slot).aside.get(key);
        return state == null || ended(state) ? null : state;
    }

    private boolean ended(Aside state) {
        return !clock.instant().isBefore(state.until());
    }
}
