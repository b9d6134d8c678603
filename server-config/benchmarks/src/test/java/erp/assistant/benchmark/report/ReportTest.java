package erp.assistant.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final PartTable BURST =
            PartTable.of("burst", "What was done.", "cpu_us_per_token", "CPU us/token", "failed", "failed");

    private final List<Sample> samples = new ArrayList<>();

    private void burst(String target, double cpu, String note) {
        samples.add(new Sample("burst", target, "20 at once", Map.of("cpu_us_per_token", cpu), note));
    }

    private String report() {
        Run run = new Run(Set.of("burst"), Map.of("machine", "2 x Any"));
        return new Report(new Results(samples), List.of(run), List.of(BURST)).markdown();
    }

    @Test
    void aGoalComparesWithTheOthersOfTheSameRun() {
        burst("nginx", 10, "");
        burst("assistant", 15, "");
        burst("langchain4j", 90, "");

        assertThat(report())
                .contains("| Processor time for each token, burst, times nginx's | at most 2 | 1.50 | yes |")
                .contains("| The same, burst, the far goal | at most 1.25 | 1.50 | **no** |")
                .contains("| Processor time for each token, burst, times the peer's | at most 0.333 | 0.167 | yes |");
    }

    @Test
    void aGoalWithoutItsFigureIsNotReached() {
        burst("assistant", 15, "");

        assertThat(report())
                .contains("| Processor time for each token, burst, times nginx's | at most 2 | - | not measured |")
                .contains("| Streams at seed pace held on one core | at least 2000 streams | - | not measured |");
    }

    @Test
    void aTableHasTheMediansOfTheRoundsAndTheirRemarks() {
        burst("nginx", 10, "");
        burst("nginx", 14, "cut: 1");
        burst("nginx", 11, "cut: 1");

        assertThat(report())
                .contains("## burst\n\nWhat was done.\n")
                .contains("| variant | target | CPU us/token | failed | notes |")
                .contains("| 20 at once | nginx | 11 (10..14) | - | cut: 1 (2 rounds) |");
    }

    @Test
    void aPartThatWasNotMeasuredHasNoTable() {
        assertThat(report()).doesNotContain("## burst");
    }

    @Test
    void theConditionsOfEachRunAreTold() {
        assertThat(report()).contains("| burst | |\n|---|---|\n| machine | 2 x Any |\n");
    }
}
