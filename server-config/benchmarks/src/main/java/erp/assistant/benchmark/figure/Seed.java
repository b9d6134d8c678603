package erp.assistant.benchmark.figure;

import erp.assistant.benchmark.load.Stage;
import erp.assistant.benchmark.report.PartTable;
import erp.assistant.benchmark.target.Target;
import java.time.Duration;

/** A steep staircase of streams at the pace of a real provider: how many a server holds while many more come. */
final class Seed implements Figure {

    private static final Staircase STAIRS = new Staircase(Part.SEED.key(), 100, 200, 500, 1_000, 1_500, 2_000);

    @Override
    public void measure(Bench bench) {
        Duration four = bench.scale().seconds(4);
        bench.pace(Staircase.PACE);
        for (Target target : bench.targets()) {
            int held = STAIRS.climb(
                    bench, target, (load, streams) -> Meter.run(target, load, Stage.clients(streams, four, four)));
            bench.held(target, held);
            bench.settle();
        }
    }

    @Override
    public PartTable table() {
        return STAIRS.table("1.1 s to the first token, then " + Staircase.TOKENS
                + " tokens 36 ms apart. Each step adds its streams over 4 s and stays for 4 s.");
    }
}
