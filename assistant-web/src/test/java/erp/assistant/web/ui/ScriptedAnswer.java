package erp.assistant.web.ui;

import com.sun.net.httpserver.HttpExchange;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** One request for an answer, held open until the test has said what the server does. */
final class ScriptedAnswer {
    private static final int PINGS_UNTIL_A_CLOSED_SOCKET_SHOWS = 100_000;

    private final HttpExchange exchange;
    private final CountDownLatch over = new CountDownLatch(1);
    private final String body;

    ScriptedAnswer(HttpExchange exchange) throws IOException {
        this.exchange = exchange;
        this.body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    JsonObject question() {
        try (var reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    String header(String name) {
        return String.join(",", exchange.getRequestHeaders().getOrDefault(name, List.of()));
    }

    ScriptedAnswer stream() {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream;charset=UTF-8");
        try {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    ScriptedAnswer meta() {
        return event(
                "meta",
                "{\"answer\":\"a-1\",\"record\":{\"type\":\"sales-order\",\"id\":\"4711\",\"label\":\"Sales order 4711\","
                        + "\"version\":\"7\",\"asOf\":\"2026-11-22T08:00:00Z\"},\"sentFields\":5,\"leftOut\":1}");
    }

    ScriptedAnswer delta(String text) {
        return event(
                "delta", Json.createObjectBuilder().add("text", text).build().toString());
    }

    ScriptedAnswer event(String name, String json) {
        return raw("event: " + name + "\ndata: " + json + "\n\n");
    }

    ScriptedAnswer raw(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    ScriptedAnswer bytes(byte... bytes) {
        try {
            OutputStream out = exchange.getResponseBody();
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Ends the answer with a {@code done} event made from JSON members that replace the usual ones. */
    void done(String... members) {
        var done = Json.createObjectBuilder();
        String usual = "{\"status\":\"complete\",\"reason\":\"end\",\"source\":\"primary\",\"model\":\"test-model\","
                + "\"usage\":{\"input\":412,\"cacheRead\":0,\"cacheWrite\":0,\"output\":58,\"usageSource\":\"reported\"},"
                + "\"cost\":{\"amount\":\"0.003118\",\"currency\":\"EUR\"},"
                + "\"latency\":{\"firstMs\":1100,\"totalMs\":19100},"
                + "\"citations\":[],\"figures\":{\"checked\":0,\"unmatched\":[]}}";
        addAll(done, usual);
        addAll(done, "{" + String.join(",", members) + "}");
        event("done", done.build().toString());
        close();
    }

    private static void addAll(JsonObjectBuilder target, String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            reader.readObject().forEach(target::add);
        }
    }

    /** Refuses with a problem object. */
    void refuse(int status, String problem) {
        byte[] bytes = problem.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
        try {
            exchange.sendResponseHeaders(status, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes(bytes);
        close();
    }

    /** Ends the response, whatever has been sent. */
    void close() {
        exchange.close();
        over.countDown();
    }

    /** Whether the browser has closed the connection: writing to it fails soon. */
    boolean abortedByBrowser() {
        for (int i = 0; i < PINGS_UNTIL_A_CLOSED_SOCKET_SHOWS; i++) {
            try {
                raw(": ping\n\n");
            } catch (UncheckedIOException closed) {
                over.countDown();
                return true;
            }
        }
        return false;
    }

    void awaitEnd() {
        try {
            over.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
