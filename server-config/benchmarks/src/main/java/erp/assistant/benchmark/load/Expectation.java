package erp.assistant.benchmark.load;

import java.time.Duration;

/**
 * What a client demands of an answer and how long it stays.
 *
 * @param tokens fewer make the answer a failure
 * @param firstTokenWithin an answer that is later and has no token when a stage ends counts as starved
 * @param patience after this long without an end the answer is a failure
 * @param leaveAfter the client hangs up after so many tokens, 0 for never
 */
public record Expectation(int tokens, Duration firstTokenWithin, Duration patience, int leaveAfter) {

    public static Expectation of(int tokens, Duration firstTokenWithin) {
        return new Expectation(tokens, firstTokenWithin, Duration.ofSeconds(60), 0);
    }

    public Expectation leavingAfter(int tokensSeen) {
        return new Expectation(tokens, firstTokenWithin, patience, tokensSeen);
    }

    public Expectation patient(Duration longer) {
        return new Expectation(tokens, firstTokenWithin, longer, leaveAfter);
    }
}
