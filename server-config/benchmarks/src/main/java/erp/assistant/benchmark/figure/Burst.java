package erp.assistant.benchmark.figure;

import erp.assistant.benchmark.load.Expectation;
import erp.assistant.benchmark.load.Load;
import erp.assistant.benchmark.load.Stage;
import erp.assistant.benchmark.report.PartTable;
import erp.assistant.benchmark.report.Sample;
import erp.assistant.benchmark.target.Target;
import java.time.Duration;

/** Few streams, many tokens: what each token costs and how long it is on its way. */
final class Burst implements Figure {

    private static final int TOKENS = 200;
    private static final int CLIENTS = 20;

    @Override
    public void measure(Bench bench) {
        bench.pace("ttft=100 gap=5 tokens=" + TOKENS);
        for (Target target : bench.targets()) {
            try (Load load = new Load(target.ask(), Expectation.of(TOKENS, Duration.ofSeconds(1)))) {
                load.run(Stage.clients(
                        CLIENTS, bench.scale().seconds(1.1), bench.scale().seconds(1.1)));
                Meter.Reading reading = Meter.run(
                        target,
                        load,
                        Stage.clients(CLIENTS, Duration.ZERO, bench.scale().seconds(6)));
                bench.record(new Sample(
                        Part.BURST.key(), target.name(), CLIENTS + " at once", reading.values(), reading.note()));
            }
            bench.settle();
        }
    }

    @Override
    public PartTable table() {
        return PartTable.of(
                Part.BURST.key(),
                "100 ms to the first token, then " + TOKENS + " tokens 5 ms apart, " + CLIENTS + " browsers, 6 s.",
                "cpu_us_per_token",
                "CPU us/token",
                "relay_p50_ms",
                "relay p50 ms",
                "relay_p99_ms",
                "relay p99 ms",
                "first_p99_ms",
                "first token p99 ms",
                "cores",
                "cores",
                "failed",
                "failed",
                "compiler_percent",
                "compiler %",
                "harness_cores",
                "harness cores",
                "other_cores",
                "other cores");
    }
}
