package erp.assistant.impl.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.Cost;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.TokenUsage;
import erp.assistant.report.LedgerRow;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AttemptMetricsTest {

    private final RecordingMeters meters = new RecordingMeters();
    private final AttemptMetrics metrics = new AttemptMetrics(meters, Rows::settings);

    private void attempt(String outcome, int status) {
        metrics.accept(
                Rows.attempt("anthropic", "claude-haiku-4-5", "claude-haiku-4-5", outcome, status, Optional.empty()));
    }

    @Test
    void anEndIsCountedWithCostTimesAndTokens() {
        metrics.accept(Rows.attempt(
                "anthropic",
                "claude-haiku-4-5",
                "claude-haiku-4-5",
                "end",
                200,
                Optional.of(new Cost(4_650_001, Rows.EUR))));

        String tags = "gen_ai_operation_name=chat,gen_ai_provider_name=anthropic,gen_ai_request_model=claude-haiku-4-5,"
                + "gen_ai_response_model=claude-haiku-4-5";
        assertThat(meters.lines)
                .containsExactly(
                        "assistant_attempts{provider=anthropic,outcome=end} 1",
                        "assistant_cost_nanos{currency=EUR,model=claude-haiku-4-5} 4650001",
                        "gen_ai_client_operation_duration{" + tags + ",error_type=none} PT1.1S",
                        "gen_ai_client_operation_time_to_first_chunk{" + tags + "} PT0.9S",
                        "gen_ai_client_token_usage{" + tags + ",gen_ai_token_type=input} 412",
                        "gen_ai_client_token_usage{" + tags + ",gen_ai_token_type=output} 60",
                        "assistant_input{provider=anthropic,model=claude-haiku-4-5,read=cached} 10",
                        "assistant_input{provider=anthropic,model=claude-haiku-4-5,read=fresh} 402");
    }

    /** By which a lost prompt cache shows: requests cost more, and nothing fails. */
    @Test
    void inputIsCountedByWhetherTheProviderHadItInItsCache() {
        LedgerRow row = Rows.attempt("anthropic", "claude-haiku-4-5", "claude-haiku-4-5", "end", 200, Optional.empty());
        metrics.accept(Rows.withUsage(row, new TokenUsage(100, 2000, 30, 4, 10, 0, TokenUsage.Source.REPORTED)));

        assertThat(meters.lines)
                .contains(
                        "assistant_input{provider=anthropic,model=claude-haiku-4-5,read=cached} 2000",
                        "assistant_input{provider=anthropic,model=claude-haiku-4-5,read=fresh} 134");
    }

    @Test
    void anUnpricedAttemptIsCountedAsSuchAndNotAsFree() {
        attempt("end", 200);
        assertThat(meters.lines).contains("assistant_unpriced{} 1").noneMatch(line -> line.contains("cost"));
    }

    @ParameterizedTest
    @CsvSource({
        "server-error, 503, 5xx",
        "overloaded, 529, overloaded",
        "overloaded, 200, in_stream",
        "server-error, 200, in_stream",
        "rate-limited, 429, rate_limited",
        "first-content-timeout, 200, timeout",
        "idle-timeout, 200, timeout",
        "total-timeout, 0, timeout",
        "truncated, 200, truncated",
        "connect, 0, other",
        "malformed, 200, other",
        "quota, 402, other",
        "crash, 0, other",
        "internal, 0, other",
    })
    void aFailureIsCountedInItsClass(String outcome, int status, String errorClass) {
        attempt(outcome, status);
        assertThat(meters.lines)
                .contains("assistant_provider_errors{provider=anthropic,class=" + errorClass + "} 1")
                .anyMatch(line -> line.contains("error_type=" + outcome + "}"));
    }

    @ParameterizedTest
    @CsvSource({"end", "length", "refusal", "cancelled"})
    void whatIsNoFailureOfTheProviderIsNotCountedAsOne(String outcome) {
        attempt(outcome, 200);
        assertThat(meters.lines).noneMatch(line -> line.contains("errors"));
    }

    @Test
    void anAttemptWithoutUsageAddsNoTokens() {
        attempt("connect", 0);
        assertThat(meters.lines).noneMatch(line -> line.contains("token_usage"));
    }

    @ParameterizedTest
    @EnumSource(
            value = TokenUsage.Source.class,
            names = {"PARTIAL", "ESTIMATED", "CRASH"})
    void whatIsOnlyEstimatedIsNoReportedUsage(TokenUsage.Source source) {
        LedgerRow row =
                Rows.attempt("anthropic", "claude-haiku-4-5", "claude-haiku-4-5", "truncated", 200, Optional.empty());
        metrics.accept(Rows.withUsage(row, new TokenUsage(10, 0, 0, 0, 10, 0, source)));
        assertThat(meters.lines).noneMatch(line -> line.contains("token_usage"));
    }

    @Test
    void anAnswerThatComesWholeHasNoFirstChunk() {
        LedgerRow row = Rows.attempt("openai", "gpt-6-luna", "gpt-6-luna", "end", 200, Optional.empty());
        metrics.accept(Rows.inSlot(row, "backup"));
        assertThat(meters.lines)
                .noneMatch(line -> line.contains("first_chunk"))
                .anyMatch(line -> line.contains("operation_duration"));
    }

    /** Models, users and records without number, as a bad day or a bad provider brings them. */
    @Test
    void aFloodOfOddNamesMakesABoundedNumberOfSeries() {
        for (int i = 0; i < 20_000; i++) {
            LedgerRow row = Rows.attempt(
                    "provider-" + i,
                    "asked-" + i,
                    "answered-" + i,
                    "outcome-" + i,
                    i,
                    Optional.of(new Cost(i, Rows.EUR)));
            metrics.accept(Rows.inSlot(row, "slot-" + i));
        }
        for (String provider : List.of("anthropic", "openai", "x")) {
            for (String asked : List.of("claude-haiku-4-5", "claude-sonnet-5-5", "gpt-6-luna", "gpt-6-sol", "x")) {
                for (ProviderFault.Kind kind : ProviderFault.Kind.values()) {
                    metrics.accept(Rows.attempt(
                            provider, asked, "", Labels.word(kind), 200, Optional.of(new Cost(1, Rows.EUR))));
                }
            }
        }

        long series = meters.lines.stream()
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .distinct()
                .count();
        assertThat(series).isLessThan(500);
    }

    @Test
    void whatAProviderSaysCannotMakeNewSeries() {
        metrics.accept(Rows.attempt("new", "m-1", "m-1-2026", "HTTP 500: {secret}", 500, Optional.empty()));
        metrics.accept(Rows.attempt("newer", "m-2", "", "other text", 500, Optional.of(new Cost(1, Rows.EUR))));
        List<String> text = List.of("new", "m-1", "m-2", "secret", "text");
        assertThat(meters.lines)
                .allSatisfy(line -> text.forEach(each -> assertThat(line).doesNotContain(each)));
        assertThat(meters.lines)
                .contains(
                        "assistant_attempts{provider=other,outcome=other} 1",
                        "assistant_cost_nanos{currency=EUR,model=other} 1")
                .anyMatch(line -> line.contains("gen_ai_response_model=none"));
    }
}
