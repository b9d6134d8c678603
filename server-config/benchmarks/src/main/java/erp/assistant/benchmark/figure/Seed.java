package erp.assistant.benchmark.figure;

import erp.assistant.benchmark.load.Expectation;
import erp.assistant.benchmark.load.Load;
import erp.assistant.benchmark.load.Stage;
import erp.assistant.benchmark.report.PartTable;
import erp.assistant.benchmark.report.Sample;
import erp.assistant.benchmark.target.Target;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A staircase of streams at the pace of a real provider: how many a server holds, and what each token costs. */
final class Seed implements Figure {

    static final int FIRST_TOKEN_MILLIS = 1_100;
    static final int TOKENS = 500;
    static final String PACE = "ttft=" + FIRST_TOKEN_MILLIS + " gap=36 tokens=" + TOKENS;

    private static final int ALLOWED_MILLIS = 50;
    private static final int[] STEPS = {100, 200, 500, 1_000, 1_500, 2_000};

    @Override
    public void measure(Bench bench) {
        bench.pace(PACE);
        for (Target target : bench.targets()) {
            climb(bench, target);
            bench.settle();
        }
    }

    private static void climb(Bench bench, Target target) {
        Duration late = Duration.ofMillis(FIRST_TOKEN_MILLIS + ALLOWED_MILLIS);
        Map<String, Double> held = new HashMap<>(Map.of("streams", 0.0));
        try (Load load = new Load(target.ask(), Expectation.of(TOKENS, late))) {
            for (int step : STEPS) {
                int streams = bench.scale().count(step);
                Meter.Reading reading = Meter.run(
                        target,
                        load,
                        Stage.clients(
                                streams, bench.scale().seconds(4), bench.scale().seconds(4)));
                Map<String, Double> values = new HashMap<>(reading.values());
                double added = values.getOrDefault("first_p99_ms", Double.NaN) - FIRST_TOKEN_MILLIS;
                values.put("first_added_p99_ms", added);
                bench.record(new Sample(Part.SEED.key(), target.name(), step + " streams", values, reading.note()));
                if (reading.tally().failed() > 0 || !(added <= ALLOWED_MILLIS)) {
                    break;
                }
                held = values;
                held.put("streams", (double) streams);
            }
        }
        bench.record(new Sample(Part.SEED.key(), target.name(), "held", held, ""));
        bench.held(target, held.getOrDefault("streams", 0.0).intValue());
    }

    @Override
    public PartTable table() {
        return PartTable.of(
                Part.SEED.key(),
                "1.1 s to the first token, then " + TOKENS
                        + " tokens 36 ms apart. Each step adds its streams over 4 s and"
                        + " stays for 4 s; the first step with a failed answer, or with a first token more than "
                        + ALLOWED_MILLIS + " ms late at the 99th percentile, is the last. *held* is the last step that"
                        + " passed. *other cores*: what everything else on the machine used.",
                "streams",
                "streams",
                "first_added_p99_ms",
                "first token added p99 ms",
                "failed",
                "failed",
                "cpu_us_per_token",
                "CPU us/token",
                "relay_p50_ms",
                "relay p50 ms",
                "relay_p99_ms",
                "relay p99 ms",
                "gap_max_ms",
                "longest gap ms",
                "cores",
                "cores",
                "threads",
                "threads",
                "rss_mib",
                "RSS MiB",
                "compiler_percent",
                "compiler %",
                "harness_cores",
                "harness cores",
                "other_cores",
                "other cores");
    }
}
