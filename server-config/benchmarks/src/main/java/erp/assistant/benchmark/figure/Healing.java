package erp.assistant.benchmark.figure;

import erp.assistant.benchmark.load.Expectation;
import erp.assistant.benchmark.load.Load;
import erp.assistant.benchmark.load.Stage;
import erp.assistant.benchmark.load.Tally;
import erp.assistant.benchmark.target.Target;
import java.time.Duration;

/** Brings a server that was made to fail back to its primary provider, so that the next part finds the breaker closed. */
final class Healing {

    private static final int MOST_SECONDS = 30;

    private Healing() {}

    /**
     * Asks until a whole second's questions reached the primary.
     *
     * @throws IllegalStateException if that takes too long
     */
    static void await(Bench bench, Target target) {
        bench.pace("ttft=0 gap=0 tokens=1");
        for (int second = 0; second < MOST_SECONDS; second++) {
            bench.primary().reset();
            bench.backup().reset();
            try (Load load = new Load(target.ask(), Expectation.of(1, Duration.ofSeconds(1)))) {
                Tally tally = load.run(Stage.rate(20, Duration.ofSeconds(1)));
                if (tally.failed() == 0 && bench.backup().stats().requests() == 0) {
                    return;
                }
            }
        }
        throw new IllegalStateException("The breaker of " + target.name() + " does not close again.");
    }
}
