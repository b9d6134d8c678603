package erp.assistant.web.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import erp.assistant.web.AdminPageFilter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The real admin page with a scripted API, under the policy that the server gives it. */
final class AdminServer implements AutoCloseable {
    private record Reply(int status, String body) {}

    /** @param request method and path below {@code /api/v1/admin/} with its query */
    record Asked(String request, String body) {}

    private final HttpServer server;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    final List<Asked> asked = new CopyOnWriteArrayList<>();

    AdminServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** @param request path below {@code /api/v1/admin/} with its query, or without one for all that have one */
    void reply(String request, int status, String body) {
        replies.put(request, new Reply(status, body));
    }

    /** A reply that is a file among the test's resources. */
    void reply(String request, String file) throws IOException {
        reply(request, 200, text(file));
    }

    static String text(String file) throws IOException {
        return Files.readString(Path.of("src/test/resources/erp/assistant/web/ui/admin", file));
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String api = "/assistant/api/v1/admin/";
        if (path.startsWith(api)) {
            String request = exchange.getRequestURI().toString().substring(api.length());
            asked.add(new Asked(
                    exchange.getRequestMethod() + " " + request,
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            Reply any = replies.getOrDefault(
                    path.substring(api.length()), new Reply(404, "{\"detail\":\"Nothing scripted for it.\"}"));
            // A month that is not scripted is none, so that a test sees what then happens.
            Reply reply = replies.getOrDefault(
                    request,
                    request.startsWith("metrics?") ? new Reply(404, "{\"detail\":\"Nothing scripted for it.\"}") : any);
            String type = reply.status() < 300 ? "application/json" : "application/problem+json";
            send(exchange, reply.status(), type, reply.body().getBytes(UTF_8));
        } else if (path.startsWith("/assistant/")) {
            Path file = Path.of("src/main/webapp", path.substring("/assistant".length()));
            file(exchange, Files.isDirectory(file) ? file.resolve("index.html") : file);
        } else {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        }
    }

    private static void file(HttpExchange exchange, Path file) throws IOException {
        String name = file.toString();
        String type = name.endsWith(".css") ? "text/css" : name.endsWith(".js") ? "text/javascript" : "text/html";
        send(exchange, 200, type, Files.readAllBytes(file));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Content-Security-Policy", AdminPageFilter.POLICY);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
