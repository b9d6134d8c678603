package erp.assistant.impl.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AnswerMetricsTest {

    private final RecordingMeters meters = new RecordingMeters();
    private final AnswerMetrics metrics = new AnswerMetrics(meters);

    @Test
    void anAnswerIsCountedWithItsTimes() {
        metrics.accept(Rows.answer("4711", "end", "backup", Optional.empty(), OptionalLong.of(950)));
        assertThat(meters.lines)
                .containsExactly(
                        "assistant_answers{source=backup,outcome=end} 1",
                        "assistant_answer_first_response{source=backup} PT0.95S",
                        "assistant_answer_duration{source=backup,outcome=end} PT19.1S");
    }

    @Test
    void anAnswerThatNobodyGaveHasNoSourceAndNoFirstResponse() {
        metrics.accept(Rows.answer("4711", "failed", "", Optional.empty(), OptionalLong.empty()));
        assertThat(meters.lines)
                .containsExactly(
                        "assistant_answers{source=none,outcome=failed} 1",
                        "assistant_answer_duration{source=none,outcome=failed} PT19.1S");
    }

    @Test
    void unknownWordsAreOther() {
        metrics.accept(Rows.answer("4711", "new", "newer", Optional.empty(), OptionalLong.empty()));
        assertThat(meters.lines).contains("assistant_answers{source=other,outcome=other} 1");
    }
}
