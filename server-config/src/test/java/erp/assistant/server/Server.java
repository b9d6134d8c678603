package erp.assistant.server;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The server under test, as a caller and as its admin see it. */
final class Server {

    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Path HOME = Path.of(System.getProperty("it.wlp"), "usr", "servers", "it");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Server() {}

    /** The folder of its configuration. */
    static Path home() {
        return HOME;
    }

    static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + System.getProperty("it.http.port") + path);
    }

    static HttpRequest.Builder request(String user, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).header("X-Requested-With", "test");
        return user.isEmpty() ? request : request.header("Authorization", basic(user));
    }

    static HttpResponse<String> get(String user, String path) {
        return send(request(user, path).build());
    }

    static JsonObject json(String user, String path) {
        HttpResponse<String> response = get(user, path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return object(response.body());
    }

    static JsonObject object(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sets configuration as an admin does while the server runs, and waits until it is in force. */
    static void configure(Map<String, String> values) {
        write(values);
        await("the configuration " + values.keySet(), () -> inForce(values));
    }

    /** Sets configuration without waiting, since a wrong one never is in force. */
    static void write(Map<String, String> values) {
        StringBuilder xml = new StringBuilder("<server>\n");
        values.forEach((key, value) -> xml.append("  <variable name=\"")
                .append(key)
                .append("\" value=\"")
                .append(value)
                .append("\"/>\n"));
        try {
            Path overrides = Files.createDirectories(HOME.resolve("configDropins/overrides"));
            Files.writeString(overrides.resolve("it-variables.xml"), xml.append("</server>\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean inForce(Map<String, String> values) {
        return json("adam", "/assistant/api/v1/admin/config").getJsonArray("config").stream()
                .map(entry -> entry.asJsonObject())
                .allMatch(entry -> {
                    String wanted = values.get(entry.getString("key"));
                    String source = entry.getString("source");
                    if (wanted == null && entry.getString("key").equals("assistant.mappings")) {
                        return true; // of the sample's own configuration
                    }
                    boolean ours = (source.equals("default") || source.startsWith("file ")) == (wanted == null);
                    return ours
                            && (wanted == null
                                    || entry.getString("key").endsWith("api-key")
                                    || wanted.equals(entry.getString("value")));
                });
    }

    /** Everything that the server has logged, trace and the incident files under {@code ffdc} included. */
    static String logs() {
        try (var files = Files.walk(HOME.resolve("logs"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                // Not readString, which refuses what is not text.
                all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the admin reads: {@code messages.log}. */
    static String messages() {
        try {
            return Files.readString(HOME.resolve("logs/messages.log"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for something that happens elsewhere; asks again every 50 ms. */
    static void await(String what, BooleanSupplier condition) {
        await(what, PATIENCE, condition);
    }

    static void await(String what, Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited " + patience.toSeconds() + " s in vain for " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(50).toNanos());
        }
    }

    static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    }
}
