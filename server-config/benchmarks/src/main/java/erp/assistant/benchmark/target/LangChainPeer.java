package erp.assistant.benchmark.target;

import erp.assistant.benchmark.load.Ask;
import erp.assistant.benchmark.machine.ProcessTree;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The peer of {@code liberty-peer} on the same Open Liberty. */
public final class LangChainPeer implements Target {

    private static final String SERVER = "peer";

    private final LibertyServer server;
    private final Ask ask;

    private LangChainPeer(LibertyServer server, Ask ask) {
        this.server = server;
        this.ask = ask;
    }

    /** Whether it has been built. */
    public static boolean built(Workshop workshop) {
        return Files.exists(workshop.peerWar());
    }

    public static LangChainPeer start(Workshop workshop, URI stub) {
        int port = ServerProcess.freePort();
        Path usr = Folders.fresh(workshop.folder(TargetName.LANGCHAIN4J.key()));
        Path home = LibertyServer.home(usr, SERVER);
        Folders.write(home.resolve("server.xml"), Folders.resource("peer-server.xml"));
        Folders.write(home.resolve("bootstrap.properties"), "peer.port=" + port + "\npeer.provider=" + stub + "/v1/\n");
        Folders.copy(workshop.peerWar(), home.resolve("apps/peer.war"));
        LibertyServer server = LibertyServer.start(workshop, usr, SERVER, port);
        URI uri = URI.create("http://127.0.0.1:" + port + "/ask");
        return new LangChainPeer(server, new Ask(uri, Map.of(), "{\"question\":\"" + Ask.QUESTION + "\"}"));
    }

    @Override
    public String name() {
        return TargetName.LANGCHAIN4J.key();
    }

    @Override
    public Ask ask() {
        return ask;
    }

    @Override
    public Optional<ProcessTree> processes() {
        return Optional.of(server.tree());
    }

    @Override
    public void close() {
        server.close();
    }
}
