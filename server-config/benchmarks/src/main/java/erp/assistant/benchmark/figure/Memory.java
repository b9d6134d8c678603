package erp.assistant.benchmark.figure;

import erp.assistant.benchmark.load.Expectation;
import erp.assistant.benchmark.load.Load;
import erp.assistant.benchmark.load.Stage;
import erp.assistant.benchmark.machine.LiveHeap;
import erp.assistant.benchmark.machine.ProcessTree;
import erp.assistant.benchmark.machine.Usage;
import erp.assistant.benchmark.report.PartTable;
import erp.assistant.benchmark.report.Sample;
import erp.assistant.benchmark.target.Target;
import erp.assistant.benchmark.target.TargetName;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** What an open stream holds: heap after a full collection, resident memory, threads. */
final class Memory implements Figure {

    private static final int STREAMS = 500;

    /** The peer starves beyond a few hundred. */
    private static final int PEER_STREAMS = 200;

    @Override
    public void measure(Bench bench) {
        bench.pace(Staircase.PACE);
        for (Target target : bench.servers()) {
            target.processes().ifPresent(processes -> measure(bench, target, processes));
        }
    }

    private static void measure(Bench bench, Target target, ProcessTree processes) {
        boolean peer = target.name().equals(TargetName.LANGCHAIN4J.key());
        int openBefore = bench.primary().stats().active();
        int most = bench.scale().count(peer ? PEER_STREAMS : STREAMS);
        // What a server keeps from then on, such as pools and caches, is no open stream's.
        once(bench, target, most);
        OptionalLong idleHeap = heap(processes);
        Usage idle = processes.usage();
        Map<String, Double> values = new HashMap<>();
        try (Load load = new Load(target.ask(), Expectation.of(Staircase.TOKENS, Duration.ofSeconds(60)))) {
            load.run(crowd(bench, most));
            // Before the collection, which stops the server for so long that the stub's pace would break.
            double streams = bench.primary().stats().active() - openBefore;
            Usage open = processes.usage();
            values.put("streams", streams);
            values.put("threads_idle", (double) idle.threads());
            values.put("threads_open", (double) open.threads());
            values.put("threads_per_stream", (open.threads() - idle.threads()) / streams);
            values.put("rss_kib_per_stream", (open.rssKib() - idle.rssKib()) / streams);
            OptionalLong openHeap = heap(processes);
            if (idleHeap.isPresent() && openHeap.isPresent()) {
                values.put("heap_kib_per_stream", (openHeap.getAsLong() - idleHeap.getAsLong()) / streams);
                values.put("heap_idle_mib", idleHeap.getAsLong() / 1024.0);
            }
        }
        bench.record(new Sample(Part.MEMORY.key(), target.name(), "open streams", values, ""));
        bench.settle();
    }

    private static void once(Bench bench, Target target, int streams) {
        try (Load load = new Load(target.ask(), Expectation.of(Staircase.TOKENS, Duration.ofSeconds(60)))) {
            load.run(crowd(bench, streams));
        }
        bench.settle();
    }

    private static Stage crowd(Bench bench, int streams) {
        return Stage.clients(streams, bench.scale().seconds(12), bench.scale().seconds(4));
    }

    private static OptionalLong heap(ProcessTree processes) {
        return processes.java().map(LiveHeap::kib).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    @Override
    public PartTable table() {
        return PartTable.of(
                Part.MEMORY.key(),
                "Streams at seed pace, 16 s after the first (" + PEER_STREAMS
                        + " for the peer, which starves beyond), against"
                        + " the same server before them, when it had held as many once. *heap*: live objects after a full collection, divided by the streams"
                        + " open at the provider.",
                "streams",
                "streams",
                "heap_kib_per_stream",
                "heap KiB/stream",
                "rss_kib_per_stream",
                "RSS KiB/stream",
                "threads_idle",
                "threads idle",
                "threads_open",
                "threads open",
                "threads_per_stream",
                "threads/stream",
                "heap_idle_mib",
                "heap idle MiB");
    }
}
