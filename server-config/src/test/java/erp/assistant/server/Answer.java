package erp.assistant.server;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer read from the server event by event, as a browser reads it. */
final class Answer implements AutoCloseable {

    /** One event and when it arrived. */
    record Event(String name, JsonObject data, long nanos) {}

    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;
    final List<Event> events = new ArrayList<>();

    private Answer(HttpResponse<InputStream> response) {
        this.response = response;
        this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    static HttpRequest.Builder asking(String user, String type, String id, String question) {
        String body = Json.createObjectBuilder()
                .add("question", question)
                .add("record", Json.createObjectBuilder().add("type", type).add("id", id))
                .build()
                .toString();
        return Server.request(user, "/assistant/api/v1/answers")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** Asks about sales order 4711 as anna. */
    static Answer ask(String question) {
        return ask("anna", "sales-order", "4711", question);
    }

    static Answer ask(String user, String type, String id, String question) {
        return of(
                Server.HTTP,
                asking(user, type, id, question)
                        .header("Accept", "text/event-stream")
                        .build());
    }

    /** Asks with another client than the tests' own. */
    static Answer of(HttpClient client, HttpRequest request) {
        try {
            return new Answer(client.send(request, HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int status() {
        return response.statusCode();
    }

    /** Reads on until an event of this name, or the end. */
    @Nullable
    Event next(String name) {
        for (Event event = next(); event != null; event = next()) {
            if (event.name().equals(name)) {
                return event;
            }
        }
        return null;
    }

    /** Reads on to the end. */
    Answer whole() {
        while (next() != null) {
            // all kept in events
        }
        return this;
    }

    private @Nullable Event next() {
        try {
            String name = "";
            StringBuilder data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data.append(line.substring(6));
                } else if (line.isEmpty() && !name.isEmpty()) {
                    Event event = new Event(name, Server.object(data.toString()), System.nanoTime());
                    events.add(event);
                    return event;
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> names() {
        return events.stream().map(Event::name).toList();
    }

    /** The text as it stands at the end: what came before a restart is void. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Event event : events) {
            if (event.name().equals("delta")) {
                text.append(event.data().getString("text"));
            } else if (event.name().equals("restart")) {
                text.setLength(0);
            }
        }
        return text.toString();
    }

    String id() {
        return events.get(0).data().getString("answer");
    }

    JsonObject done() {
        Event last = events.get(events.size() - 1);
        if (!last.name().equals("done")) {
            throw new AssertionError("the answer ended with " + last.name() + ": " + last.data());
        }
        return last.data();
    }

    /** The ledger's rows of this answer, oldest first. */
    List<JsonObject> ledger() {
        List<JsonObject> rows = new ArrayList<>();
        Server.json("adam", "/assistant/api/v1/admin/calls?limit=200").getJsonArray("calls").stream()
                .map(row -> row.asJsonObject())
                .filter(row -> row.getString("call").equals(id()))
                .forEach(row -> rows.add(0, row));
        return rows;
    }

    /** Leaves, as a closed tab does. */
    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
