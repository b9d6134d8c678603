package erp.assistant.impl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallIdsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:10:00.123Z");

    /** Of RFC 9562, appendix A.6: what is told of the time there. */
    @Test
    void theTimeComesFirst() {
        UUID id = CallIds.next(Instant.parse("2022-02-22T19:22:22Z"));

        assertThat(id.toString()).startsWith("017f22e2-79b0-7");
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void laterOnesAreGreaterAsDatabasesCompareThem() {
        List<String> ids = IntStream.range(0, 1000)
                .mapToObj(i -> CallIds.next(NOW.plusMillis(i)).toString())
                .toList();

        assertThat(ids).isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void thoseOfOneMomentDiffer() {
        assertThat(IntStream.range(0, 10_000).mapToObj(i -> CallIds.next(NOW)).distinct())
                .hasSize(10_000);
    }
}
