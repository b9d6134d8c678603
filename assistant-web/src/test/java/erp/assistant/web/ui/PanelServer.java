package erp.assistant.web.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A host page with the panel as it is shipped and a scripted API, under the strictest Content-Security-Policy. The modules that
 * the panel is made of are there, too, each by itself.
 */
final class PanelServer implements AutoCloseable {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    static final String CONTEXT = """
            {"record":{"type":"sales-order","id":"4711","label":"Sales order 4711","version":"7","asOf":"2026-11-22T08:00:00Z"},
             "fields":[{"id":"status","label":"Status","value":"Credit hold","sensitivity":"public","masked":false},
               {"id":"customer","label":"Customer","value":"Meyer Maschinenbau GmbH","sensitivity":"confidential","masked":false},
               {"id":"creditLimit","label":"Credit limit","value":"40,000.00 EUR","sensitivity":"confidential","masked":false},
               {"id":"contact","label":"Contact","value":"A*** M***","sensitivity":"personal","masked":true},
               {"id":"lines.20.available","label":"Line 20 available","value":"22 of 60","sensitivity":"public","masked":false}],
             "leftOut":[{"id":"margin","label":"Margin","reason":"Only accounting may see it."}],
             "estimatedTokens":412,
             "actions":[{"id":"summary","label":"Summarize this order","question":"Summarize this order."},
               {"id":"why-blocked","label":"Why is it on hold?","question":"Why is this order on hold?"},
               {"id":"draft-reply","label":"Draft a reply","question":"Draft a reply to the customer."}]}""";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<ScriptedAnswer> answers = new LinkedBlockingQueue<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> contexts = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> stopsAndRatings = new LinkedBlockingQueue<>();
    private final List<String> conversationRequests = new CopyOnWriteArrayList<>();
    private final Map<String, String> conversations = new ConcurrentHashMap<>();
    private volatile boolean keepsConversations = true;
    private volatile int contextStatus = 200;
    private volatile String context = CONTEXT;

    static {
        // As real servers have it: else a body waits for the acknowledgement of its headers, up to 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    PanelServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void context(int status, String json) {
        contextStatus = status;
        context = json;
    }

    /** What {@code GET /conversations} and those below it answer from now on, by path and query. */
    void conversations(String path, String json) {
        conversations.put("/assistant/api/v1/conversations" + path, json);
    }

    void keepsNoConversations() {
        keepsConversations = false;
    }

    /** Requests for conversations so far, as method, path and query. */
    List<String> conversationRequests() {
        return conversationRequests;
    }

    /** The next request for an answer. */
    ScriptedAnswer nextAnswer() throws InterruptedException {
        return Objects.requireNonNull(answers.poll(20, TimeUnit.SECONDS), "the panel asked nothing");
    }

    /** The next DELETE of an answer or rating of one, as method, path and body. */
    String nextStopOrRating() throws InterruptedException {
        return Objects.requireNonNull(stopsAndRatings.poll(20, TimeUnit.SECONDS), "neither stopped nor rated");
    }

    List<String> requests() {
        return requests;
    }

    /** The addresses whose context was read, with their queries. */
    List<String> contexts() {
        return contexts;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String request = exchange.getRequestMethod() + " " + path;
        requests.add(request);
        if (request.equals("POST /assistant/api/v1/answers")) {
            var answer = new ScriptedAnswer(exchange);
            answers.add(answer);
            answer.awaitEnd();
        } else if (path.startsWith("/assistant/api/v1/answers/")) {
            stopsAndRatings.add(request + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        } else if (path.startsWith("/assistant/api/v1/conversations")) {
            conversation(exchange);
        } else if (path.startsWith("/assistant/api/v1/records/") || path.startsWith("/assistant/api/v1/lists/")) {
            contexts.add(exchange.getRequestURI().toString());
            String type = contextStatus == 200 ? "application/json" : "application/problem+json";
            send(exchange, contextStatus, type, context.getBytes(UTF_8));
        } else if (path.equals("/erp/order")) {
            send(
                    exchange,
                    200,
                    "text/html;charset=UTF-8",
                    page(exchange.getRequestURI().getRawQuery()));
        } else {
            file(exchange, path);
        }
    }

    private void conversation(HttpExchange exchange) throws IOException {
        String address = exchange.getRequestURI().toString();
        conversationRequests.add(exchange.getRequestMethod() + " " + address);
        String json = conversations.get(address);
        if (!keepsConversations) {
            send(exchange, 404, "application/problem+json", "{\"code\":\"record-not-available\"}".getBytes(UTF_8));
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        } else {
            send(exchange, json == null ? 404 : 200, "application/json", (json == null ? "{}" : json).getBytes(UTF_8));
        }
    }

    /** Replaces what the query says: {@code lang=de&theme=dark&attributes=footer="off"}. */
    private static byte[] page(String query) throws IOException {
        String page = new String(resource("/erp/assistant/web/ui/host.html"), UTF_8);
        for (String part : query.split("&", -1)) {
            String[] pair = part.split("=", 2);
            page = page.replace("{{" + pair[0] + "}}", URLDecoder.decode(pair[1], UTF_8));
        }
        return page.replaceAll("\\{\\{\\w+}}", "").getBytes(UTF_8);
    }

    private static void file(HttpExchange exchange, String path) throws IOException {
        String type = path.endsWith(".css") ? "text/css" : "text/javascript";
        if (path.equals("/erp/host.css")) {
            send(exchange, 200, type, resource("/erp/assistant/web/ui/host.css"));
        } else if (path.startsWith("/assistant/_static/")) {
            send(exchange, 200, type, resource("/META-INF/resources" + path.substring("/assistant".length())));
        } else if (path.startsWith("/assistant/ui/")) {
            Path shipped = Path.of("target/panel", path.substring("/assistant".length()));
            send(exchange, 200, type, Files.readAllBytes(shipped));
        } else if (path.startsWith("/assistant/modules/")) {
            Path module = Path.of("src/main/webapp/ui", path.substring("/assistant/modules".length()));
            send(exchange, 200, type, Files.readAllBytes(module));
        } else {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = PanelServer.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
