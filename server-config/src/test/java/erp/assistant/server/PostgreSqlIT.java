package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import erp.assistant.stub.ProviderStub;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two servers with the shipped WARs whose ledger is one PostgreSQL. */
class PostgreSqlIT {

    private static final Duration SWEPT = Duration.ofSeconds(60);

    private static final ProviderStub PROVIDER = ProviderStub.start(0);
    private static final OwnServer ONE = new OwnServer("one-of-two");
    private static final OwnServer OTHER = new OwnServer("other-of-two");
    private static @Nullable EmbeddedPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = postgres();
        CompletableFuture<Void> one = CompletableFuture.runAsync(() -> ONE.startWith(properties()));
        OTHER.startWith(properties());
        one.join();
    }

    /** Where it cannot be started the tests are skipped, but on a build server, where CI is set, they fail. */
    private static EmbeddedPostgres postgres() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException | IllegalStateException e) {
            String message = "PostgreSQL does not start on this machine: " + e.getMessage();
            return System.getenv("CI") == null ? abort(message) : fail(message + ", but CI is set");
        }
    }

    private static EmbeddedPostgres started() {
        return Objects.requireNonNull(postgres, "started before all tests");
    }

    /** What the admin manual tells to set. */
    private static Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        properties.put("assistant.ledger.driver.directory", "${shared.resource.dir}/postgresql");
        properties.put("assistant.ledger.driver.class", "org.postgresql.ds.PGConnectionPoolDataSource");
        properties.put(
                "assistant.ledger.url",
                "jdbc:postgresql://127.0.0.1:" + started().getPort() + "/postgres");
        properties.put("assistant.ledger.user", "postgres");
        properties.put("assistant.ledger.password", "postgres");
        properties.put("assistant.provider.primary.dialect", "anthropic");
        properties.put("assistant.provider.primary.base-url", PROVIDER.baseUri().toString());
        properties.put("assistant.provider.primary.api-key", "stub-key");
        return properties;
    }

    @AfterAll
    static void stop() throws IOException {
        ONE.close();
        OTHER.close();
        PROVIDER.close();
        if (postgres != null) {
            postgres.close();
        }
    }

    private static CompletableFuture<HttpResponse<String>> ask(OwnServer server, String question) {
        String body = Json.createObjectBuilder()
                .add("question", question)
                .add(
                        "record",
                        Json.createObjectBuilder().add("type", "sales-order").add("id", "4711"))
                .build()
                .toString();
        return Server.HTTP.sendAsync(
                HttpRequest.newBuilder(server.uri("/assistant/api/v1/answers"))
                        .header("X-Requested-With", "test")
                        .header("Authorization", Server.basic("anna"))
                        .header("Content-Type", "application/json")
                        .header("Accept", "text/event-stream")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void oneLedgerHasTheRowsOfBothAndOneSettlesWhatTheOtherLeftOpenOnce() throws SQLException {
        for (int i = 0; i < 3; i++) {
            assertThat(ask(ONE, "Why is it late? " + i).join().body()).contains("event: done");
            assertThat(ask(OTHER, "Why is it blocked? " + i).join().body()).contains("event: done");
        }
        assertThat(ONE.calls()).hasSize(6).isEqualTo(OTHER.calls());
        assertThat(count("SELECT COUNT(DISTINCT run) FROM attempt")).isEqualTo(2);
        assertThat(count("SELECT COUNT(DISTINCT place) FROM server_run")).isEqualTo(2);

        CompletableFuture<HttpResponse<String>> cut = ask(OTHER, "Why is it late? [[stub gap=10 hangmid=100]]");
        CompletableFuture<HttpResponse<String>> living = ask(ONE, "Why is it late? [[stub ttft=8000]]");
        Server.await("both requests", () -> open() == 2);
        OTHER.kill();

        Server.await("the settlement by the server that lives", SWEPT, () -> open() == 0);
        assertThat(cut).isCompletedExceptionally();
        assertThat(living.join().body()).contains("event: done");
        List<JsonObject> rows = ONE.calls();
        assertThat(rows).extracting(row -> row.getString("outcome")).containsOnlyOnce("crash");
        JsonObject crashed = rows.stream()
                .filter(row -> row.getString("outcome").equals("crash"))
                .findFirst()
                .orElseThrow();
        assertThat(crashed.getJsonObject("cost")).isEqualTo(crashed.getJsonObject("reserved"));

        OTHER.launch();
        assertThat(count("SELECT COUNT(*) FROM settlement")).isEqualTo(rows.size());
        assertThat(count("SELECT COUNT(DISTINCT call_id) FROM settlement")).isEqualTo(rows.size());
        assertThat(amount(OTHER))
                .isEqualByComparingTo(rows.stream()
                        .map(row -> new BigDecimal(row.getJsonObject("cost").getString("amount")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(amount(ONE));
    }

    private static BigDecimal amount(OwnServer server) {
        return new BigDecimal(server.json("adam", "/assistant/api/v1/admin/metrics")
                .getJsonObject("cost")
                .getString("amount"));
    }

    private static long open() {
        try {
            return count("SELECT COUNT(*) FROM attempt WHERE state = 'open'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(String sql) throws SQLException {
        try (Connection connection = started().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
