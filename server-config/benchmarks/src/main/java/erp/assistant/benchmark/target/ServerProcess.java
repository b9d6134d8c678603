package erp.assistant.benchmark.target;

import erp.assistant.benchmark.machine.ProcessTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A server's process, from its start until it has ended. */
final class ServerProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int STOP_SECONDS = 35;

    private final Process process;

    private ServerProcess(Process process) {
        this.process = process;
    }

    /** Starts the command; what it writes goes into the file. */
    static ServerProcess start(List<String> command, Map<String, String> environment, Path directory, Path log) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            // A run that is interrupted leaves no server behind.
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> all(process).forEach(ProcessHandle::destroyForcibly)));
            return new ServerProcess(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessTree tree() {
        return new ProcessTree(process.toHandle());
    }

    /** Waits until the condition holds, and gives up when the process ends or after three minutes. */
    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + START.toNanos();
        while (!condition.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IllegalStateException("Waited in vain for " + what + ".");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ProcessHandle> all(Process process) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        return all;
    }

    /** Asks it and its children to end, and ends them by force if they do not. */
    @Override
    public void close() {
        List<ProcessHandle> all = all(process);
        all.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException e) {
            all.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }
}
