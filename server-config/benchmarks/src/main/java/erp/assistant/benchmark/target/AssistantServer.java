package erp.assistant.benchmark.target;

import erp.assistant.benchmark.load.Ask;
import erp.assistant.benchmark.machine.Machine;
import erp.assistant.benchmark.machine.ProcessTree;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The packaged server: the shipped configuration files and WARs, ledger in its file and metrics on.
 *
 * <p>Changed are only the port, the providers' addresses, the cache, which would answer instead of them, and how often one
 * person may ask, since the load is one person.
 */
public final class AssistantServer implements Target {

    private static final String SERVER = "assistant";
    private static final String PERSON = "anna";

    private final LibertyServer server;
    private final int port;
    private final AssistantAdmin admin;
    private final Map<String, String> configuration;
    private final Ask ask;

    private AssistantServer(
            LibertyServer server, int port, AssistantAdmin admin, Map<String, String> configuration, Ask ask) {
        this.server = server;
        this.port = port;
        this.admin = admin;
        this.configuration = Map.copyOf(configuration);
        this.ask = ask;
    }

    public static AssistantServer start(Workshop workshop, URI primary, URI backup) {
        int port = ServerProcess.freePort();
        URI uri = URI.create("http://127.0.0.1:" + port);
        Path usr = Folders.fresh(workshop.folder(TargetName.ASSISTANT.key()));
        Path home = LibertyServer.home(usr, SERVER);
        Path packaged = workshop.liberty().resolve("usr");
        for (Path file : Folders.files(packaged.resolve("servers/assistant"))) {
            Folders.copy(file, home.resolve(file.getFileName().toString()));
        }
        for (String library : new String[] {"h2/h2.jar", "assistant-api/assistant-api.jar"}) {
            Path resource = Path.of("shared/resources").resolve(library);
            Folders.copy(packaged.resolve(resource), usr.resolve(resource));
        }
        Folders.copy(workshop.assistantWar(), home.resolve("apps/assistant.war"));
        Folders.copy(workshop.erpWar(), home.resolve("apps/erp.war"));
        Map<String, String> configuration = configuration(port, primary, backup);
        Folders.write(home.resolve("configDropins/overrides/benchmark.xml"), AssistantAdmin.overrides(configuration));
        LibertyServer server = LibertyServer.start(workshop, usr, SERVER, port);
        String cookie = SignIn.at(uri, PERSON);
        Ask ask = new Ask(
                uri.resolve("/assistant/api/v1/answers"),
                Map.of("Cookie", cookie, "X-Requested-With", "benchmark"),
                "{\"question\":\"" + Ask.QUESTION + "\",\"record\":{\"type\":\"sales-order\",\"id\":\"4711\"}}");
        return new AssistantServer(server, port, new AssistantAdmin(uri, home), configuration, ask);
    }

    private static Map<String, String> configuration(int port, URI primary, URI backup) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("http.port", Integer.toString(port));
        values.put("assistant.provider.primary.dialect", "anthropic");
        values.put("assistant.provider.primary.base-url", primary.toString());
        values.put("assistant.provider.primary.api-key", "stub-key");
        values.put("assistant.provider.backup.dialect", "openai");
        values.put("assistant.provider.backup.base-url", backup.toString());
        values.put("assistant.provider.backup.api-key", "stub-key");
        values.put("assistant.cache.ttl", "0s");
        values.put("assistant.rate.per-user-minute", "1000000");
        return values;
    }

    /** The value that is in force under a key; empty if this build does not know the key. */
    public Optional<String> setting(String key) {
        return Optional.ofNullable(admin.inForce().get(key));
    }

    /** Changes one value while the server runs and waits until it is in force. */
    public void set(String key, String value) {
        Map<String, String> values = new LinkedHashMap<>(configuration);
        values.put(key, value);
        admin.write(values);
        admin.await(key, value);
    }

    /** Connections of browsers that the server has open. */
    public int connections() {
        return Machine.connections(port);
    }

    @Override
    public String name() {
        return TargetName.ASSISTANT.key();
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
