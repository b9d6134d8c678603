package erp.assistant.impl.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerMetricsTest {

    private final RecordingMeters meters = new RecordingMeters();
    private final AnswerMetrics metrics = new AnswerMetrics(meters);

    @Test
    void anAnswerIsCountedWithItsTimes() {
        metrics.accept(Rows.answer("4711", "end", "backup", Optional.empty(), OptionalLong.of(950)), Optional.empty());
        assertThat(meters.lines)
                .containsExactly(
                        "assistant_answers{source=backup,outcome=end} 1",
                        "assistant_answer_first_response{source=backup} PT0.95S",
                        "assistant_answer_duration{source=backup,outcome=end} PT19.1S");
    }

    @Test
    void anAnswerOfTheEvaluationIsNotCounted() {
        metrics.accept(Rows.evaluated(), Optional.empty());

        assertThat(meters.lines).isEmpty();
    }

    @Test
    void anAnswerThatNobodyGaveHasNoSourceAndNoFirstResponse() {
        metrics.accept(Rows.answer("4711", "failed", "", Optional.empty(), OptionalLong.empty()), Optional.empty());
        assertThat(meters.lines)
                .containsExactly(
                        "assistant_answers{source=none,outcome=failed} 1",
                        "assistant_answer_errors{class=other} 1",
                        "assistant_answer_duration{source=none,outcome=failed} PT19.1S");
    }

    @Test
    void unknownWordsAreOther() {
        metrics.accept(Rows.answer("4711", "new", "newer", Optional.empty(), OptionalLong.empty()), Optional.empty());
        assertThat(meters.lines).contains("assistant_answers{source=other,outcome=other} 1");
    }

    @ParameterizedTest
    @CsvSource({
        "SERVER_ERROR, 503, false, 5xx",
        "OVERLOADED, 529, false, overloaded",
        "OVERLOADED, 200, true, in_stream",
        "RATE_LIMITED, 429, false, rate_limited",
        "FIRST_CONTENT_TIMEOUT, 200, false, timeout",
        "TOTAL_TIMEOUT, 0, false, timeout",
        "TRUNCATED, 200, true, truncated",
        "CONNECT, 0, false, other",
        "MALFORMED, 200, true, other",
        "AUTHENTICATION, 401, false, other",
    })
    void anAnswerThatFailedIsCountedByItsLastFailure(Kind kind, int status, boolean inStream, String errorClass) {
        ProviderFault fault = ProviderFault.of(kind, "no")
                .provider("anthropic", "m")
                .status(status)
                .inStream(inStream)
                .build();
        metrics.accept(Rows.answer("4711", "failed", "", Optional.empty(), OptionalLong.empty()), Optional.of(fault));
        assertThat(meters.lines).contains("assistant_answer_errors{class=" + errorClass + "} 1");
    }

    @ParameterizedTest
    @CsvSource({"truncated, truncated", "timeout, timeout"})
    void anAnswerThatBrokeOffIsAnError(String outcome, String errorClass) {
        metrics.accept(Rows.answer("4711", outcome, "primary", Optional.empty(), OptionalLong.of(1)), Optional.empty());
        assertThat(meters.lines).contains("assistant_answer_errors{class=" + errorClass + "} 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"end", "length", "refusal", "stopped"})
    void anAnswerThatEndedOrWasStoppedIsNone(String outcome) {
        metrics.accept(Rows.answer("4711", outcome, "offline", Optional.empty(), OptionalLong.of(1)), Optional.empty());
        assertThat(meters.lines).noneMatch(line -> line.contains("errors"));
    }
}
