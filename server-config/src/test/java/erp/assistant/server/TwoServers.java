package erp.assistant.server;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import erp.assistant.stub.ProviderStub;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Two servers with the shipped WARs whose ledger is one PostgreSQL, and the provider stub that both ask. */
final class TwoServers implements AutoCloseable {

    final ProviderStub provider = ProviderStub.start(0);
    final OwnServer one;
    final OwnServer other;
    private final EmbeddedPostgres postgres = postgres();

    /** Starts them with this configuration beside what the admin manual tells to set. */
    TwoServers(String name, Map<String, String> more) {
        one = new OwnServer("one-of-two-" + name);
        other = new OwnServer("other-of-two-" + name);
        Map<String, String> properties = properties();
        properties.putAll(more);
        CompletableFuture<Void> starting = CompletableFuture.runAsync(() -> one.startWith(properties));
        other.startWith(properties);
        starting.join();
        Stream.of(one, other)
                .forEach(server -> Server.await("the order", Duration.ofMinutes(3), () -> showsTheOrder(server)));
    }

    /** The ERP may still be filling its database when the server has started. */
    private static boolean showsTheOrder(OwnServer server) {
        HttpRequest request = HttpRequest.newBuilder(server.uri("/assistant/api/v1/records/sales-order/4711/context"))
                .header("Authorization", Server.basic("anna"))
                .build();
        return Server.send(request).statusCode() == 200;
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

    private Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        properties.put("assistant.ledger.driver.directory", "${shared.resource.dir}/postgresql");
        properties.put("assistant.ledger.driver.class", "org.postgresql.ds.PGConnectionPoolDataSource");
        properties.put("assistant.ledger.url", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres");
        properties.put("assistant.ledger.user", "postgres");
        properties.put("assistant.ledger.password", "postgres");
        properties.put("assistant.provider.primary.dialect", "anthropic");
        properties.put("assistant.provider.primary.base-url", provider.baseUri().toString());
        properties.put("assistant.provider.primary.api-key", "stub-key");
        return properties;
    }

    /** Anna asks about order 4711; the answer comes as a stream. */
    CompletableFuture<HttpResponse<String>> ask(OwnServer server, String question) {
        return ask(server, question, "text/event-stream");
    }

    CompletableFuture<HttpResponse<String>> ask(OwnServer server, String question, String accept) {
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
                        .header("Accept", accept)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The single number that a statement reads from the database. */
    long number(String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        one.close();
        other.close();
        provider.close();
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
