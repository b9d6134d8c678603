package erp.assistant.benchmark.figure;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.benchmark.report.Sample;
import erp.assistant.benchmark.target.Direct;
import erp.assistant.stub.ProviderStub;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The parts against the stub itself, in seconds: that they measure, not how fast anything is. */
class PartTest {

    private final ProviderStub primary = ProviderStub.start(0);
    private final ProviderStub backup = ProviderStub.start(0);
    private final List<Sample> samples = new ArrayList<>();

    @AfterEach
    void stop() {
        primary.close();
        backup.close();
    }

    private void measure(Part part, double scale) {
        Bench bench =
                new Bench(List.of(Direct.at(primary.baseUri())), primary, backup, new Scale(scale), 2000, samples::add);
        part.figure().measure(bench);
    }

    @Test
    void burstCountsTokensAndTheirRelay() {
        measure(Part.BURST, 0.2);

        assertThat(samples).hasSize(1);
        Sample burst = samples.get(0);
        assertThat(burst.note()).isEmpty();
        assertThat(burst.values().get("tokens")).isGreaterThan(1_000);
        assertThat(burst.values()).containsKeys("relay_p50_ms", "relay_p99_ms", "harness_cores");
        // The harness is not charged as if it were a server.
        assertThat(burst.values()).doesNotContainKeys("cpu_us_per_token");
    }

    @Test
    void instantHasBothVariants() {
        measure(Part.INSTANT, 0.1);

        assertThat(samples).extracting(Sample::variant).containsExactly("32 at once", "50 a second");
        assertThat(samples)
                .allSatisfy(
                        sample -> assertThat(sample.values().get("answered")).isPositive());
    }

    @Test
    void seedClimbsUntilAStepFails() {
        primary.configure("failn=1");

        measure(Part.SEED, 0.1);

        assertThat(samples).extracting(Sample::variant).containsExactly("100 streams", "held");
        assertThat(samples.get(0).note()).isEqualTo("http_500: 1");
        assertThat(samples.get(1).values()).containsEntry("streams", 0.0);
    }

    @Test
    void whatNeedsAServerIsLeftOutWithoutOne() {
        for (Part part : List.of(Part.CYCLES, Part.OVERLOAD, Part.FAILOVER, Part.ABORT, Part.MEMORY)) {
            measure(part, 0.02);
        }

        assertThat(samples).isEmpty();
    }

    @Test
    void everyPartHasATable() {
        for (Part part : Part.values()) {
            assertThat(part.table().part()).isEqualTo(part.key());
        }
    }
}
