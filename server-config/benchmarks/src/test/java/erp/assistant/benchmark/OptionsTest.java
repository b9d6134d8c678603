package erp.assistant.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.benchmark.figure.Part;
import erp.assistant.benchmark.target.TargetName;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static Options options(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        return Options.of(properties);
    }

    @Test
    void nothingSaidIsOneRoundOfEverything() {
        Options options = options(Map.of("benchmark.only", "", "benchmark.rounds", ""));

        assertThat(options.rounds()).isEqualTo(1);
        assertThat(options.parts()).containsExactly(Part.values());
        assertThat(options.targets()).containsExactly(TargetName.values());
        assertThat(options.command()).isEqualTo("mvn verify -Pbenchmark -DskipTests");
    }

    @Test
    void partsAndTargetsAreChosenByTheirNames() {
        Options options = options(Map.of(
                "benchmark.only", "abort, Seed",
                "benchmark.targets", "assistant",
                "benchmark.rounds", "3",
                "benchmark.append", "true"));

        assertThat(options.parts()).containsExactly(Part.SEED, Part.ABORT);
        assertThat(options.targets()).containsExactly(TargetName.ASSISTANT);
        assertThat(options.command())
                .endsWith("-Dbenchmark.rounds=3 -Dbenchmark.only=seed,abort -Dbenchmark.targets=assistant"
                        + " -Dbenchmark.append=true");
    }

    @Test
    void whatIsNotKnownIsToldWithWhatIs() {
        assertThatThrownBy(() -> options(Map.of("benchmark.only", "speed")))
                .hasMessage(
                        "benchmark.only knows [seed, cycles, memory, burst, instant, overload, failover, abort, silent], not"
                                + " speed.");
        assertThatThrownBy(() -> options(Map.of("benchmark.rounds", "0")))
                .hasMessage("benchmark.rounds must be a whole number from 1 to 20, not 0.");
        assertThatThrownBy(() -> options(Map.of("benchmark.scale", "0"))).hasMessageContaining("above 0");
    }
}
