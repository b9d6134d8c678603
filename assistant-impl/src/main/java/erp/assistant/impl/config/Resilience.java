package erp.assistant.impl.config;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * What is done when a provider fails.
 *
 * @param breaker when a provider is left alone
 * @param hedging when the backup is asked although the primary has not failed
 * @param keyCoolDown how long a key that was refused is set aside while others work
 * @param backupAfterRefusal whether the backup is asked when the primary's model declined without a word
 */
public record Resilience(Breaker breaker, Hedging hedging, Duration keyCoolDown, boolean backupAfterRefusal) {

    public static final Resilience DEFAULT = new Resilience(
            new Breaker(10, 50, Duration.ofSeconds(10), 2),
            new Hedging(OptionalInt.empty(), 5),
            Duration.ofMinutes(5),
            false);

    /**
     * When a provider is left alone, and for how long.
     *
     * @param window how many ends it looks back on; it opens only when there were so many
     * @param failurePercent of these, from which on it opens
     * @param open how long it stays open
     * @param probes how many requests may try the provider after that, and must all succeed
     */
    public record Breaker(int window, int failurePercent, Duration open, int probes) {}

    /**
     * When the backup is asked too.
     *
     * @param percentile of the primary's latest times to first text, after which the backup is asked; empty for never
     * @param extraSpendPercent how many questions in a hundred may be asked twice
     */
    public record Hedging(OptionalInt percentile, int extraSpendPercent) {}
}
