package erp.assistant.benchmark.figure;

import erp.assistant.benchmark.load.Expectation;
import erp.assistant.benchmark.load.Load;
import erp.assistant.benchmark.load.Stage;
import erp.assistant.benchmark.target.Target;
import java.time.Duration;

/** Lets virtual machines compile what will be measured. */
public final class WarmUp {

    private static final int TIMES = 2;
    private static final int TOKENS = 200;

    private WarmUp() {}

    public static void of(Bench bench) {
        for (int i = 0; i < TIMES; i++) {
            for (Target target : bench.targets()) {
                bench.pace("ttft=20 gap=5 tokens=" + TOKENS);
                run(bench, target, TOKENS, 30, 6);
                bench.pace("ttft=0 gap=0 tokens=1");
                run(bench, target, 1, 8, 4);
            }
        }
    }

    private static void run(Bench bench, Target target, int tokens, int clients, double seconds) {
        try (Load load = new Load(target.ask(), Expectation.of(tokens, Duration.ofSeconds(5)))) {
            load.run(Stage.clients(
                    clients, bench.scale().seconds(1), bench.scale().seconds(seconds)));
        }
    }
}
