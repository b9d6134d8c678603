package erp.assistant.benchmark.figure;

import erp.assistant.benchmark.load.Expectation;
import erp.assistant.benchmark.load.Load;
import erp.assistant.benchmark.load.Stage;
import erp.assistant.benchmark.report.PartTable;
import erp.assistant.benchmark.report.Sample;
import erp.assistant.benchmark.target.Target;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers of one token without any wait: what a question costs besides its tokens. */
final class Instant implements Figure {

    private static final double CALM_RATE = 50;

    @Override
    public void measure(Bench bench) {
        bench.pace("ttft=0 gap=0 tokens=1");
        Map<String, Stage> variants = new LinkedHashMap<>();
        variants.put(
                "32 at once", Stage.clients(32, Duration.ZERO, bench.scale().seconds(4)));
        variants.put("50 a second", Stage.rate(CALM_RATE, bench.scale().seconds(4)));
        for (Target target : bench.targets()) {
            variants.forEach((variant, stage) -> {
                try (Load load = new Load(target.ask(), Expectation.of(1, Duration.ofSeconds(1)))) {
                    load.run(new Stage(
                            stage.clients(),
                            stage.perSecond(),
                            Duration.ZERO,
                            bench.scale().seconds(1)));
                    Meter.Reading reading = Meter.run(target, load, stage);
                    Map<String, Double> values = new HashMap<>(reading.values());
                    values.put("warm_up_answers", (double) bench.warmUp(target));
                    bench.record(new Sample(Part.INSTANT.key(), target.name(), variant, values, reading.note()));
                }
            });
            bench.settle();
        }
    }

    @Override
    public PartTable table() {
        return PartTable.of(
                Part.INSTANT.key(),
                "One token, no wait. 32 browsers that ask again at once load the core fully and show the cost; 50 questions a"
                        + " second at fixed moments show the time, counted from when each was due. *warm-up*: answers given before"
                        + " anything was measured, until they cost no less.",
                "cpu_us_per_answer",
                "CPU us/answer",
                "answers_per_second",
                "answers/s",
                "first_p50_ms",
                "first token p50 ms",
                "first_p99_ms",
                "first token p99 ms",
                "cores",
                "cores",
                "failed",
                "failed",
                "warm_up_answers",
                "warm-up",
                "compiler_percent",
                "compiler %",
                "harness_cores",
                "harness cores",
                "other_cores",
                "other cores");
    }
}
