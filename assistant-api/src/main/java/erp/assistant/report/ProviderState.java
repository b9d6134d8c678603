package erp.assistant.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one provider is.
 *
 * @param slot {@code primary} or {@code backup}
 * @param lastFault the latest failure of a request
 * @param keys in the configured order
 * @param alerts what an admin has to do something about
 */
public record ProviderState(
        String slot,
        String name,
        String dialect,
        String smallModel,
        String largeModel,
        Breaker breaker,
        Optional<Fault> lastFault,
        List<Key> keys,
        List<ProviderAlert> alerts) {

    public ProviderState {
        keys = List.copyOf(keys);
        alerts = List.copyOf(alerts);
    }

    /**
     * The circuit breaker.
     *
     * @param state {@code closed}: asked; {@code open}: left alone; {@code half-open}: tried
     * @param since when it became so
     * @param successes among the latest ends that it looks back on
     * @param failures among these
     */
    public record Breaker(String state, Instant since, int successes, int failures) {}

    /**
     * A failure.
     *
     * @param kind as the ledger's outcome names it
     */
    public record Fault(String kind, Instant at) {}

    /**
     * A key, of which nothing is told but its place and its end.
     *
     * @param number from 1
     * @param hint the last four characters, or nothing for a short key
     * @param state {@code used}, {@code refused}, {@code empty} (no money) or {@code busy} (rate used up)
     * @param until when a key that is set aside is used again
     */
    public record Key(int number, String hint, String state, Optional<Instant> until) {}
}
