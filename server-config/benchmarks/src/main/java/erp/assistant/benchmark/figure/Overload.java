package erp.assistant.benchmark.figure;

import erp.assistant.benchmark.load.Expectation;
import erp.assistant.benchmark.load.Load;
import erp.assistant.benchmark.load.Stage;
import erp.assistant.benchmark.report.PartTable;
import erp.assistant.benchmark.report.Sample;
import erp.assistant.benchmark.target.AssistantServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Twice as many browsers as the server admits answers: those refused learn it at once, the others lose nothing. */
final class Overload implements Figure {

    private static final String LIMIT = "assistant.admission.open-answers";
    private static final String VARIANT = "twice the limit";

    @Override
    public void measure(Bench bench) {
        bench.assistant().ifPresent(assistant -> measure(bench, assistant));
    }

    private static void measure(Bench bench, AssistantServer assistant) {
        Optional<String> shipped = assistant.setting(LIMIT);
        if (shipped.isEmpty()) {
            bench.record(
                    new Sample(Part.OVERLOAD.key(), assistant.name(), VARIANT, Map.of(), "this build has no " + LIMIT));
            return;
        }
        int limit = bench.capacity(assistant);
        assistant.set(LIMIT, Integer.toString(limit));
        bench.pace(Staircase.PACE);
        Duration late = Duration.ofMillis(2L * Staircase.FIRST_TOKEN_MILLIS);
        try (Load load = new Load(assistant.ask(), Expectation.of(Staircase.TOKENS, late))) {
            // The streams that are admitted first fill the limit; then as many again knock.
            load.run(
                    Stage.clients(limit, bench.scale().seconds(8), bench.scale().seconds(2)));
            Meter.Reading reading = Meter.run(
                    assistant,
                    load,
                    Stage.clients(
                            2 * limit, bench.scale().seconds(4), bench.scale().seconds(20)));
            Map<String, Double> values = new HashMap<>(reading.values());
            values.put("streams", (double) limit);
            values.put(
                    "first_added_p99_ms",
                    values.getOrDefault("first_p99_ms", Double.NaN) - Staircase.FIRST_TOKEN_MILLIS);
            bench.record(new Sample(Part.OVERLOAD.key(), assistant.name(), VARIANT, values, reading.note()));
        } finally {
            assistant.set(LIMIT, shipped.get());
        }
        bench.settle();
    }

    @Override
    public PartTable table() {
        return PartTable.of(
                Part.OVERLOAD.key(),
                "`" + LIMIT
                        + "` at the capacity named in the command, or at the streams held at seed pace; that many browsers, then twice as many, each"
                        + " of which comes again when `Retry-After` says. *starved*: admitted and without a first token 1.1 s"
                        + " after it was due.",
                "streams",
                "limit",
                "refused",
                "refused",
                "refusal_p50_ms",
                "refusal p50 ms",
                "refusal_p99_ms",
                "refusal p99 ms",
                "answered",
                "answered",
                "failed",
                "failed",
                "starved",
                "starved",
                "first_added_p99_ms",
                "first token added p99 ms",
                "gap_p99_ms",
                "gap p99 ms",
                "gap_max_ms",
                "longest gap ms",
                "cores",
                "cores",
                "harness_cores",
                "harness cores",
                "other_cores",
                "other cores");
    }
}
