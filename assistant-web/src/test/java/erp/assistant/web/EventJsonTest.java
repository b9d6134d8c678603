package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.AnswerEvent;
import erp.assistant.Cost;
import erp.assistant.Problem;
import erp.assistant.chat.Completion;
import erp.assistant.chat.TokenUsage;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EventJsonTest {

    @Test
    void theEventsNamesAreThoseOfTheContract() {
        assertThat(EventJson.name(Events.META)).isEqualTo("meta");
        assertThat(EventJson.name(Events.delta("a"))).isEqualTo("delta");
        assertThat(EventJson.name(new AnswerEvent.Restart("provider-failed"))).isEqualTo("restart");
        assertThat(EventJson.name(Events.done())).isEqualTo("done");
        assertThat(EventJson.name(Events.FAILED)).isEqualTo("error");
    }

    @Test
    void metaTellsWhatTheAnswerIsAbout() {
        assertThat(EventJson.data(Events.META))
                .isEqualTo("{\"answer\":\"5d0f\",\"record\":{\"type\":\"sales-order\",\"id\":\"4711\","
                        + "\"label\":\"Sales order \\\"4711\\\"\",\"version\":\"7\",\"asOf\":\"2026-05-04T22:30:00Z\"},"
                        + "\"sentFields\":12,\"leftOut\":3,\"earlierTurns\":0}");
    }

    @Test
    void aConversationIsNamedForItsNextQuestion() {
        AnswerEvent.Meta meta = Events.META;

        assertThat(EventJson.data(
                        new AnswerEvent.Meta("5d0f", meta.record(), "Order", "7", meta.asOf(), 12, 3, "c-1", 2)))
                .endsWith("\"leftOut\":3,\"earlierTurns\":2,\"conversation\":\"c-1\"}");
    }

    @Test
    void anAnswerFromTheCacheSaysHowOldItIs() {
        AnswerEvent.Done done = Events.done();
        AnswerEvent.Done cached = new AnswerEvent.Done(
                done.reason(),
                Completion.Source.CACHE,
                done.model(),
                TokenUsage.NONE,
                done.cost(),
                done.first(),
                done.total(),
                done.citations(),
                done.figures(),
                done.language(),
                done.receipt(),
                Optional.of(Instant.parse("2026-05-05T09:00:00Z")));

        assertThat(EventJson.data(cached))
                .contains("\"source\":\"cache\"")
                .contains("\"cacheRead\":0,\"cacheWrite\":0,\"cachedShare\":null,")
                .endsWith(",\"cachedAt\":\"2026-05-05T09:00:00Z\"}");
    }

    @Test
    void restartTellsWhy() {
        assertThat(EventJson.data(new AnswerEvent.Restart("provider-failed")))
                .isEqualTo("{\"reason\":\"provider-failed\"}");
    }

    @Test
    void doneTellsHowItEndedAndWhatItCost() {
        assertThat(EventJson.data(Events.done()))
                .isEqualTo("{\"status\":\"complete\",\"reason\":\"end\",\"source\":\"backup\","
                        + "\"model\":\"claude-haiku-4-5\","
                        + "\"usage\":{\"input\":412,\"cacheRead\":100,\"cacheWrite\":25,\"cachedShare\":18.621,\"output\":58,"
                        + "\"usageSource\":\"reported\"},"
                        + "\"cost\":{\"amount\":\"0.003118\",\"currency\":\"EUR\"},"
                        + "\"latency\":{\"firstMs\":1100,\"totalMs\":19100},"
                        + "\"citations\":[{\"id\":\"promisedDate\",\"label\":\"Promised\",\"value\":\"2 May\"}],"
                        + "\"figures\":{\"checked\":4,\"unmatched\":[\"17\"]},"
                        + "\"language\":{\"asked\":\"en\",\"answered\":\"de\"},"
                        + "\"receipt\":{\"fields\":2,\"rows\":0,\"masked\":1,"
                        + "\"recipients\":[{\"provider\":\"anthropic\",\"region\":\"EU\"}],"
                        + "\"sent\":[{\"id\":\"promisedDate\",\"label\":\"Promised\",\"masked\":false},"
                        + "{\"id\":\"salesPerson\",\"label\":\"Sales person\",\"masked\":true}],"
                        + "\"leftOut\":[{\"id\":\"margin\",\"label\":\"Margin\",\"reason\":\"secret\"}]}}");
    }

    @Test
    void anUnknownCostIsNullAndNotZero() {
        assertThat(EventJson.data(Events.done(Completion.Reason.END, Optional.empty())))
                .contains("\"cost\":null,");
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00", "1, 0.000000001", "1500000000, 1.50", "123456789000000000, 123456789.00"})
    void anAmountIsExactAndWithoutExponent(long nanos, String amount) {
        assertThat(EventJson.cost(Optional.of(new Cost(nanos, Currency.getInstance("EUR")))))
                .hasToString("{\"amount\":\"" + amount + "\",\"currency\":\"EUR\"}");
    }

    @ParameterizedTest
    @EnumSource(Completion.Reason.class)
    void onlyAnAnswerThatTheModelEndedIsComplete(Completion.Reason reason) {
        String status = reason == Completion.Reason.END ? "complete" : "incomplete";

        assertThat(EventJson.data(Events.done(reason, Optional.empty())))
                .startsWith("{\"status\":\"" + status + "\",\"reason\":\""
                        + reason.name().toLowerCase() + "\",");
    }

    @Test
    void anErrorIsAProblemDocument() {
        assertThat(EventJson.data(Events.FAILED))
                .isEqualTo("{\"type\":\"urn:erp-assistant:problem:timeout\",\"title\":\"The answer took too long\","
                        + "\"status\":504,\"code\":\"timeout\",\"detail\":\"The AI provider took too long.\"}");
    }

    @ParameterizedTest
    @EnumSource(Problem.Code.class)
    void everyProblemHasStatusTitleAndCode(Problem.Code code) {
        String json = ProblemJson.of(Problem.of(code, "Why."));

        assertThat(ProblemJson.status(code)).isBetween(400, 599);
        assertThat(json)
                .contains("\"status\":" + ProblemJson.status(code) + ",")
                .contains("\"code\":\"" + ProblemJson.code(code) + "\"")
                .containsPattern("\"title\":\"[A-Z][^\"]{5,}\"")
                .endsWith("\"detail\":\"Why.\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "question-invalid, 400",
        "not-signed-in, 401",
        "record-not-available, 404",
        "too-large, 413",
        "rate-limited, 429",
        "budget-reached, 402",
        "switched-off, 403",
        "provider-unavailable, 503",
        "timeout, 504"
    })
    void theContractsCodesHaveTheContractsStatus(String code, int status) {
        assertThat(Arrays.stream(Problem.Code.values())
                        .filter(each -> ProblemJson.code(each).equals(code))
                        .map(ProblemJson::status))
                .containsExactly(status);
    }

    @ParameterizedTest
    @CsvSource({"PT3.9S, 4", "PT0.2S, 1", "PT0S, 1", "PT2M, 120"})
    void retryAfterIsInWholeSecondsAndNeverNone(Duration wait, long seconds) {
        Problem problem = new Problem(Problem.Code.RATE_LIMITED, "Wait.", Optional.of(wait), Optional.empty());

        assertThat(ProblemJson.of(problem)).endsWith(",\"retryAfter\":" + seconds + "}");
    }

    @Test
    void theBudgetsResetIsADate() {
        Problem problem = new Problem(
                Problem.Code.BUDGET_REACHED,
                "The budget is used up.",
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 12, 1)));

        assertThat(ProblemJson.of(problem)).endsWith(",\"resetDate\":\"2026-12-01\"}");
    }

    @Test
    void aDeltaNeverBreaksItsLine() {
        assertThat(EventJson.data(Events.delta("a\nb\r\u2028\u2029\u0000\u001f\t\"\\")))
                .isEqualTo("{\"text\":\"a\\nb\\r\\u2028\\u2029\\u0000\\u001f\\t\\\"\\\\\"}");
    }

    @Test
    void aDeltaIsReadAsItWasWritten() {
        String text = "Größe \"XL\" \\ 😀 \u2028 </script> \u007f \ud83d";

        try (JsonReader reader = Json.createReader(new StringReader(EventJson.data(Events.delta(text))))) {
            assertThat(reader.readObject().getString("text")).isEqualTo(text);
        }
    }
}
