package erp.assistant.impl.provider;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.Completion;
import erp.assistant.chat.Completion.Reason;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.config.Dialect;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** What a provider's ending means does not depend on the dialect, nor on whether it streams. */
class EndingsOfAllFormsTest {

    private static final String ANSWER = "The order waits for three filters.";

    static Stream<Arguments> forms() {
        return Stream.of(Dialect.ANTHROPIC, Dialect.OPENAI, Dialect.OPENAI_RESPONSES)
                .flatMap(dialect -> Stream.of(Arguments.of(dialect, true), Arguments.of(dialect, false)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void anAnswerThatIsToBeGoneOnWithIsCutShort(Dialect dialect, boolean streaming) {
        assertEnds(dialect, streaming, "pause=100", Reason.LENGTH);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void anAnswerThatFillsTheContextIsCutShort(Dialect dialect, boolean streaming) {
        assertEnds(dialect, streaming, "context=100", Reason.LENGTH);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aRefusalInSoManyWordsIsShownAndNamed(Dialect dialect, boolean streaming) {
        assertEnds(dialect, streaming, "decline=100", Reason.REFUSAL);
    }

    private static void assertEnds(Dialect dialect, boolean streaming, String setting, Reason reason) {
        try (StubbedProvider provider = new StubbedProvider(dialect, streaming)) {
            provider.stub().script(ANSWER);
            provider.stub().configure(setting);

            assertThat(provider.completion().reason()).isEqualTo(reason);
            assertThat(provider.sink().text()).isEqualTo(ANSWER);
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aSilentRefusalShowsNothing(Dialect dialect, boolean streaming) {
        try (StubbedProvider provider = new StubbedProvider(dialect, streaming)) {
            provider.stub().configure("refusal=100");

            assertThat(provider.completion().reason()).isEqualTo(Reason.REFUSAL);
            assertThat(provider.sink().pieces()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aRefusedRequestTellsWhetherAndWhenToRepeatIt(Dialect dialect, boolean streaming) {
        try (StubbedProvider provider = new StubbedProvider(dialect, streaming)) {
            provider.stub().configure("e429=100 shouldretry=0 retryafterms=1500");
            ProviderFault told = provider.fault();
            provider.stub().configure("shouldretry=-1 retryafterms=-1");
            ProviderFault silent = provider.fault();

            assertThat(told.shouldRetry()).isFalse();
            assertThat(told.retryAfter()).isEqualTo(Duration.ofMillis(1500));
            assertThat(silent.shouldRetry()).isNull();
            assertThat(silent.retryAfter()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theVendorsOwnHeadersTellWhenALimitIsFullAgain(Dialect dialect, boolean streaming) {
        try (StubbedProvider provider = new StubbedProvider(dialect, streaming)) {
            provider.stub().configure("e429=100 limitreset=30");
            assertThat(provider.fault().retryAfter()).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(31));

            provider.stub().configure("e429=0 e500=100");
            assertThat(provider.fault().retryAfter()).isNull();
        }
    }

    /** The metamorphic relation: what an answer cost does not depend on how it was carried. */
    @ParameterizedTest
    @EnumSource(value = Dialect.class, names = "OFFLINE", mode = Mode.EXCLUDE)
    void aStreamedAnswerIsChargedLikeAWholeOne(Dialect dialect) {
        Random random = new Random(7);
        try (StubbedProvider streamed = new StubbedProvider(dialect, true);
                StubbedProvider whole = new StubbedProvider(dialect, false)) {
            for (int i = 0; i < 40; i++) {
                String figures = "input=" + (1 + random.nextInt(200_000)) + " cacheread=" + random.nextInt(100_000)
                        + " cachewrite5m=" + random.nextInt(5_000) + " cachewrite1h=" + random.nextInt(5_000)
                        + " reasoning=" + random.nextInt(900) + " tokens=" + (1 + random.nextInt(60)) + " "
                        + new String[] {"usage=1", "refusal=0", "context=100", "pause=100"}[random.nextInt(4)];
                Completion one = completion(streamed, figures);
                Completion other = completion(whole, figures);

                assertThat(one).as(figures).isEqualTo(other);
                assertThat(one.usage().source()).isEqualTo(TokenUsage.Source.REPORTED);
                assertThat(streamed.sink().text()).isEqualTo(whole.sink().text());
            }
        }
    }

    private static Completion completion(StubbedProvider provider, String figures) {
        provider.stub().script(ANSWER);
        provider.stub().configure("usage=1 refusal=0 context=0 pause=0 " + figures);
        return provider.completion();
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of(Dialect.ANTHROPIC, 0, Kind.OVERLOADED),
                Arguments.of(Dialect.ANTHROPIC, 1, Kind.OVERLOADED),
                Arguments.of(Dialect.OPENAI, 0, Kind.SERVER_ERROR),
                Arguments.of(Dialect.OPENAI, 1, Kind.SERVER_ERROR),
                Arguments.of(Dialect.OPENAI_RESPONSES, 0, Kind.SERVER_ERROR),
                Arguments.of(Dialect.OPENAI_RESPONSES, 1, Kind.SERVER_ERROR),
                Arguments.of(Dialect.OPENAI_RESPONSES, 2, Kind.SERVER_ERROR));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void anErrorInTheStreamIsAFaultInAnyShape(Dialect dialect, int shape, Kind kind) {
        try (StubbedProvider provider = new StubbedProvider(dialect, true)) {
            for (String when : new String[] {"firsterr=100 miderr=0", "firsterr=0 miderr=100"}) {
                provider.stub().configure(when + " errshape=" + shape);

                ProviderFault error = provider.fault();

                assertThat(error.kind()).as(when).isEqualTo(kind);
                assertThat(error.inStream()).isTrue();
                assertThat(error.contentShown()).isEqualTo(when.endsWith("miderr=100"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Dialect.class, names = "OFFLINE", mode = Mode.EXCLUDE)
    void anErrorWithStatus200WhereAStreamWasAskedForIsAFaultOfItsKind(Dialect dialect) {
        try (StubbedProvider provider = new StubbedProvider(dialect, true)) {
            provider.stub().configure("json200=100");

            ProviderFault error = provider.fault();

            assertThat(error.kind()).isEqualTo(Kind.SERVER_ERROR);
            assertThat(error.inStream()).isTrue();
            assertThat(error).hasMessageStartingWith(dialect.key() + " told an error in the response (");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Dialect.class, names = "OFFLINE", mode = Mode.EXCLUDE)
    void aWholeAnswerWhereAStreamWasAskedForIsMalformed(Dialect dialect) {
        try (StubbedProvider provider = new StubbedProvider(dialect, true)) {
            provider.stub().configure("wrongform=100");

            ProviderFault malformed = provider.fault();

            assertThat(malformed.kind()).isEqualTo(Kind.MALFORMED);
            assertThat(malformed).hasMessage(dialect.key() + " broke the protocol: status 200 without an event stream");
            assertThat(provider.sink().pieces()).isEmpty();
        }
    }
}
