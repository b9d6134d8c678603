package erp.assistant.server;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A server of its own beside the one that the other tests share, with the shipped configuration and WARs. */
final class OwnServer implements AutoCloseable {

    private static final Path WLP = Path.of(System.getProperty("it.wlp"));
    private static final Duration START = Duration.ofMinutes(3);
    private static final int STOP_SECONDS = 60;
    private static final int PAGE = 200;
    private static final HttpClient BROWSER = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private final String name;
    private final Path home;
    private final int port = freePort();
    private Map<String, String> environment = Map.of();
    private boolean telemetry;
    private @Nullable Process process;

    OwnServer(String name) {
        this.name = name;
        this.home = WLP.resolve("usr/servers").resolve(name);
    }

    /** An address on it. */
    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Its process; only while it runs. */
    ProcessHandle process() {
        return Objects.requireNonNull(process, "not started")
                .descendants()
                .reduce((outer, inner) -> inner)
                .orElseGet(() -> Objects.requireNonNull(process).toHandle());
    }

    /** Where the ledger is after the stop. */
    String ledgerUrl() {
        return "jdbc:h2:file:" + home.resolve("ledger/assistant");
    }

    /** Starts it with these environment variables and waits until its applications have started or failed. */
    void start(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        install(Map.of());
        launch();
    }

    /** Starts it with these system properties, which are configuration too, in place of databases in memory. */
    void startWith(Map<String, String> properties) {
        install(properties);
        launch();
    }

    /** Gives it the optional part of the shipped configuration for OpenTelemetry; before it starts. */
    OwnServer withTelemetry() {
        telemetry = true;
        return this;
    }

