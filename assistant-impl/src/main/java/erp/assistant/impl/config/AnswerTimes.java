package erp.assistant.impl.config;

import java.time.Duration;

/**
 * How soon half of the answers should come.
 *
 * @param firstResponse to the first text
 * @param fullGeneration to the end
 */
public record AnswerTimes(Duration firstResponse, Duration fullGeneration) {

    /** As it is when nothing is configured. */
    public static final AnswerTimes DEFAULT = new AnswerTimes(Duration.ofMillis(1_500), Duration.ofSeconds(15));

    public AnswerTimes {
        if (firstResponse.isNegative()
                || firstResponse.isZero()
                || fullGeneration.isNegative()
                || fullGeneration.isZero()) {
            throw new IllegalArgumentException("targets must be above zero: " + firstResponse + ", " + fullGeneration);
        }
    }
}
