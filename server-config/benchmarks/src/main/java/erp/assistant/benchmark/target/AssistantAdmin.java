package erp.assistant.benchmark.target;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Reads and changes the running assistant's configuration, as its admin does. */
final class AssistantAdmin {

    private static final String ADMIN = "adam";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(100);

    private final URI uri;
    private final Path home;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    AssistantAdmin(URI uri, Path home) {
        this.uri = uri;
        this.home = home;
    }

    /** A configuration file with these variables. */
    static String overrides(Map<String, String> values) {
        StringBuilder xml = new StringBuilder("<server>\n");
        values.forEach((name, value) -> xml.append("  <variable name=\"")
                .append(name)
                .append("\" value=\"")
                .append(value)
                .append("\"/>\n"));
        return xml.append("</server>\n").toString();
    }

    void write(Map<String, String> values) {
        Folders.write(home.resolve("configDropins/overrides/benchmark.xml"), overrides(values));
    }

    void await(String key, String value) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!value.equals(inForce().get(key))) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The server does not take " + key + "=" + value + ".");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    Map<String, String> inForce() {
        String credentials = Base64.getEncoder().encodeToString((ADMIN + ":" + ADMIN).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(uri.resolve("/assistant/api/v1/admin/config"))
                .header("Authorization", "Basic " + credentials)
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("The assistant answers its admin with " + response.statusCode() + ".");
            }
            try (var reader = Json.createReader(new StringReader(response.body()))) {
                return reader.readObject().getJsonArray("config").stream()
                        .map(entry -> entry.asJsonObject())
                        .collect(Collectors.toMap(
                                entry -> entry.getString("key"), entry -> entry.getString("value"), (a, b) -> b));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