    private void install(Map<String, String> properties) {
        try {
            delete(home);
            Files.createDirectories(home);
            for (String shipped : List.of("sample-host.xml", "assistant.xml", "assistant-telemetry.xml")) {
                Files.copy(WLP.resolve("usr/servers/it").resolve(shipped), home.resolve(shipped));
            }
            Files.writeString(home.resolve("server.xml"), """
                    <server>
                      <include location="sample-host.xml"/>
                      <include location="assistant.xml"/>
                      %s
                      <mpMetrics authentication="false"/>
                      <webApplication id="erp" location="%s" contextRoot="/erp">
                        <classloader commonLibraryRef="assistantApi"/>
                      </webApplication>
                      <webApplication id="assistant" location="%s" contextRoot="/assistant">
                        <classloader commonLibraryRef="assistantApi"%s/>
                      </webApplication>
                    </server>
                    """.formatted(
                            telemetry ? "<include location=\"assistant-telemetry.xml\"/>" : "",
                            Wars.erpFile(),
                            Wars.assistantFile(),
                            telemetry ? " apiTypeVisibility=\"+third-party\"" : ""));
            Map<String, String> all = new TreeMap<>(Map.of(
                    "http.port",
                    Integer.toString(port),
                    "erp.database.url",
                    "jdbc:h2:mem:erp;DB_CLOSE_DELAY=-1",
                    "assistant.ledger.url",
                    ledgerUrl().replace("h2:file:", "h2:retry:") + ";WRITE_DELAY=0;REUSE_SPACE=FALSE;PAGE_SIZE=2048"));
            all.putAll(properties);
            StringBuilder options = new StringBuilder("-Xmx512m\n");
            all.forEach((key, value) ->
                    options.append("-D").append(key).append('=').append(value).append('\n'));
            Files.writeString(home.resolve("jvm.options"), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again as it was, after it has ended. */
    void launch() {
        try {
            Path logs = Files.createDirectories(home.resolve("logs"));
            Files.deleteIfExists(logs.resolve("messages.log"));
            ProcessBuilder run = command("run")
                    .redirectErrorStream(true)
                    .redirectOutput(logs.resolve("console.log").toFile());
            run.environment().putAll(environment);
            process = run.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Server.await("the server " + name, START, this::isUp);
    }

    /** The server says that it is ready after half a minute, also when an application is still starting. */
    private boolean isUp() {
        String messages = file("messages.log");
        return messages.contains("CWWKF0011I")
                && Stream.of("erp", "assistant").allMatch(name -> isStarted(name, messages));
    }

    /** Or has failed to start, as it does if it is misconfigured. */
    private static boolean isStarted(String application, String messages) {
        return Pattern.compile("CWWKZ00(01I|02E|12I): .* " + application + "\\b")
                .matcher(messages)
                .find();
    }

    /** Sets configuration as an admin does while it runs, and waits until it is in force. */
    void configure(String key, String value) {
        try {
            Path overrides = Files.createDirectories(home.resolve("configDropins/overrides"));
            Files.writeString(
                    overrides.resolve("it-variables.xml"),
                    "<server><variable name=\"" + key + "\" value=\"" + value + "\"/></server>\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Server.await(key + " = " + value + " in " + name, START, () -> inForce(key, value));
    }

    private boolean inForce(String key, String value) {
        return json("adam", "/assistant/api/v1/admin/config").getJsonArray("config").stream()
                .map(entry -> entry.asJsonObject())
                .anyMatch(entry -> entry.getString("key").equals(key)
                        && entry.getString("value").equals(value));
    }

    /** Waits until both applications run: on a busy machine a server says that it is ready before they do. */
    OwnServer awaitApplications() {
        for (String application : List.of("erp", "assistant")) {
            Server.await(
                    "the application " + application,
                    START,
                    () -> file("messages.log").contains("CWWKZ0001I: Application " + application + " started"));
        }
        return this;
    }

    /** Ends it as {@code kill -9} does, and waits until it has ended. */
    void kill() {
        end(ProcessHandle::destroyForcibly);
    }

    /** Ends it as {@code kill} does, and waits until it has ended. */
    void terminate() {
        end(ProcessHandle::destroy);
    }

    private void end(Consumer<ProcessHandle> signal) {
        // On Linux the script becomes the server; elsewhere the server is its child.
        Process server = Objects.requireNonNull(process, "the server has not been started");
        List<ProcessHandle> all = Stream.concat(Stream.of(server.toHandle()), server.descendants())
                .toList();
        all.forEach(signal);
        Server.await("the end of " + name, START, () -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** What a page of the assistant answers to a person. */
    JsonObject json(String user, String path) {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Authorization", Server.basic(user))
                .header("X-Requested-With", "test")
                .build();
        HttpResponse<String> response = Server.send(request);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return Server.object(response.body());
    }

    /** The ledger's rows, newest first, all of them. */
    List<JsonObject> calls() {
        List<JsonObject> calls = new ArrayList<>();
        List<JsonObject> page;
        do {
            page = json("adam", "/assistant/api/v1/admin/calls?limit=" + PAGE + "&offset=" + calls.size())
                    .getJsonArray("calls")
                    .getValuesAs(JsonObject.class);
            calls.addAll(page);
        } while (page.size() == PAGE);
        return calls;
    }

    /** The ledger's rows that were sent after an instant and not after another; while others are written before them. */
    List<JsonObject> callsBetween(Instant after, Instant until) {
        Map<String, JsonObject> between = new LinkedHashMap<>();
        for (int offset = 0; ; offset += PAGE) {
            List<JsonObject> page = json("adam", "/assistant/api/v1/admin/calls?limit=" + PAGE + "&offset=" + offset)
                    .getJsonArray("calls")
                    .getValuesAs(JsonObject.class);
            for (JsonObject row : page) {
                Instant sentAt = Instant.parse(row.getString("sentAt"));
                if (sentAt.isAfter(after) && !sentAt.isAfter(until)) {
                    between.put(row.getString("call") + "/" + row.getInt("attempt"), row);
                }
            }
            if (page.size() < PAGE
                    || !Instant.parse(page.get(PAGE - 1).getString("sentAt")).isAfter(after)) {
                return List.copyOf(between.values());
            }
        }
    }

    ProcessBuilder command(String action) {
        return new ProcessBuilder(WLP.resolve("bin/server").toString(), action, name).directory(home.toFile());
    }

    /** The status of a page after its redirects. */
    int status(String path) {
        try {
            return BROWSER.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A log file's text; empty if it is not there yet. */
    String file(String name) {
        Path file = home.resolve("logs").resolve(name);
        return Files.exists(file) ? read(file) : "";
    }

    /** Everything that it has logged, incident reports included. */
    String logs() {
        try (Stream<Path> files = Files.walk(home.resolve("logs"))) {
            StringBuilder all = new StringBuilder();
            files.filter(Files::isRegularFile).forEach(file -> all.append(read(file)));
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it, by force if it does not stop by itself. */
    @Override
    public void close() {
        if (process == null) {
            return;
        }
        try {
            command("stop")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(STOP_SECONDS, TimeUnit.SECONDS);
            process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
