package erp.assistant.benchmark.figure;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.benchmark.load.Histogram;
import org.junit.jupiter.api.Test;

class WaitsTest {

    @Test
    void onlyQuestionsSeenAtBothPlacesCount() {
        QuestionTimes from = new QuestionTimes();
        QuestionTimes to = new QuestionTimes();
        from.note(1, 1_000_000);
        from.note(2, 1_000_000);
        to.note(1, 3_000_000);
        to.note(3, 9_000_000);

        Histogram waits = Waits.between(from, to);

        assertThat(waits.count()).isEqualTo(1);
        assertThat(waits.maxMillis()).isEqualTo(2);
    }

    @Test
    void theFirstMomentOfAQuestionCounts() {
        QuestionTimes times = new QuestionTimes();
        times.note(1, 5);
        times.note(1, 7);

        assertThat(times.of(1)).hasValue(5);
        assertThat(times.of(2)).isEmpty();
    }
}
