package erp.assistant.impl.ledger.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.ledger.UsageProbe;
import erp.assistant.impl.ledger.UsageProbe.Cost;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every body of the corpus costs what its bill says, to the last 10^-9 of a dollar. */
class GoldenCorpusTest {

    private static final List<String> FILES =
            List.of("anthropic.txt", "openai.txt", "google.txt", "mistral_ai.txt", "by-hand.txt");

    static Stream<UsageCase> cases() {
        return FILES.stream().flatMap(name -> UsageCase.parse(text(name)).stream());
    }

    private static String text(String name) {
        try (InputStream in = GoldenCorpusTest.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aBodyCostsWhatItsBillSays(UsageCase each) {
        assertThat(each.bill().nanos()).as("the bill").isEqualByComparingTo(each.nanos());

        TokenUsage usage = UsageProbe.usage(each.protocol(), each.body());

        assertThat(usage.source()).isEqualTo(TokenUsage.Source.REPORTED);
        assertThat(usage.total()).as("the classes sum to the provider's total").isEqualTo(each.tokens());
        assertThat(UsageProbe.price(each.provider(), each.model(), usage, Instant.parse(each.sentAt())))
                .contains(new Cost(Long.parseLong(each.nanos()), each.row()));
    }

    @Test
    void aStreamAndABodyOfTheSameUsageHaveTheSameClasses() {
        Map<String, List<UsageCase>> pairs = cases().collect(Collectors.groupingBy(UsageCase::pair));
        assertThat(pairs).hasSizeGreaterThan(150);
        pairs.forEach((name, pair) -> assertThat(pair.stream()
                        .map(each -> UsageProbe.usage(each.protocol(), each.body()))
                        .distinct())
                .as(name)
                .hasSize(1));
    }

    @Test
    void theCorpusHoldsEveryRowOfTheShippedPricesInBothWays() {
        List<UsageCase> all = cases().toList();
        assertThat(all).hasSizeGreaterThanOrEqualTo(300);
        assertThat(all.stream().map(UsageCase::name)).doesNotHaveDuplicates();
        Map<String, List<String>> ways = all.stream()
                .collect(Collectors.groupingBy(
                        each -> each.row().split(" x ")[0],
                        Collectors.mapping(each -> each.protocol().split("-")[1], Collectors.toList())));
        assertThat(ways.keySet()).containsExactlyInAnyOrderElementsOf(UsageProbe.rows());
        ways.forEach((row, told) -> assertThat(told).as(row).contains("stream", "body"));
    }

    @Test
    void everyThresholdIsCrossedByOneToken() {
        for (Offer above : Offer.all()) {
            if (above.threshold() > 0) {
                List<Long> totals = new ArrayList<>();
                cases().filter(each -> each.model().equals(above.model())
                                || above.row().startsWith(each.row()))
                        .forEach(each -> totals.add(
                                UsageProbe.usage(each.protocol(), each.body()).totalInput()));
                assertThat(totals)
                        .as(above.row())
                        .contains(above.threshold() - 1, above.threshold(), above.threshold() + 1);
            }
        }
    }

    /** The files are what {@link CorpusWriter} writes: run it with their folder after a change. */
    @Test
    void theFilesAreWhatTheirWriterWrites() {
        CorpusWriter.files()
                .forEach((name, written) -> assertThat(text(name)).as(name).isEqualTo(written));
    }
}
