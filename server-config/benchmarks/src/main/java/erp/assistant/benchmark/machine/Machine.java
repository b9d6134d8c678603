package erp.assistant.benchmark.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The machine that it all runs on. */
public final class Machine {

    private static final Path PROC = Path.of("/proc");

    private Machine() {}

    /** Processor time that everything on the machine has used since its start, in seconds. */
    public static double busySeconds() {
        return ProcFiles.busySeconds(lines(PROC.resolve("stat")).get(0));
    }

    /** Established connections of a local port, the other side included only if it is another port. */
    public static int connections(int localPort) {
        return ProcFiles.connections(lines(PROC.resolve("net/tcp")), localPort)
                + ProcFiles.connections(lines(PROC.resolve("net/tcp6")), localPort);
    }

    /** Such as {@code 2 x AMD EPYC 7B13, Linux 6.1.0}. */
    public static String description() {
        String model = lines(PROC.resolve("cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElse(System.getProperty("os.arch"));
        long processors = lines(PROC.resolve("cpuinfo")).stream()
                .filter(line -> line.startsWith("processor"))
                .count();
        return processors + " x " + model + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.version");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
