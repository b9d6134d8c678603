package erp.assistant.benchmark.figure;

import erp.assistant.benchmark.report.PartTable;
import java.util.Locale;
import java.util.function.Supplier;

/** The parts by name; each can be run alone. */
public enum Part {
    SEED(Seed::new),
    CYCLES(Cycles::new),
    MEMORY(Memory::new),
    BURST(Burst::new),
    INSTANT(Instant::new),
    OVERLOAD(Overload::new),
    FAILOVER(Failover::new),
    ABORT(Abort::new),
    SILENT(Silent::new);

    private final Supplier<Figure> figure;

    Part(Supplier<Figure> figure) {
        this.figure = figure;
    }

    /** As command line and report write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Figure figure() {
        return figure.get();
    }

    public PartTable table() {
        return figure.get().table();
    }
}
