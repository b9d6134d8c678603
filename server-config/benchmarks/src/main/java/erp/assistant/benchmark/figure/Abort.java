package erp.assistant.benchmark.figure;

import erp.assistant.benchmark.load.Expectation;
import erp.assistant.benchmark.load.Histogram;
import erp.assistant.benchmark.load.Load;
import erp.assistant.benchmark.load.Stage;
import erp.assistant.benchmark.machine.LiveHeap;
import erp.assistant.benchmark.machine.ProcessTree;
import erp.assistant.benchmark.machine.Usage;
import erp.assistant.benchmark.report.PartTable;
import erp.assistant.benchmark.report.Sample;
import erp.assistant.benchmark.target.AssistantServer;
import erp.assistant.benchmark.target.Target;
import erp.assistant.benchmark.target.TargetName;
import erp.assistant.stub.StubWatcher;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Browsers that leave in mid-answer: when the provider's connection closes, and whether anything stays behind. */
final class Abort implements Figure {

    private static final int STREAMS = 10_000;

    /** The peer never notices, so each of them stays with it; of nginx so many tell enough. */
    private static final int STREAMS_OF_OTHERS = 200;

    /** So few that a server is busy and not overloaded; each asks again as soon as it has left. */
    private static final int BROWSERS = 40;

    private static final Duration LONGEST = Duration.ofSeconds(100);

    private static final int TOKENS_SEEN = 5;

    /** An assistant's writers that have nothing to do end after ten seconds. */
    private static final Duration IDLE = Duration.ofSeconds(15);

    @Override
    public void measure(Bench bench) {
        for (Target target : bench.servers()) {
            target.processes().ifPresent(processes -> measure(bench, target, processes));
        }
    }

    private static void measure(Bench bench, Target target, ProcessTree processes) {
        bench.pace("ttft=100 gap=36 tokens=500");
        bench.primary().reset();
        boolean ours = target.name().equals(TargetName.ASSISTANT.key());
        int streams = bench.scale().count(ours ? STREAMS : STREAMS_OF_OTHERS);
        QuestionTimes hungUp = new QuestionTimes();
        QuestionTimes closed = new QuestionTimes();
        bench.primary().watch(closed.abandoned());
        int openBefore = bench.primary().stats().active();
        double heapBefore = heapMib(processes);
        Usage before = processes.usage();
        double connectionsBefore = connections(target);
        Expectation leaving = Expectation.of(500, Duration.ofSeconds(1)).leavingAfter(TOKENS_SEEN);
        Meter.Reading reading;
        try (Load load = new Load(target.ask(), leaving, hungUp.hungUp())) {
            Stage stage = Stage.clients(ours ? BROWSERS : STREAMS_OF_OTHERS, Duration.ZERO, LONGEST);
            reading = Meter.run(target, load, stage, () -> hungUp.numbers().size() >= streams);
            // Those still on their way to the fifth token.
            load.run(Stage.quiet(Duration.ofSeconds(1)));
        }
        Bench.await(Duration.ofSeconds(3), () -> bench.primary().stats().active() <= openBefore);
        double left = bench.primary().stats().active() - openBefore;
        bench.primary().watch(StubWatcher.NONE);
        boolean unused = Bench.await(IDLE, () -> processes.usage().threads() <= before.threads());
        Histogram waits = Waits.between(hungUp, closed);
        Map<String, Double> values = new HashMap<>(reading.values());
        values.put("left", (double) hungUp.numbers().size());
        values.put("closed_p50_ms", waits.millis(0.5));
        values.put("closed_p99_ms", waits.millis(0.99));
        values.put("closed_max_ms", waits.maxMillis());
        values.put("left_open", left);
        values.put("heap_mib_more", heapMib(processes) - heapBefore);
        values.put("threads_more", (double) processes.usage().threads() - before.threads());
        values.put("connections_more", connections(target) - connectionsBefore);
        bench.record(new Sample(Part.ABORT.key(), target.name(), "left streams", values, reading.note()));
        bench.settle();
    }

    private static double connections(Target target) {
        return target instanceof AssistantServer assistant ? assistant.connections() : Double.NaN;
    }

    private static double heapMib(ProcessTree processes) {
        return processes.java().map(java -> LiveHeap.kib(java) / 1024.0).orElse(Double.NaN);
    }

    @Override
    public PartTable table() {
        return PartTable.of(
                Part.ABORT.key(),
                STREAMS + " streams (" + STREAMS_OF_OTHERS + " for the others), tokens 36 ms apart, by " + BROWSERS
                        + " browsers that hang up after " + TOKENS_SEEN
                        + " tokens and ask again. *more*: against the same server before them, 3 s after the last"
                        + " at the latest, threads 18 s; heap after a full collection.",
                "left",
                "left",
                "closed_p50_ms",
                "closed p50 ms",
                "closed_p99_ms",
                "closed p99 ms",
                "closed_max_ms",
                "closed at most ms",
                "left_open",
                "left open",
                "threads_more",
                "threads more",
                "heap_mib_more",
                "heap MiB more",
                "connections_more",
                "connections more",
                "failed",
                "failed",
                "cores",
                "cores",
                "other_cores",
                "other cores");
    }
}
