package erp.assistant.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {

    private static final Map<String, String> MONDAY = Map.of("when", "Monday");
    private static final Map<String, String> TUESDAY = Map.of("when", "Tuesday");

    @TempDir
    private Path folder;

    private RunFile file() {
        return new RunFile(folder.resolve("runs.jsonl"));
    }

    @Test
    void aRunReplacesWhatEarlierOnesSaidOfItsParts() {
        file().add(new Run(Set.of("seed", "burst"), MONDAY), true);
        file().add(new Run(Set.of("abort"), MONDAY), true);

        file().add(new Run(Set.of("burst", "abort"), TUESDAY), true);

        assertThat(file().read())
                .containsExactly(new Run(Set.of("seed"), MONDAY), new Run(Set.of("burst", "abort"), TUESDAY));
    }

    @Test
    void aRunThatAddsRoundsReplacesNothing() {
        file().add(new Run(Set.of("seed"), MONDAY), true);

        file().add(new Run(Set.of("seed"), TUESDAY), false);

        assertThat(file().read()).containsExactly(new Run(Set.of("seed"), MONDAY), new Run(Set.of("seed"), TUESDAY));
    }
}
