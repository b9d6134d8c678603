package erp.assistant.impl.provider;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.Completion;
import erp.assistant.chat.Completion.Reason;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.TokenUsage.Source;
import erp.assistant.impl.config.Dialect;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** What every adapter does with a provider that does not stream, over a real connection to the stub. */
@ParameterizedClass
@EnumSource(value = Dialect.class, names = "OFFLINE", mode = Mode.EXCLUDE)
class WholeAnswerTest {

    private static final String ANSWER = "The order waits for 3 × “Ölfilter” 🛢 since 2 May [#promisedDate].";
    private static final Duration SHORT = Duration.ofMillis(200);

    private final Dialect dialect;
    private StubbedProvider provider;

    WholeAnswerTest(Dialect dialect) {
        this.dialect = dialect;
    }

    @BeforeEach
    void start() {
        provider = new StubbedProvider(dialect, false);
        provider.stub().script(ANSWER);
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void anAnswerComesInOnePieceAndEndsWithTheProvidersWord() {
        provider.stub().configure("input=50 cacheread=30 cachewrite5m=20 reasoning=7");

        Completion completion = provider.completion();

        assertThat(provider.sink().pieces()).containsExactly(ANSWER);
        assertThat(completion.reason()).isEqualTo(Reason.END);
        assertThat(completion.model()).isEqualTo("small-1");
        assertThat(completion.requestId()).isEqualTo("req_stub");
        long tokens = provider.stub().stats().tokens();
        assertThat(completion.usage()).isEqualTo(Given.usage(dialect, 50, 30, 20, tokens, 7));
    }

    @Test
    void theRequestAsksForNoStream() {
        provider.completion();

        var request = provider.stub().lastRequest().orElseThrow();
        assertThat(request.header("accept")).hasValue("application/json");
        assertThat(request.body()).contains("\"stream\":false").doesNotContain("stream_options");
    }

    @Test
    void anAnswersConnectionServesTheNextOne() {
        provider.completion();
        provider.completion();

        assertThat(provider.stub().stats().connections()).isEqualTo(1);
        assertThat(provider.stub().stats().clientAborts()).isZero();
    }

    @Test
    void aDribbledAnswerIsTheSame() {
        provider.stub().configure("loris=100 lorisbytes=7 lorisgap=0");

        provider.completion();

        assertThat(provider.sink().text()).isEqualTo(ANSWER);
    }

    @ParameterizedTest
    @CsvSource({
        "e400, 400, INVALID_REQUEST",
        "e401, 401, AUTHENTICATION",
        "e404, 404, NOT_FOUND",
        "e429, 429, RATE_LIMITED",
        "quota, 429, QUOTA",
        "e500, 500, SERVER_ERROR",
        "e529, 529, OVERLOADED"
    })
    void aRefusalNamesItsKindAndCostsNothing(String fault, int status, Kind kind) {
        provider.stub().configure(fault + "=100");

        ProviderFault refused = provider.fault();

        assertThat(refused.kind()).isEqualTo(kind);
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.usage()).isEqualTo(TokenUsage.NONE);
    }

    @Test
    void anErrorWithStatus200IsAFaultOfItsKind() {
        provider.stub().configure("json200=100");

        ProviderFault error = provider.fault();

        assertThat(error.kind()).isEqualTo(Kind.SERVER_ERROR);
        assertThat(error.inStream()).isTrue();
        assertThat(error.status()).isEqualTo(200);
        assertThat(error).hasMessageStartingWith(dialect.key() + " told an error in the response (");
    }

    @ParameterizedTest
    @CsvSource({"empty200, TRUNCATED", "midcut, TRUNCATED", "cleancut, TRUNCATED", "badjson, MALFORMED"})
    void whatIsNoWholeAnswerIsAFault(String fault, Kind kind) {
        provider.stub().configure(fault + "=100");

        ProviderFault broken = provider.fault();

        assertThat(broken.kind()).isEqualTo(kind);
        assertThat(broken.contentShown()).isFalse();
        assertThat(provider.sink().pieces()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"html200", "wrongform"})
    void aPageOrAStreamInsteadOfAnAnswerIsMalformed(String fault) {
        provider.stub().configure(fault + "=100 gap=20");

        ProviderFault malformed = provider.fault();

        assertThat(malformed.kind()).isEqualTo(Kind.MALFORMED);
        assertThat(malformed).hasMessage(dialect.key() + " broke the protocol: status 200 without a JSON answer");
    }

    @Test
    void anAnswerBeyondAllMeasureIsMalformed() {
        provider.stub().script("x".repeat(SseReader.MOST_EVENT_BYTES));
        provider.stub().configure("capmax=0 piece=1000000");

        assertThat(provider.fault())
                .hasMessage(dialect.key() + " broke the protocol: an answer that is too long to read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hang", "hangmid", "pings"})
    void aProviderThatKeepsSilentRunsOutOfTheFirstBudget(String silence) {
        provider.stub().configure(silence + "=100");
        provider.firstContentWithin(SHORT);

        ProviderFault timeout = provider.fault();

        assertThat(timeout.kind()).isEqualTo(Kind.FIRST_CONTENT_TIMEOUT);
        assertThat(timeout.usage()).isEqualTo(new TokenUsage(Given.ESTIMATED_INPUT, 0, 0, 0, 0, 0, Source.ESTIMATED));
        await(() -> provider.stub().stats().clientAborts() == 1);
    }

    @Test
    void theFirstBudgetHoldsForTheWholeAnswer() {
        provider.stub().configure("tokens=40 gap=20");
        provider.firstContentWithin(SHORT);

        assertThat(provider.fault().kind()).isEqualTo(Kind.FIRST_CONTENT_TIMEOUT);
        provider.firstContentWithin(Duration.ofSeconds(10));
        assertThat(provider.completion().reason()).isEqualTo(Reason.END);
    }

    @Test
    void theDeadlineHoldsToo() {
        provider.stub().configure("tokens=400 gap=25");

        ProviderFault timeout = StubbedProvider.fault(provider.ask(Given.request(Duration.ofMillis(300))));

        assertThat(timeout.kind()).isEqualTo(Kind.TOTAL_TIMEOUT);
        assertThat(timeout.contentShown()).isFalse();
    }

    @Test
    void cancellingClosesTheConnection() {
        provider.stub().configure("hang=100");
        var stage = provider.ask(Given.request());
        await(() -> provider.stub().stats().active() == 1);

        provider.sink().cancellation().cancel();

        assertThat(StubbedProvider.fault(stage).kind()).isEqualTo(Kind.CANCELLED);
        await(() -> provider.stub().stats().clientAborts() == 1);
    }

    @Test
    void theOutputCapIsSentAndItsReachIsToldAsLength() {
        provider.stub().configure("tokens=500");

        Completion completion = provider.completion();

        assertThat(completion.reason()).isEqualTo(Reason.LENGTH);
        assertThat(completion.usage().output()).isEqualTo(400);
    }

    @Test
    void anAnswerWhoseUsageIsNotToldIsEstimated() {
        provider.stub().configure("usage=0");

        TokenUsage usage = provider.completion().usage();

        assertThat(usage.source()).isEqualTo(Source.ESTIMATED);
        assertThat(usage.output()).isEqualTo((ANSWER.length() + 2) / 3);
    }

    @Test
    void aFailedAnswerShowsNeitherKeyNorPrompt() {
        provider.stub().configure("json200=100");

        assertThat(provider.fault().toString()).doesNotContain(Given.KEY, "Promised", "stub says");
    }

    private static void await(BooleanSupplier seen) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (!seen.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(until);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
