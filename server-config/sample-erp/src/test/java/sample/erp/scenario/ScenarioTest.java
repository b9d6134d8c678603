package sample.erp.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScenarioTest {

    @Test
    void fifteenQuestionsAreListedInOrder() {
        assertThat(Scenario.all())
                .extracting(Scenario::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 15).boxed().toList());
        assertThat(Scenario.all()).allMatch(scenario -> scenario.question().matches(".*[.?]"));
    }
}
