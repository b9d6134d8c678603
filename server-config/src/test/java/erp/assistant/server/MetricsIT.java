package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
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

        Answer.ask("What does this order contain?").whole();

        JsonObject latency = metrics().getJsonObject("latency");
        assertThat(latency.getJsonObject("firstResponse").getInt("p99Ms")).isGreaterThanOrEqualTo(400);
        assertThat(latency.getJsonObject("fullGeneration").getInt("p99Ms"))
                .isGreaterThanOrEqualTo(latency.getJsonObject("firstResponse").getInt("p50Ms"));
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
    void healthNamesTheProvidersAndDoesNotTakeTheErpDown() {
        JsonObject health = Server.object(Server.get("", "/health/ready").body());

        assertThat(health.getString("status")).isEqualTo("UP");
        assertThat(health.toString()).contains("assistant");
    }
}
