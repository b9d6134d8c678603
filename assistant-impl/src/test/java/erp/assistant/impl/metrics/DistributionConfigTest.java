package erp.assistant.impl.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the WAR tells the server about distributions at {@code /metrics}. */
class DistributionConfigTest {

    private static final List<Double> SECONDS =
            List.of(0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92);
    private static final List<Double> TOKENS = List.of(
            1.0,
            4.0,
            16.0,
            64.0,
            256.0,
            1024.0,
            4096.0,
            16384.0,
            65536.0,
            262144.0,
            1048576.0,
            4194304.0,
            16777216.0,
            67108864.0);

    private final Properties properties = new Properties();

    DistributionConfigTest() throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/META-INF/microprofile-config.properties")) {
            properties.load(Objects.requireNonNull(file));
        }
    }

    /** Copied by hand from the conventions' page. */
    @Test
    void theBucketsAreThoseThatTheConventionsPrescribe() {
        assertThat(Metric.OPERATION_DURATION.buckets()).isEqualTo(SECONDS);
        assertThat(Metric.TIME_TO_FIRST_CHUNK.buckets()).isEqualTo(SECONDS);
        assertThat(Metric.TOKEN_USAGE.buckets()).isEqualTo(TOKENS);
    }

    @Test
    void eachDurationHasItsBucketsAtPrometheusToo() {
        Map<String, List<Double>> configured = values("timer.buckets", text -> {
            assertThat(text).endsWith("ms");
            return Double.parseDouble(text.substring(0, text.length() - 2)) / 1000;
        });
        assertThat(configured).isEqualTo(of(Metric.Kind.DURATION));
    }

    @Test
    void eachAmountHasItsBucketsAtPrometheusToo() {
        assertThat(values("histogram.buckets", Double::parseDouble)).isEqualTo(of(Metric.Kind.AMOUNT));
    }

    @Test
    void thePercentilesAreTheThreeThatAreAskedFor() {
        Map<String, List<Double>> wanted = Arrays.stream(Metric.values())
                .filter(metric -> metric.kind() == Metric.Kind.DURATION || metric.kind() == Metric.Kind.AMOUNT)
                .collect(Collectors.toMap(Metric::plainName, metric -> List.of(0.5, 0.95, 0.99)));
        assertThat(values("percentiles", Double::parseDouble)).isEqualTo(wanted);
    }

    private static Map<String, List<Double>> of(Metric.Kind kind) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.kind() == kind)
                .collect(Collectors.toMap(Metric::plainName, Metric::buckets));
    }

    private Map<String, List<Double>> values(String name, ToDoubleFunction<String> value) {
        String property = properties.getProperty("mp.metrics.distribution." + name);
        return Arrays.stream(property.split(";"))
                .map(String::strip)
                .map(entry -> entry.split("="))
                .collect(Collectors.toMap(
                        entry -> entry[0],
                        entry -> Arrays.stream(entry[1].split(","))
                                .mapToDouble(value)
                                .boxed()
                                .toList()));
    }
}
