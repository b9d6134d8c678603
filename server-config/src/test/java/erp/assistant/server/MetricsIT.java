package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsIT extends ServerTest {

    @BeforeEach
    void providers() {
        Server.configure(PROVIDERS.configuration("anthropic", "openai"));
    }

    private static JsonObject metrics() {
        return Server.json("adam", "/assistant/api/v1/admin/metrics");
    }

    @Test
    void anAnswersCostIsAddedToTheMonthExactly() {
        BigDecimal before = amount(metrics());

        Answer answer = Answer.ask("What does this order contain?").whole();

        BigDecimal cost = new BigDecimal(answer.done().getJsonObject("cost").getString("amount"));
        assertThat(cost).isPositive();
        assertThat(amount(metrics())).isEqualByComparingTo(before.add(cost));
    }

    private static BigDecimal amount(JsonObject metrics) {
        return new BigDecimal(metrics.getJsonObject("cost").getString("amount"));
    }

    @Test
    void aServerErrorCountsBeforeFallbackAndNotAfterIt() {
        JsonObject before = metrics().getJsonObject("errors");
        PROVIDERS.primary.configure("failn=1 fails=503");

        Answer.ask("What does this order contain?").whole().done();

        JsonObject after = metrics().getJsonObject("errors");
        assertThat(difference(before, after, "beforeFallback", "serverErrors5xx"))
                .isEqualTo(1);
        assertThat(difference(before, after, "beforeFallback", "attempts")).isEqualTo(2);
        assertThat(difference(before, after, "afterFallback", "answers")).isEqualTo(1);
        assertThat(difference(before, after, "afterFallback", "failed")).isZero();
    }

    private static int difference(JsonObject before, JsonObject after, String group, String name) {
        return after.getJsonObject(group).getInt(name)
                - before.getJsonObject(group).getInt(name);
    }

    @Test
    void latencyIsWhatTheAskerWaited() {
        PROVIDERS.primary.configure("ttft=400 gap=5");
        JsonObject before = metrics().getJsonObject("latency");

        long asked = System.nanoTime();
        Answer answer = Answer.ask("What does this order contain?").whole();
        long end = System.nanoTime();

        long firstSeen = answer.events.stream()
                .filter(event -> event.name().equals("delta"))
                .findFirst()
                .orElseThrow()
                .nanos();
        JsonObject waited = answer.done().getJsonObject("latency");
        assertThat(waited.getInt("firstMs")).isBetween(400, millis(firstSeen - asked));
        assertThat(waited.getInt("totalMs")).isBetween(waited.getInt("firstMs") + 1, millis(end - asked));

        JsonObject attempt = answer.ledger().get(0);
        assertThat(attempt.getInt("firstMs")).isBetween(400, waited.getInt("firstMs"));
        assertThat(attempt.getInt("totalMs")).isBetween(attempt.getInt("firstMs"), waited.getInt("totalMs"));

        JsonObject after = metrics().getJsonObject("latency");
        assertThat(count(after, "firstResponse")).isEqualTo(count(before, "firstResponse") + 1);
        assertThat(count(after, "fullGeneration")).isEqualTo(count(before, "fullGeneration") + 1);
    }

    private static int millis(long nanos) {
        return (int) TimeUnit.NANOSECONDS.toMillis(nanos) + 1;
    }

    private static int count(JsonObject latency, String percentiles) {
        return latency.getJsonObject(percentiles).getInt("count");
    }

    @Test
    void prometheusReadsTheThreeMetricsAsText() {
        Answer.ask("What does this order contain?").whole();

        String text = Server.get("", "/metrics").body();

        assertThat(text)
                .contains("assistant_cost_nanos_total{")
                .contains("gen_ai_client_operation_duration_seconds")
                .contains("gen_ai_client_operation_time_to_first_chunk_seconds")
                .contains("gen_ai_client_token_usage")
                .contains("assistant_answers_total{");
    }

    @Test
    void eachAnswerLeavesOneLineInTheLogWithoutItsContent() {
        Answer answer = Answer.ask("What does this order contain, Zanzibar?").whole();

        String line = Server.logs()
                .lines()
                .filter(l -> l.contains(answer.id()) && l.contains("erp.assistant.answer"))
                .findFirst()
                .orElse("");
        assertThat(line).contains("anna", "sales-order", "4711", "EUR").doesNotContain("Zanzibar");
    }

    @Test
    void anImpossibleMonthIsToldWhatToMend() {
        var response = Server.get("adam", "/assistant/api/v1/admin/metrics?month=November");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Server.object(response.body()).getString("detail")).contains("such as 2026-11");
    }

    @Test
    void healthNamesTheProvidersFailureAndDoesNotTakeTheErpDown() {
        Answer answer =
                Answer.ask("What does this order contain? [[stub e500=100]]").whole();
        assertThat(answer.done().getString("source")).isEqualTo("offline");

        JsonObject health = Server.object(Server.get("", "/health/ready").body());

        assertThat(health.getString("status")).isEqualTo("UP");
        JsonObject assistant = health.getJsonArray("checks").stream()
                .map(check -> check.asJsonObject())
                .filter(check -> check.getString("name").equals("assistant"))
                .findFirst()
                .orElseThrow();
        assertThat(assistant.getString("status")).isEqualTo("UP");
        assertThat(assistant.getJsonObject("data").getString("lastProvider")).isEqualTo("openai");
        assertThat(assistant.getJsonObject("data").getString("lastOutcome")).isEqualTo("server-error");
        assertThat(assistant.getJsonObject("data").getInt("failedOfThese"))
                .isGreaterThanOrEqualTo(answer.ledger().size());
    }
}
