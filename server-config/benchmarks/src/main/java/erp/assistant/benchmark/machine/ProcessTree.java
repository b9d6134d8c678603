package erp.assistant.benchmark.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A process with all its descendants, such as a start script and the virtual machine that it started. */
public final class ProcessTree {

    private final ProcessHandle root;

    public ProcessTree(ProcessHandle root) {
        this.root = root;
    }

    /** What all of them have used; those that are just ending count as nothing. */
    public Usage usage() {
        return members().map(ProcessTree::usage).reduce(Usage.NONE, Usage::plus);
    }

    /** What the first of them alone has used. */
    public Usage rootUsage() {
        return usage(root);
    }

    /** The Java virtual machine among them. */
    public Optional<ProcessHandle> java() {
        return members()
                .filter(process -> process.info().command().orElse("").endsWith("/java"))
                .findFirst();
    }

    /** Processor time of the Java virtual machine's compilers; a compiler thread that has ended counts as nothing. */
    public double compilerSeconds() {
        return java().map(ProcessTree::compilerSeconds).orElse(0.0);
    }

    Stream<ProcessHandle> members() {
        return Stream.concat(Stream.of(root), root.descendants());
    }

    private static double compilerSeconds(ProcessHandle java) {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(java.pid()), "task"))) {
            return threads.map(thread -> thread.resolve("stat"))
                    .map(ProcessTree::read)
                    .filter(ProcFiles::compiler)
                    .mapToDouble(ProcFiles::cpuSeconds)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    /** Empty for a thread that has ended meanwhile. */
    private static String read(Path stat) {
        try {
            return Files.readString(stat);
        } catch (IOException e) {
            return "";
        }
    }

    private static Usage usage(ProcessHandle process) {
        Path directory = Path.of("/proc", Long.toString(process.pid()));
        try {
            var status = Files.readAllLines(directory.resolve("status"));
            return new Usage(
                    ProcFiles.cpuSeconds(Files.readString(directory.resolve("stat"))),
                    ProcFiles.figure(status, "VmRSS"),
                    (int) ProcFiles.figure(status, "Threads"));
        } catch (IOException e) {
            return Usage.NONE;
        }
    }
}
