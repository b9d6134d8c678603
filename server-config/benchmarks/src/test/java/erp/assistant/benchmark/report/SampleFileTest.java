package erp.assistant.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFileTest {

    @TempDir
    private Path folder;

    private SampleFile file() {
        return new SampleFile(folder.resolve("samples.jsonl"));
    }

    private static Sample sample(String part, String target) {
        return new Sample(part, target, "20 at once", Map.of("cpu_us_per_token", 12.5), "cut: 1");
    }

    @Test
    void samplesComeBackAsTheyWere() {
        file().add(sample("burst", "nginx"));
        file().add(sample("burst", "assistant"));

        assertThat(file().read()).containsExactly(sample("burst", "nginx"), sample("burst", "assistant"));
    }

    @Test
    void whatIsMeasuredAnewIsForgottenAndNothingElse() {
        file().add(sample("burst", "nginx"));
        file().add(sample("burst", "assistant"));
        file().add(sample("seed", "assistant"));

        file().forget(Set.of("burst"), Set.of("assistant"));

        assertThat(file().read()).containsExactly(sample("burst", "nginx"), sample("seed", "assistant"));
    }

    @Test
    void whatWasNotSeenIsMissing() {
        Sample sample = new Sample("seed", "nginx", "held", Map.of("a", Double.NaN, "b", 1.0), "");

        file().add(sample);

        assertThat(file().read().get(0).values()).isEqualTo(Map.of("b", 1.0));
    }

    @Test
    void noFileIsNoSamples() {
        assertThat(file().read()).isEmpty();
    }
}
