package erp.assistant.benchmark.target;

import erp.assistant.benchmark.load.Ask;
import erp.assistant.benchmark.machine.Commands;
import erp.assistant.benchmark.machine.ProcessTree;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The system's nginx as an unbuffered reverse proxy that puts the provider's key into the request. */
public final class Nginx implements Target {

    private final ServerProcess process;
    private final Ask ask;

    private Nginx(ServerProcess process, Ask ask) {
        this.process = process;
        this.ask = ask;
    }

    /** Whether the machine has one. */
    public static boolean installed() {
        return Commands.find("nginx").isPresent();
    }

    public static Nginx start(Workshop workshop, URI stub) {
        int port = ServerProcess.freePort();
        Path folder = Folders.fresh(workshop.folder(TargetName.NGINX.key()));
        Path configuration = folder.resolve("nginx.conf");
        Folders.write(
                configuration,
                Folders.resource("nginx.conf")
                        .replace("@port@", Integer.toString(port))
                        .replace("@stub@", stub.getAuthority()));
        String nginx = Commands.find("nginx").orElseThrow().toString();
        ServerProcess process = ServerProcess.start(
                List.of(nginx, "-p", folder.toString(), "-c", configuration.toString(), "-e", "stderr"),
                Map.of(),
                folder,
                folder.resolve("console.log"));
        process.await("nginx, see " + folder.resolve("console.log"), () -> ServerProcess.listens(port));
        URI uri = URI.create("http://127.0.0.1:" + port + Direct.PATH);
        return new Nginx(process, new Ask(uri, Map.of(), Direct.BODY));
    }

    @Override
    public String name() {
        return TargetName.NGINX.key();
    }

    @Override
    public Ask ask() {
        return ask;
    }

    @Override
    public Optional<ProcessTree> processes() {
        return Optional.of(process.tree());
    }

    @Override
    public void close() {
        process.close();
    }
}
