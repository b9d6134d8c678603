package erp.assistant.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** An OpenTelemetry collector that keeps the newest state of each metric it is sent (OTLP/HTTP, binary, metrics). */
final class Collector implements AutoCloseable {

    /** A distribution or a number of one set of attributes. */
    record Point(Map<String, String> attributes, long count, double sum, List<Double> bounds) {}

    record Metric(String name, String unit, String kind, List<Point> points) {}

    private final HttpServer server;
    private final Map<String, Metric> metrics = new ConcurrentHashMap<>();

    Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/metrics", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/metrics";
    }

    Map<String, Metric> metrics() {
        return Map.copyOf(metrics);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            // ExportMetricsServiceRequest > ResourceMetrics > ScopeMetrics > Metric
            ProtoReader.of(exchange.getRequestBody().readAllBytes()).all(1).stream()
                    .flatMap(resource -> resource.all(2).stream())
                    .flatMap(scope -> scope.all(2).stream())
                    .map(Collector::metric)
                    .forEach(metric -> metrics.put(metric.name(), metric));
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static Metric metric(ProtoReader metric) {
        int kind = metric.has(9) ? 9 : metric.has(7) ? 7 : 5;
        List<Point> points = metric.all(kind).stream()
                .flatMap(data -> data.all(1).stream())
                .map(kind == 9 ? Collector::distribution : Collector::number)
                .sorted(Comparator.comparing(point -> point.attributes().toString()))
                .toList();
        return new Metric(
                metric.text(1), metric.text(3), kind == 9 ? "histogram" : kind == 7 ? "sum" : "gauge", points);
    }

    private static Point distribution(ProtoReader point) {
        return new Point(
                attributes(point, 9), point.number(4), Double.longBitsToDouble(point.number(5)), point.doubles(7));
    }

    private static Point number(ProtoReader point) {
        double value = point.has(4) ? Double.longBitsToDouble(point.number(4)) : point.number(6);
        return new Point(attributes(point, 7), 1, value, List.of());
    }

    private static Map<String, String> attributes(ProtoReader point, int field) {
        Map<String, String> attributes = new TreeMap<>();
        for (ProtoReader attribute : point.all(field)) {
            attribute.all(2).forEach(value -> attributes.put(attribute.text(1), value.text(1)));
        }
        return attributes;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
