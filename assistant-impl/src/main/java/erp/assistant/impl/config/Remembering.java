package erp.assistant.impl.config;

import java.time.Duration;
import java.util.Objects;

/**
 * What is remembered beyond an answer.
 *
 * @param retention how long the text of a conversation is kept; zero for not at all
 * @param turns how many earlier questions with their answers are sent at most
 * @param tokens how many tokens these may take, by estimate
 * @param sharedCache whether the servers on one database share their remembered answers through it
 */
public record Remembering(Duration retention, int turns, int tokens, boolean sharedCache) {

    /** As it is when nothing is configured. */
    public static final Remembering DEFAULT = new Remembering(Duration.ofDays(7), 6, 1500, false);

    public Remembering {
        Objects.requireNonNull(retention, "retention");
    }

    /** Whether conversations are kept. */
    public boolean conversations() {
        return !retention.isZero();
    }
}
