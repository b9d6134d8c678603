package erp.assistant.benchmark.target;

import erp.assistant.benchmark.machine.ProcessTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A server of the unpacked Open Liberty, in a folder of its own beside it. */
final class LibertyServer implements AutoCloseable {

    /**
     * The same for both servers, so that neither has the better virtual machine. Both compile a method after a fifth of the
     * usual calls, so that warming up takes minutes. A collection stops all streams: shorter ones are asked for, and one thread does
     * them, because there is one core for it.
     */
    static final String JVM_OPTIONS =
            "-Xms1g\n-Xmx1g\n-XX:+UseG1GC\n-XX:MaxGCPauseMillis=20\n-XX:ParallelGCThreads=1\n-XX:ActiveProcessorCount=2\n"
                    + "-XX:CompileThresholdScaling=0.2\n";

    private final ServerProcess process;

    private LibertyServer(ServerProcess process) {
        this.process = process;
    }

    static Path home(Path usr, String server) {
        return usr.resolve("servers").resolve(server);
    }

    /** Starts the server and waits until its applications answer. */
    static LibertyServer start(Workshop workshop, Path usr, String server, int port) {
        Path home = home(usr, server);
        Folders.write(home.resolve("jvm.options"), JVM_OPTIONS);
        String script = workshop.liberty().resolve("bin/server").toString();
        int applications = Folders.files(home.resolve("apps")).size();
        ServerProcess process = ServerProcess.start(
                List.of(script, "run", server),
                Map.of("WLP_USER_DIR", usr.toString(), "JAVA_HOME", System.getProperty("java.home")),
                home,
                home.resolve("console.log"));
        process.await(
                server + " on Open Liberty, see " + home.resolve("console.log"),
                () -> started(Folders.text(home.resolve("logs/messages.log")), applications)
                        && ServerProcess.listens(port));
        return new LibertyServer(process);
    }

    /** On a slow machine a server is up before its applications are. */
    static boolean started(String log, int applications) {
        return log.contains("CWWKF0011I") && log.split("CWWKZ0001I", -1).length > applications;
    }

    ProcessTree tree() {
        return process.tree();
    }

    @Override
    public void close() {
        process.close();
    }
}
