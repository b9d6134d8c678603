package erp.assistant.benchmark.figure;

import erp.assistant.benchmark.load.Stage;
import erp.assistant.benchmark.report.PartTable;
import erp.assistant.benchmark.target.Target;
import java.time.Duration;

/**
 * Streams at the pace of a real provider that begin when others end: as many questions for each token as there are in use, where
 * {@link Seed} has several times as many.
 */
final class Cycles implements Figure {

    private static final Staircase STAIRS = new Staircase(Part.CYCLES.key(), 200, 500, 1_000, 1_500, 2_000);

    /** From a question to the last of its tokens. */
    private static final double CYCLE_SECONDS = 19.1;

    @Override
    public void measure(Bench bench) {
        Duration cycle = bench.scale().seconds(CYCLE_SECONDS);
        bench.pace(Staircase.PACE);
        for (Target target : bench.servers()) {
            STAIRS.climb(bench, target, (load, streams) -> {
                load.run(Stage.clients(streams, cycle, Duration.ZERO));
                return Meter.run(target, load, Stage.clients(streams, Duration.ZERO, cycle));
            });
            bench.settle();
        }
    }

    @Override
    public PartTable table() {
        return STAIRS.table("The same pace. Each step adds its streams evenly over the " + CYCLE_SECONDS
                + " s that an answer takes, so that from then on questions come as evenly; then as long is measured.");
    }
}
