package erp.assistant.benchmark.machine;

import java.util.stream.Stream;

/** Keeps servers on one core and the harness on another, by {@code taskset} of util-linux. */
public final class Cores {

    private static final int SERVER = 0;
    private static final int HARNESS = 1;

    private final boolean pinned;

    private Cores(boolean pinned) {
        this.pinned = pinned;
    }

    /**
     * Puts these servers and this process, with all their threads, on a core each; threads that come later stay there too.
     *
     * <p>To be called when all is warm: with a core of its own the servers' compiler needs half the time.
     */
    public static Cores divide(Stream<ProcessTree> servers) {
        if (Commands.find("taskset").isEmpty()) {
            return new Cores(false);
        }
        boolean moved = servers.flatMap(ProcessTree::members)
                .map(server -> move(server, SERVER))
                .reduce(true, Boolean::logicalAnd);
        return new Cores(move(ProcessHandle.current(), HARNESS) && moved);
    }

    private static boolean move(ProcessHandle process, int core) {
        return Commands.succeeds("taskset", "-a", "-c", "-p", Integer.toString(core), Long.toString(process.pid()));
    }

    /** Whether server and harness have a core each. */
    public boolean pinned() {
        return pinned;
    }
}
