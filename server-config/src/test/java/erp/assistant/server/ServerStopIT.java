package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.stub.ProviderStub;
import jakarta.json.Json;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that is stopped while answers are under way. */
class ServerStopIT {

    private static final HttpClient BROWSER =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** How an admin or a container's runtime stops a server. */
    enum Stop {
        SERVER_STOP {
            @Override
            void of(OwnServer server) throws IOException {
                server.command("stop")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
            }
        },
        SIGTERM {
            @Override
            void of(OwnServer server) {
                server.process().destroy();
            }
        };

        abstract void of(OwnServer server) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void answersUnderWayEndAtOnceAndAreSettled(Stop stop) throws Exception {
        OwnServer server = new OwnServer("stopping");
        try (ProviderStub provider = ProviderStub.start(0)) {
            provider.configure("ttft=50 gap=100 tokens=600 capmax=0");
            server.start(Map.of(
                    "ASSISTANT_PROVIDER_PRIMARY_DIALECT", "anthropic",
                    "ASSISTANT_PROVIDER_PRIMARY_BASE_URL", provider.baseUri().toString(),
                    "ASSISTANT_PROVIDER_PRIMARY_API_KEY", "any"));
            Server.await(
                    "the assistant",
                    Duration.ofMinutes(1),
                    () -> server.status("/assistant/api/v1/admin/config") == 401);
            List<Answer> answers = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                Answer answer = Answer.of(BROWSER, question(server, "Tell me everything, " + i));
                answer.next("delta");
                answers.add(answer);
            }
            ProcessHandle process = server.process();

            long begun = System.nanoTime();
            stop.of(server);

            for (Answer answer : answers) {
                assertThat(answer.whole().done().getString("reason")).isEqualTo("stopped");
            }
            Server.await("the connections to be closed", () -> provider.stats().clientAborts() == 5);
            // The command itself is a JVM that has to start.
            assertThat(Duration.ofNanos(provider.stats().lastAbortNanos() - begun))
                    .isLessThan(Duration.ofSeconds(10));
            process.onExit().get(60, TimeUnit.SECONDS);
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as("not the 30 seconds for which the server waits for open requests")
                    .isLessThan(Duration.ofSeconds(25));
            assertThat(rows(server)).hasSize(5).containsOnly("settled cancelled partial true");
        } finally {
            server.close();
        }
    }

    private static HttpRequest question(OwnServer server, String question) {
        String body = Json.createObjectBuilder()
                .add("question", question)
                .add(
                        "record",
                        Json.createObjectBuilder().add("type", "sales-order").add("id", "4711"))
                .build()
                .toString();
        return HttpRequest.newBuilder(server.uri("/assistant/api/v1/answers"))
                .header("Authorization", Server.basic("anna"))
                .header("X-Requested-With", "test")
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** What the stopped server has left: state, outcome, source of the usage, whether there is a cost. */
    private static List<String> rows(OwnServer server) throws Exception {
        Path drivers = Path.of(System.getProperty("it.wlp"), "usr/shared/resources/h2");
        Path jar;
        try (var files = Files.list(drivers)) {
            jar = files.findFirst().orElseThrow();
        }
        try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ServerStopIT.class.getClassLoader());
                Connection connection = driver(loader).connect(server.ledgerUrl(), user());
                Statement statement = Objects.requireNonNull(connection).createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT CONCAT_WS(' ', state, outcome, usage_source, cost_nanos > 0) FROM attempt")) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1).toLowerCase(java.util.Locale.ROOT));
            }
            return all;
        }
    }

    private static Driver driver(ClassLoader loader) throws ReflectiveOperationException {
        return (Driver)
                loader.loadClass("org.h2.Driver").getDeclaredConstructor().newInstance();
    }

    private static Properties user() {
        Properties user = new Properties();
        user.setProperty("user", "assistant");
        user.setProperty("password", "");
        return user;
    }
}
