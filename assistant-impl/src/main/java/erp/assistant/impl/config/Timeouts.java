package erp.assistant.impl.config;

import erp.assistant.chat.ModelTier;
import java.time.Duration;

/**
 * The four time budgets of a provider call.
 *
 * @param connect to the established connection
 * @param firstContent from the moment at which the request leaves to the first piece of text of a small model
 * @param firstContentOfLarge the same of a large model, which may think first
 * @param idle between pieces of text; pings do not count
 * @param total for the whole answer over all attempts
 */
public record Timeouts(
        Duration connect, Duration firstContent, Duration firstContentOfLarge, Duration idle, Duration total) {

    /** The same first budget for both tiers. */
    public Timeouts(Duration connect, Duration firstContent, Duration idle, Duration total) {
        this(connect, firstContent, firstContent, idle, total);
    }

    public Duration firstContent(ModelTier tier) {
        return tier == ModelTier.LARGE ? firstContentOfLarge : firstContent;
    }
}
