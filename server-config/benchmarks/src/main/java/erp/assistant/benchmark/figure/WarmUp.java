package erp.assistant.benchmark.figure;

import erp.assistant.benchmark.load.Expectation;
import erp.assistant.benchmark.load.Load;
import erp.assistant.benchmark.load.Stage;
import erp.assistant.benchmark.machine.ProcessTree;
import erp.assistant.benchmark.target.Target;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets virtual machines compile what will be measured: until their compilers have little left to do and a question costs no less than
 * before.
 *
 * <p>Under load a compiler gets one share among many threads, and a server would stay half compiled for minutes. So each stretch
 * of load has few clients and is followed by a rest, until the compiler has nothing left to do.
 */
public final class WarmUp {

    private static final int MOST_ROUNDS = 40;

    /** So many rounds without a gain end it. */
    private static final int IDLE_ROUNDS = 3;

    /** A gain smaller than this is none. */
    private static final double STEADY = 0.95;

    /** Of what a server uses, in percent: compilers that use more still change what is measured. */
    private static final double COMPILING = 10;

    private static final int TOKENS = 100;
    private static final Duration STRETCH = Duration.ofSeconds(4);
    private static final Duration LONGEST_REST = Duration.ofSeconds(8);
    private static final Duration LOOK = Duration.ofMillis(400);

    /** Of a core: a server that uses less rests. */
    private static final double RESTING = 0.1;

    private WarmUp() {}

    /** Warms one target after the other. */
    public static void of(Bench bench) {
        for (Target target : bench.servers()) {
            if (target.processes().flatMap(ProcessTree::java).isEmpty()) {
                continue;
            }
            double best = Double.POSITIVE_INFINITY;
            long answers = 0;
            int withoutGain = 0;
            for (int i = 0; i < bench.scale().count(MOST_ROUNDS) && withoutGain < IDLE_ROUNDS; i++) {
                bench.pace("ttft=20 gap=5 tokens=" + TOKENS);
                answers += run(target, TOKENS, 20).tally().answered();
                bench.pace("ttft=0 gap=0 tokens=1");
                Meter.Reading instant = run(target, 1, 6);
                answers += instant.tally().answered();
                double cost = cost(instant);
                double compiling = instant.values().getOrDefault("compiler_percent", 0.0);
                System.out.println("warming " + target.name() + ": " + answers + " answers, " + Math.round(cost)
                        + " us each, of which compilers " + Math.round(compiling) + " %");
                if (cost < best * STEADY) {
                    best = cost;
                    withoutGain = 0;
                } else if (compiling < COMPILING) {
                    withoutGain++;
                }
                target.processes().ifPresent(WarmUp::rest);
            }
            bench.warmedUp(target, answers);
        }
    }

    private static Meter.Reading run(Target target, int tokens, int clients) {
        try (Load load = new Load(target.ask(), Expectation.of(tokens, Duration.ofSeconds(5)))) {
            return Meter.run(target, load, Stage.clients(clients, Duration.ZERO, STRETCH));
        }
    }

    /** Microseconds of processor time for each answer; infinite if there was none. */
    private static double cost(Meter.Reading reading) {
        double cost = reading.values().getOrDefault("cpu_us_per_answer", 0.0);
        return Double.isNaN(cost) ? Double.POSITIVE_INFINITY : cost;
    }

    private static void rest(ProcessTree processes) {
        double[] before = {processes.usage().cpuSeconds()};
        boolean unused = Bench.await(LONGEST_REST, () -> {
            LockSupport.parkNanos(LOOK.toNanos());
            double now = processes.usage().cpuSeconds();
            boolean resting = now - before[0] < RESTING * LOOK.toMillis() / 1000;
            before[0] = now;
            return resting;
        });
    }
}
