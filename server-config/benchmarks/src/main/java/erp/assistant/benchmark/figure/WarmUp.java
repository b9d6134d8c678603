package erp.assistant.benchmark.figure;

import erp.assistant.benchmark.load.Expectation;
import erp.assistant.benchmark.load.Load;
import erp.assistant.benchmark.load.Stage;
import erp.assistant.benchmark.target.Target;
import java.time.Duration;

/** Lets virtual machines compile what will be measured: until a question costs no less than before. */
public final class WarmUp {

    private static final int MOST_TIMES = 8;

    /** A gain smaller than this is none. */
    private static final double STEADY = 0.9;

    private static final int TOKENS = 100;

    private WarmUp() {}

    /** Warms one target after the other. */
    public static void of(Bench bench) {
        for (Target target : bench.servers()) {
            double before = Double.POSITIVE_INFINITY;
            for (int i = 0; i < MOST_TIMES; i++) {
                bench.pace("ttft=20 gap=5 tokens=" + TOKENS);
                run(bench, target, TOKENS, 20);
                bench.pace("ttft=0 gap=0 tokens=1");
                double cost = run(bench, target, 1, 16);
                if (cost > before * STEADY) {
                    break;
                }
                before = cost;
            }
        }
    }

    /** Microseconds of processor time for each answer; infinite if there was none. */
    private static double run(Bench bench, Target target, int tokens, int clients) {
        try (Load load = new Load(target.ask(), Expectation.of(tokens, Duration.ofSeconds(5)))) {
            Meter.Reading reading = Meter.run(
                    target,
                    load,
                    Stage.clients(clients, Duration.ZERO, bench.scale().seconds(3)));
            System.out.println(
                    "warming " + target.name() + ": " + reading.tally().answered() + " answers, "
                            + Math.round(reading.values().getOrDefault("cpu_us_per_answer", 0.0)) + " us each");
            double cost = reading.values().getOrDefault("cpu_us_per_answer", 0.0);
            return Double.isNaN(cost) ? Double.POSITIVE_INFINITY : cost;
        }
    }
}
