package erp.assistant.benchmark.figure;

import erp.assistant.benchmark.load.Expectation;
import erp.assistant.benchmark.load.Load;
import erp.assistant.benchmark.report.PartTable;
import erp.assistant.benchmark.report.Sample;
import erp.assistant.benchmark.target.Target;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * More and more streams at the pace of a real provider, until one fails or a first token is late.
 *
 * @param part its key
 * @param steps how many streams there are, rising
 */
record Staircase(String part, int... steps) {

    static final int FIRST_TOKEN_MILLIS = 1_100;
    static final int TOKENS = 500;
    static final String PACE = "ttft=" + FIRST_TOKEN_MILLIS + " gap=36 tokens=" + TOKENS;

    /** A first token may be so much later at the 99th percentile. */
    static final int ALLOWED_MILLIS = 50;

    /** What is done at a step. */
    interface Step {
        /** Loads the target with streams beside those of the step before, and measures. */
        Meter.Reading at(Load load, int streams);
    }

    /** Records each step and, as {@code held}, the last that passed; returns how many streams that had, 0 if none. */
    int climb(Bench bench, Target target, Step step) {
        Duration late = Duration.ofMillis(FIRST_TOKEN_MILLIS + ALLOWED_MILLIS);
        Map<String, Double> held = new HashMap<>(Map.of("streams", 0.0));
        try (Load load = new Load(target.ask(), Expectation.of(TOKENS, late))) {
            for (int most : steps) {
                int streams = bench.scale().count(most);
                Meter.Reading reading = step.at(load, streams);
                Map<String, Double> values = new HashMap<>(reading.values());
                double added = values.getOrDefault("first_p99_ms", Double.NaN) - FIRST_TOKEN_MILLIS;
                values.put("first_added_p99_ms", added);
                bench.record(new Sample(part, target.name(), most + " streams", values, reading.note()));
                if (reading.tally().failed() > 0 || !(added <= ALLOWED_MILLIS)) {
                    break;
                }
                held = values;
                held.put("streams", (double) streams);
            }
        }
        bench.record(new Sample(part, target.name(), "held", held, ""));
        return held.getOrDefault("streams", 0.0).intValue();
    }

    PartTable table(String explanation) {
        return PartTable.of(
                part,
                explanation + " The first step with a failed answer, or with a first token more than " + ALLOWED_MILLIS
                        + " ms late at the 99th percentile, is the last; *held* is the last that passed. *other cores*: what"
                        + " everything else on the machine used.",
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
