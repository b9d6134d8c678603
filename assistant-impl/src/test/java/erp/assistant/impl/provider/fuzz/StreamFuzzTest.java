package erp.assistant.impl.provider.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import erp.assistant.impl.provider.Given;
import erp.assistant.impl.provider.StreamsInProcess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads recorded streams, damaged in every way that a provider or a network was seen to damage them. An answer is complete if
 * and only if the provider's last word arrived.
 *
 * <p>{@code -Dfuzz.streams} says how many (20,000), {@code -Dfuzz.seed} where they begin (0); the same seed is the same stream.
 */
class StreamFuzzTest {

    private static final int STREAMS = Integer.getInteger("fuzz.streams", 20_000);
    private static final long FIRST_SEED = Long.getLong("fuzz.seed", 0);
    private static final int ENOUGH_TO_COUNT = 5_000;

    private static final List<Recording> RECORDINGS = Recording.all();

    private final StreamsInProcess streams = new StreamsInProcess();

    @AfterEach
    void stop() {
        streams.close();
    }

    @Test
    void anAnswerIsCompleteIfAndOnlyIfTheProvidersLastWordArrived() {
        Map<String, Integer> outcomes = new HashMap<>();
        long began = System.nanoTime();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + STREAMS; seed++) {
            FuzzCase stream = FuzzCase.of(seed, RECORDINGS);
            check(stream);
            stream.expected().outcomes().forEach(outcome -> outcomes.merge(outcome, 1, Integer::sum));
        }
        System.out.printf(
                "%,d streams from seed %d in %d ms: %s%n",
                STREAMS, FIRST_SEED, (System.nanoTime() - began) / 1_000_000, outcomes);
        if (STREAMS >= ENOUGH_TO_COUNT) {
            assertThat(outcomes).as("a generator that makes all kinds").satisfies(made -> {
                assertThat(made.get("END")).isBetween(STREAMS / 10, STREAMS * 6 / 10);
                assertThat(made.get("TRUNCATED")).isGreaterThan(STREAMS / 10);
                assertThat(made.get("MALFORMED")).isGreaterThan(STREAMS / 20);
                assertThat(made).containsKeys("LENGTH", "REFUSAL", "OVERLOADED", "RATE_LIMITED", "QUOTA");
            });
        }
    }

    static List<Recording> recordings() {
        return RECORDINGS;
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void aStreamMayEndAfterEveryByte(Recording recording) {
        for (String lineEnd : List.of("\n", "\r\n", "\r")) {
            Framed framed = Framed.plainly(recording.items(), lineEnd);
            for (int arrives = 0; arrives <= framed.bytes().length; arrives++) {
                check(plain(recording, framed, arrives, framed.bytes().length, arrives % 2 == 0));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void aStreamMayComeInBuffersOfAnySize(Recording recording) {
        for (String lineEnd : List.of("\n", "\r\n", "\r")) {
            Framed framed = Framed.plainly(recording.items(), lineEnd);
            for (int most = 1; most <= 300; most++) {
                check(plain(recording, framed, framed.bytes().length, most, false));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theSameSeedIsTheSameStream(long seed) {
        FuzzCase once = FuzzCase.of(seed, RECORDINGS);
        FuzzCase again = FuzzCase.of(seed, RECORDINGS);

        assertThat(again.framed().bytes()).isEqualTo(once.framed().bytes());
        assertThat(again.story("")).isEqualTo(once.story(""));
    }

    private void check(FuzzCase stream) {
        String wrong;
        try {
            wrong = stream.run(streams);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(stream.story("escaped: " + e), e);
        }
        if (!wrong.isEmpty()) {
            fail(stream.story(wrong));
        }
    }

    private static FuzzCase plain(Recording recording, Framed framed, int arrives, int mostPiece, boolean breaks) {
        Expected expected = Oracle.of(recording.items(), framed, arrives, true, Given.ESTIMATED_INPUT);
        long seed = new SplittableRandom(arrives).nextLong();
        return new FuzzCase(
                seed, recording, List.of("as recorded"), framed, arrives, mostPiece, breaks, false, expected);
    }
}
