package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.server.Collector.Metric;
import erp.assistant.server.Collector.Point;
import erp.assistant.stub.ProviderStub;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an OpenTelemetry collector gets from a server that has the optional part of the configuration for it. */
class TelemetryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<Double> SECONDS =
            List.of(0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92);
    private static final List<Double> TOKENS = List.of(
            1.0,
            4.0,
            16.0,
            64.0,
            256.0,
            1024.0,
            4096.0,
            16384.0,
            65536.0,
            262144.0,
            1048576.0,
            4194304.0,
            16777216.0,
            67108864.0);

    private static final ProviderStub PROVIDER = ProviderStub.start(0);
    private static final OwnServer SERVER = new OwnServer("telemetry").withTelemetry();
    private static @Nullable Collector collector;
    private static JsonObject done = Json.createObjectBuilder().build();
    private static JsonObject failed = Json.createObjectBuilder().build();

    @BeforeAll
    static void askAndFail() throws IOException {
        collector = new Collector();
        SERVER.startWith(Map.ofEntries(
                Map.entry("otel.sdk.disabled", "false"),
                Map.entry("otel.service.name", "erp"),
                Map.entry("otel.traces.exporter", "none"),
                Map.entry("otel.logs.exporter", "none"),
                Map.entry("otel.metrics.exporter", "otlp"),
                Map.entry("otel.exporter.otlp.metrics.protocol", "http/protobuf"),
                Map.entry("otel.exporter.otlp.metrics.endpoint", collector.address()),
                Map.entry("otel.metric.export.interval", "500"),
                Map.entry("assistant.provider.primary.dialect", "anthropic"),
                Map.entry(
                        "assistant.provider.primary.base-url",
                        PROVIDER.baseUri().toString()),
                Map.entry("assistant.provider.primary.api-key", "stub-key"),
                Map.entry("assistant.failover.last-resort", "error"),
                Map.entry("assistant.timeout.first-content", "10s"),
                Map.entry("assistant.cache.ttl", "0s")));
        SERVER.awaitApplications();
        PROVIDER.configure("ttft=400 gap=1");
        done = ask("What does this order contain?");
        failed = ask("What does this order contain? [[stub e529=100]]");
        Server.await(
                "both answers at the collector",
                PATIENCE,
                () -> count("gen_ai.client.operation.duration") >= 2 && count("assistant.answers") >= 2);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
        PROVIDER.close();
        if (collector != null) {
            collector.close();
        }
    }

    private static JsonObject ask(String question) {
        HttpRequest request = HttpRequest.newBuilder(SERVER.uri("/assistant/api/v1/answers"))
                .header("X-Requested-With", "test")
                .header("Authorization", Server.basic("anna"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.createObjectBuilder()
                        .add("question", question)
                        .add(
                                "record",
                                Json.createObjectBuilder()
                                        .add("type", "sales-order")
                                        .add("id", "4711"))
                        .build()
                        .toString()))
                .build();
        HttpResponse<String> response = Server.send(request);
        return Server.object(response.body());
    }

    private static Map<String, Metric> collected() {
        return Objects.requireNonNull(collector).metrics();
    }

    private static Metric metric(String name) {
        return Objects.requireNonNull(
                collected().get(name), name + " is not among " + collected().keySet());
    }

    private static long count(String name) {
        Metric metric = collected().get(name);
        return metric == null
                ? 0
                : metric.points().stream()
                        .mapToLong(point -> metric.kind().equals("histogram") ? point.count() : (long) point.sum())
                        .sum();
    }

    private static Point of(Metric metric, String attribute, String value) {
        return metric.points().stream()
                .filter(point -> value.equals(point.attributes().get(attribute)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(metric.toString()));
    }

    @Test
    void durationsAreInSecondsWithTheirFractionAndThePrescribedBuckets() {
        Metric duration = metric("gen_ai.client.operation.duration");

        assertThat(duration.unit()).isEqualTo("s");
        assertThat(duration.kind()).isEqualTo("histogram");
        assertThat(duration.points())
                .allSatisfy(point -> assertThat(point.bounds()).isEqualTo(SECONDS));
        Point whole = duration.points().stream()
                .filter(point -> !point.attributes().containsKey("error.type"))
                .findFirst()
                .orElseThrow();
        assertThat(whole.attributes())
                .containsOnlyKeys(
                        "gen_ai.operation.name",
                        "gen_ai.provider.name",
                        "gen_ai.request.model",
                        "gen_ai.response.model")
                .containsEntry("gen_ai.operation.name", "chat")
                .containsEntry("gen_ai.provider.name", "anthropic");
        assertThat(whole.sum()).isBetween(0.4, 30.0).isNotEqualTo(Math.rint(whole.sum()));
        assertThat(of(duration, "error.type", "overloaded").count()).isPositive();
    }

    @Test
    void theFirstChunkIsMeasuredLikewise() {
        Metric first = metric("gen_ai.client.operation.time_to_first_chunk");

        assertThat(first.unit()).isEqualTo("s");
        assertThat(first.points()).hasSize(1);
        assertThat(first.points().get(0).bounds()).isEqualTo(SECONDS);
        assertThat(first.points().get(0).sum()).isBetween(0.4, 30.0);
        assertThat(first.points().get(0).attributes()).doesNotContainKey("error.type");
    }

    @Test
    void tokensAreThoseOfTheAnswer() {
        Metric tokens = metric("gen_ai.client.token.usage");
        JsonObject usage = done.getJsonObject("usage");

        assertThat(tokens.unit()).isEqualTo("{token}");
        assertThat(tokens.kind()).isEqualTo("histogram");
        assertThat(tokens.points())
                .hasSize(2)
                .allSatisfy(point -> assertThat(point.bounds()).isEqualTo(TOKENS));
        assertThat(of(tokens, "gen_ai.token.type", "input").sum()).isEqualTo(usage.getInt("input"));
        assertThat(of(tokens, "gen_ai.token.type", "output").sum()).isEqualTo(usage.getInt("output"));
    }

    @Test
    void costIsExact() {
        Metric cost = metric("assistant.cost.nanos");
        BigDecimal told = new BigDecimal(done.getJsonObject("cost").getString("amount"));

        assertThat(cost.kind()).isEqualTo("sum");
        assertThat(cost.points().stream().mapToDouble(Point::sum).sum())
                .isEqualTo(told.movePointRight(9).doubleValue())
                .isPositive();
        assertThat(cost.points().get(0).attributes()).containsEntry("currency", "EUR");
    }

    @Test
    void aFailureHasItsClassBeforeAndAfterFallback() {
        assertThat(failed.getString("code")).isEqualTo("provider-unavailable");
        assertThat(of(metric("assistant.provider.errors"), "class", "overloaded")
                        .sum())
                .isPositive();
        assertThat(of(metric("assistant.answer.errors"), "class", "overloaded").sum())
                .isEqualTo(1);
        assertThat(of(metric("assistant.answer.errors"), "class", "5xx").sum()).isZero();
    }

    @Test
    void theMonthIsThereAsFarAsItIsKnown() {
        assertThat(metric("assistant.availability.goal").points().get(0).sum()).isEqualTo(0.999);
        assertThat(metric("assistant.month.cost").kind()).isEqualTo("gauge");
        assertThat(collected()).doesNotContainKey("assistant.month.budget");
    }
}
