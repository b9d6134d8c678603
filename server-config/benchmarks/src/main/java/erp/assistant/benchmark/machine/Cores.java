package erp.assistant.benchmark.machine;

import java.util.ArrayList;
import java.util.List;

/** Keeps the server on one core and the harness on another, by {@code taskset} of util-linux. */
public final class Cores {

    private static final int SERVER = 0;
    private static final int HARNESS = 1;

    private final boolean pinned;

    private Cores(boolean pinned) {
        this.pinned = pinned;
    }

    /** Puts this process, and what it will start, on the harness's core, if the machine has two cores and {@code taskset}. */
    public static Cores claim() {
        String self = Long.toString(ProcessHandle.current().pid());
        return new Cores(Commands.find("taskset").isPresent()
                && Commands.succeeds("taskset", "-a", "-c", "-p", Integer.toString(HARNESS), self));
    }

    /** Whether server and harness have a core each. */
    public boolean pinned() {
        return pinned;
    }

    /** The command that runs a server on its core. */
    public List<String> forServer(List<String> command) {
        List<String> all = new ArrayList<>();
        if (pinned) {
            all.addAll(List.of("taskset", "-c", Integer.toString(SERVER)));
        }
        all.addAll(command);
        return all;
    }
}
