package erp.assistant.impl.ledger;

import static erp.assistant.impl.ledger.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.TokenUsage.Source;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any usage; drawn at random from a fixed seed. */
class PricingPropertiesTest {

    private static final int DRAWS = 300;

    /** Claude models that sell every class, and one with a cliff. */
    private static List<String> models() {
        return List.of("claude-haiku-4-5", "claude-sonnet-5-5", "claude-haiku-5-5", "claude-fable-5-1");
    }

    private static long nanos(String model, TokenUsage usage) {
        return UsageProbe.price("any", model, usage, NOW).orElseThrow().nanos();
    }

    private static TokenUsage of(long fresh, long read, long write5m, long write1h, long output) {
        return new TokenUsage(fresh, read, write5m, write1h, output, 0, Source.REPORTED);
    }

    private static String stream(long fresh, long read, long start5m, long start1h, long written, long output) {
        return """
                event: message_start
                data: {"type":"message_start","message":{"model":"m","usage":{"input_tokens":%d,"cache_read_input_tokens":%d,"cache_creation_input_tokens":%d,"cache_creation":{"ephemeral_5m_input_tokens":%d,"ephemeral_1h_input_tokens":%d},"output_tokens":1}}}

                event: message_delta
                data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"cache_creation_input_tokens":%d,"output_tokens":%d}}

                event: message_stop
                data: {"type":"message_stop"}

                """.formatted(fresh, read, start5m + start1h, start5m, start1h, written, output);
    }

    private static String body(long fresh, long read, long split5m, long split1h, long written, long output) {
        return """
                {"model":"m","usage":{"input_tokens":%d,"cache_read_input_tokens":%d,"cache_creation_input_tokens":%d,
                "cache_creation":{"ephemeral_5m_input_tokens":%d,"ephemeral_1h_input_tokens":%d},"output_tokens":%d}}
                """.formatted(fresh, read, written, split5m, split1h, output);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aStreamCostsWhatTheWholeBodyCostsAndNothingOfTheTotalIsLost(String model) {
        Random random = new Random(4711);
        for (int i = 0; i < DRAWS; i++) {
            long fresh = random.nextInt(5000);
            long read = random.nextInt(120_000);
            long fiveMinutes = random.nextInt(3000);
            long oneHour = random.nextInt(3000);
            long written = fiveMinutes + oneHour + (i % 2 == 0 ? 0 : random.nextInt(20_000));
            long output = random.nextInt(4000);
            TokenUsage streamed =
                    UsageProbe.usage("messages-stream", stream(fresh, read, fiveMinutes, oneHour, written, output));
            TokenUsage whole =
                    UsageProbe.usage("messages-body", body(fresh, read, fiveMinutes, oneHour, written, output));

            assertThat(streamed).isEqualTo(whole);
            assertThat(streamed.total()).isEqualTo(fresh + read + written + output);
            assertThat(nanos(model, streamed)).isEqualTo(nanos(model, whole));
            // Had the rest been dropped, or taken for something cheaper than a write, it would cost less.
            assertThat(nanos(model, streamed))
                    .isGreaterThanOrEqualTo(nanos(model, of(fresh, read, written - oneHour, oneHour, output)));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void moreCachedTokensNeverCostMore(String model) {
        Random random = new Random(4712);
        for (int i = 0; i < DRAWS; i++) {
            long input = random.nextInt(150_000);
            long output = random.nextInt(4000);
            long less = random.nextLong(input + 1);
            long more = less + random.nextLong(input - less + 1);
            assertThat(nanos(model, of(input - more, more, 0, 0, output)))
                    .isLessThanOrEqualTo(nanos(model, of(input - less, less, 0, 0, output)));
        }
    }

    /** Two requests are rounded apart, each by half a unit at most; a cliff makes one large request dearer, never cheaper. */
    @ParameterizedTest
    @MethodSource("models")
    void splittingAnAttemptInTwoNeverCostsMoreThanRoundingAndNeverLosesTokens(String model) {
        Random random = new Random(4713);
        for (int i = 0; i < DRAWS; i++) {
            long[] one = draw(random);
            long[] two = draw(random);
            TokenUsage first = of(one[0], one[1], one[2], one[3], one[4]);
            TokenUsage second = of(two[0], two[1], two[2], two[3], two[4]);
            long[] sum = IntStream.range(0, 5).mapToLong(k -> one[k] + two[k]).toArray();
            TokenUsage both = of(sum[0], sum[1], sum[2], sum[3], sum[4]);

            assertThat(first.total() + second.total()).isEqualTo(both.total());
            assertThat(Usage.sum(List.of(first, second))).isEqualTo(both);
            long apart = nanos(model, first) + nanos(model, second);
            assertThat(apart).isLessThanOrEqualTo(nanos(model, both) + 1);
            if (!model.equals("claude-haiku-5-5") || both.totalInput() <= 100_000) {
                assertThat(apart).isCloseTo(nanos(model, both), Offset.offset(1L));
            }
        }
    }

    private static long[] draw(Random random) {
        return IntStream.range(0, 5).mapToLong(k -> random.nextInt(30_000)).toArray();
    }

    @ParameterizedTest
    @MethodSource("models")
    void oneTokenMoreOfAnyClassNeverCostsLess(String model) {
        Random random = new Random(4714);
        for (int i = 0; i < DRAWS; i++) {
            long[] counts = draw(random);
            long before = nanos(model, of(counts[0], counts[1], counts[2], counts[3], counts[4]));
            counts[i % 5]++;
            assertThat(nanos(model, of(counts[0], counts[1], counts[2], counts[3], counts[4])))
                    .isGreaterThan(before);
        }
    }

    /** Whatever class the tokens are of, the one that crosses the threshold makes the whole request dearer. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void theTokenAboveAThresholdMultipliesTheWholeRequest(int kind) {
        long below = nanos("claude-haiku-5-5", only(kind, 99_999));
        long on = nanos("claude-haiku-5-5", only(kind, 100_000));
        long above = nanos("claude-haiku-5-5", only(kind, 100_001));
        long perToken = on - below;

        assertThat(on).isEqualTo(100_000 * perToken);
        assertThat(above).isEqualTo(100_001 * perToken * 5);
    }

    private static TokenUsage only(int kind, long tokens) {
        return of(kind == 0 ? tokens : 0, kind == 1 ? tokens : 0, kind == 2 ? tokens : 0, kind == 3 ? tokens : 0, 0);
    }
}
