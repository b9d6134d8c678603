package erp.assistant.impl.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.Completion;
import erp.assistant.chat.Completion.Reason;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.TokenUsage.Source;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Secret;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.config.Timeouts;
import erp.assistant.stub.ProviderStub;
import erp.assistant.stub.StubStats;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every wire adapter must do, over a real connection to the provider stub. */
public abstract class ChatModelContract {

    private static final String ANSWER = "The order waits for 3 × “Ölfilter” 🛢 since 2 May [#promisedDate].";
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Dialect dialect;
    private final ExecutorService callbacks = Executors.newFixedThreadPool(2);
    private ProviderStub stub;
    private ProviderHttp http;
    private ChatModel model;
    private RecordingSink sink;
    private volatile Settings settings;

    protected ChatModelContract(Dialect dialect) {
        this.dialect = dialect;
    }

    protected abstract ChatModel model(Slot slot, ProviderHttp http);

    /** The value of the header that carries the key. */
    protected abstract Optional<String> keyHeader(erp.assistant.stub.StubRequest request);

    protected abstract String keyHeaderValue(String key);

    @BeforeEach
    void start() {
        stub = ProviderStub.start(0);
        stub.requireKey(Given.KEY);
        stub.script(ANSWER);
        settings = Given.settings(Given.provider(dialect, stub.baseUri()), Given.PATIENT);
        http = new ProviderHttp(
                callbacks, Executors.defaultThreadFactory(), Clock.systemUTC(), Duration.ofSeconds(5), () -> settings);
        model = model(Slot.PRIMARY, http);
        sink = new RecordingSink();
    }

    @AfterEach
    void stop() {
        http.close();
        stub.close();
        callbacks.shutdownNow();
    }

    @Test
    void anAnswerArrivesInPiecesAndEndsWithTheProvidersWord() {
        stub.configure("input=50 cacheread=30 cachewrite5m=20 reasoning=7");

        Completion completion = complete();

        assertThat(sink.text()).isEqualTo(ANSWER);
        assertThat(sink.events()).hasSizeGreaterThan(5);
        assertThat(completion.reason()).isEqualTo(Reason.END);
        assertThat(completion.source()).isEqualTo(Completion.Source.PRIMARY);
        assertThat(completion.provider()).isEqualTo(dialect.key());
        assertThat(completion.model()).isEqualTo("small-1");
        assertThat(completion.requestId()).isEqualTo("req_stub");
        assertThat(completion.usage())
                .isEqualTo(Given.usage(dialect, 50, 30, 20, sink.events().size(), 7));
    }

    @Test
    void aCompletedAnswersConnectionServesTheNextOne() {
        complete();
        complete();

        assertThat(stub.stats().requests()).isEqualTo(2);
        assertThat(stub.stats().connections()).isEqualTo(1);
        assertThat(stub.stats().clientAborts()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"crlf=0", "crlf=1", "crlf=1 lorisbytes=3", "crlf=0 lorisbytes=7"})
    void aDribbledAnswerIsTheSame(String lines) {
        stub.configure("loris=100 lorisbytes=1 lorisgap=0 " + lines);

        assertThat(complete().reason()).isEqualTo(Reason.END);
        assertThat(sink.text()).isEqualTo(ANSWER);
    }

    @ParameterizedTest
    @CsvSource({
        "e400, 400, INVALID_REQUEST",
        "e401, 401, AUTHENTICATION",
        "e402, 402, QUOTA",
        "e403, 403, AUTHENTICATION",
        "e404, 404, NOT_FOUND",
        "e408, 408, SERVER_ERROR",
        "e413, 413, TOO_LARGE",
        "e422, 422, INVALID_REQUEST",
        "e429, 429, RATE_LIMITED",
        "quota, 429, QUOTA",
        "e500, 500, SERVER_ERROR",
        "e502, 502, SERVER_ERROR",
        "e504, 504, SERVER_ERROR",
        "e529, 529, OVERLOADED"
    })
    void aRefusalNamesItsKindAndCostsNothing(String fault, int status, Kind kind) {
        stub.configure(fault + "=100");

        ProviderFault refused = fault();

        assertThat(refused.kind()).isEqualTo(kind);
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.inStream()).isFalse();
        assertThat(refused.contentShown()).isFalse();
        assertThat(refused.usage()).isEqualTo(TokenUsage.NONE);
        assertThat(refused.requestId()).isEqualTo("req_stub");
        assertThat(refused.retryAfter()).isNull();
        assertThat(refused.model()).isEqualTo("small-1");
        assertThat(refused).hasMessageStartingWith(dialect.key() + " answered " + status);
        assertThat(refused.getMessage()).doesNotContain("stub says");
    }

    @Test
    void aRefusalTellsHowLongToWait() {
        stub.configure("e429=100 retryafter=7");

        assertThat(fault().retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aRefusalWhoseBodyStallsKeepsItsStatus() {
        stub.configure("e500=100 loris=100 lorisbytes=150 lorisgap=10000");
        limit(SHORT, LONG);

        ProviderFault refused = fault();

        assertThat(refused.kind()).isEqualTo(Kind.SERVER_ERROR);
        assertThat(refused).hasMessage(dialect.key() + " answered 500");
    }

    @Test
    void anErrorInTheStreamBeforeContentIsAFault() {
        stub.configure("firsterr=100");

        ProviderFault error = fault();

        assertThat(error.kind()).isIn(Kind.OVERLOADED, Kind.SERVER_ERROR);
        assertThat(error.inStream()).isTrue();
        assertThat(error.contentShown()).isFalse();
        assertThat(error.status()).isEqualTo(200);
        assertThat(sink.events()).isEmpty();
    }

    @Test
    void anErrorInTheStreamAfterContentIsAFault() {
        stub.configure("miderr=100");

        ProviderFault error = fault();

        assertThat(error.inStream()).isTrue();
        assertThat(error.contentShown()).isTrue();
        assertThat(error).hasMessageContaining("told an error in the stream (");
        assertPartOfTheAnswerWasShownAndCounted(error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"midcut", "cleancut"})
    void aStreamWithoutItsTerminalEventIsNeverComplete(String cut) {
        stub.configure(cut + "=100");

        ProviderFault truncated = fault();

        assertThat(truncated.kind()).isEqualTo(Kind.TRUNCATED);
        assertThat(truncated.contentShown()).isTrue();
        assertThat(truncated.inStream()).isFalse();
        assertPartOfTheAnswerWasShownAndCounted(truncated);
    }

    @Test
    void anEmptyStreamIsTruncated() {
        stub.configure("empty200=100");

        assertThat(fault().kind()).isEqualTo(Kind.TRUNCATED);
    }

    @Test
    void aPageInsteadOfAStreamIsMalformed() {
        stub.configure("html200=100");

        ProviderFault malformed = fault();

        assertThat(malformed.kind()).isEqualTo(Kind.MALFORMED);
        assertThat(malformed).hasMessage(dialect.key() + " broke the protocol: status 200 without an event stream");
    }

    @Test
    void aMalformedEventFailsTheStreamAndClosesIt() {
        stub.configure("badjson=100 gap=20");

        ProviderFault malformed = fault();

        assertThat(malformed.kind()).isEqualTo(Kind.MALFORMED);
        assertThat(malformed.getCause()).isNull();
        assertPartOfTheAnswerWasShownAndCounted(malformed);
        await(stats -> stats.clientAborts() == 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hang", "pings"})
    void aProviderWithoutContentRunsOutOfTheFirstBudget(String silence) {
        stub.configure(silence + "=100");
        limit(SHORT, LONG);

        ProviderFault timeout = fault();

        assertThat(timeout.kind()).isEqualTo(Kind.FIRST_CONTENT_TIMEOUT);
        assertThat(timeout.contentShown()).isFalse();
        assertThat(timeout.usage()).isEqualTo(new TokenUsage(Given.ESTIMATED_INPUT, 0, 0, 0, 0, 0, Source.ESTIMATED));
        await(stats -> stats.clientAborts() == 1 && stats.connections() == 0);
    }

    @Test
    void aProviderThatStallsRunsOutOfTheIdleBudget() {
        stub.configure("hangmid=100");
        limit(LONG, SHORT);

        ProviderFault timeout = fault();

        assertThat(timeout.kind()).isEqualTo(Kind.IDLE_TIMEOUT);
        assertThat(timeout.contentShown()).isTrue();
        assertPartOfTheAnswerWasShownAndCounted(timeout);
        await(stats -> stats.clientAborts() == 1 && stats.connections() == 0);
    }

    @Test
    void aHealthyAnswerMayLastLongerThanTheShortBudgets() {
        stub.configure("tokens=30 gap=15");
        limit(SHORT, SHORT);

        assertThat(complete().reason()).isEqualTo(Reason.END);
    }

    @Test
    void theDeadlineEndsAStreamThatNeverIsSilent() {
        stub.configure("tokens=400 gap=25");

        ProviderFault timeout = fault(Given.request(Duration.ofMillis(300)));

        assertThat(timeout.kind()).isEqualTo(Kind.TOTAL_TIMEOUT);
        assertThat(timeout.contentShown()).isTrue();
        await(stats -> stats.clientAborts() == 1 && stats.connections() == 0);
    }

    @Test
    void aDeadlineThatIsOverSendsNothing() {
        ProviderFault timeout = fault(Given.request(Duration.ofSeconds(-1)));

        assertThat(timeout.kind()).isEqualTo(Kind.TOTAL_TIMEOUT);
        assertThat(timeout.sent()).isFalse();
        assertThat(timeout.usage()).isEqualTo(TokenUsage.NONE);
        assertThat(stub.stats().requests()).isZero();
    }

    @Test
    void aProviderThatIsNotThereIsAConnectFault() {
        stub.close();

        ProviderFault gone = fault();

        assertThat(gone.kind()).isEqualTo(Kind.CONNECT);
        assertThat(gone.status()).isZero();
        assertThat(gone.sent()).isFalse();
        assertThat(gone.usage()).isEqualTo(TokenUsage.NONE);
    }

    @Test
    void aSlotWithoutProviderIsAConnectFault() {
        CompletionStage<Completion> stage = model(Slot.BACKUP, http).stream(Given.request(), sink);

        assertThat(fault(stage)).hasMessage("No provider is configured as backup.");
    }

    @Test
    void aRefusalOfTheModelIsAWordOfTheProvider() {
        stub.configure("refusal=100");

        assertThat(complete().reason()).isEqualTo(Reason.REFUSAL);
        assertThat(sink.events()).isEmpty();
    }

    @Test
    void theOutputCapIsSentAndItsReachIsToldAsLength() {
        stub.configure("tokens=500");

        Completion completion = complete();

        assertThat(completion.reason()).isEqualTo(Reason.LENGTH);
        assertThat(completion.usage().output()).isEqualTo(400);
    }

    @Test
    void anAnswerWhoseUsageIsNotToldIsEstimated() {
        stub.configure("usage=0");

        TokenUsage usage = complete().usage();

        assertThat(usage.source()).isEqualTo(Source.ESTIMATED);
        assertThat(usage.input()).isEqualTo(Given.ESTIMATED_INPUT);
        assertThat(usage.output()).isEqualTo((ANSWER.length() + 2) / 3);
    }

    @Test
    void cancellingBeforeTheFirstTokenClosesTheConnection() {
        stub.configure("hang=100");
        CompletionStage<Completion> stage = model.stream(Given.request(), sink);
        await(stats -> stats.active() == 1);

        sink.cancellation().cancel();

        assertThat(fault(stage).kind()).isEqualTo(Kind.CANCELLED);
        await(stats -> stats.clientAborts() == 1 && stats.connections() == 0);
    }

    @Test
    void cancellingAfterTheFirstTokenClosesTheConnection() throws InterruptedException {
        stub.configure("tokens=400 gap=50");
        CompletionStage<Completion> stage = model.stream(Given.request(), sink);
        assertThat(sink.awaitFirst()).isTrue();

        sink.cancellation().cancel();

        ProviderFault cancelled = fault(stage);
        int shown = sink.events().size();
        assertThat(cancelled.kind()).isEqualTo(Kind.CANCELLED);
        assertThat(cancelled.contentShown()).isTrue();
        assertThat(cancelled.sent()).isTrue();
        assertThat(cancelled.usage().output()).isPositive();
        await(stats -> stats.clientAborts() == 1 && stats.connections() == 0);
        assertThat(sink.events()).hasSize(shown);
    }

    @Test
    void whatIsCancelledBeforeItBeginsSendsNothing() {
        sink.cancellation().cancel();

        ProviderFault cancelled = fault();

        assertThat(cancelled.kind()).isEqualTo(Kind.CANCELLED);
        assertThat(cancelled.sent()).isFalse();
        assertThat(cancelled.usage()).isEqualTo(TokenUsage.NONE);
        assertThat(stub.stats().requests()).isZero();
    }

    @Test
    void aReaderThatFailsEndsTheStream() {
        stub.configure("gap=20");
        RecordingSink failing = sink;
        CompletionStage<Completion> stage = model.stream(Given.request(), new FailingSink(failing));

        assertThat(fault(stage)).hasMessage(dialect.key() + " was stopped: the reader failed");
        await(stats -> stats.clientAborts() == 1);
    }

    @Test
    void aSlowReaderHoldsOnlyItsOwnProviderStreamBackAndLosesNothing() {
        String text = ("x".repeat(16_000) + " ").repeat(2_000);
        stub.script(text);
        stub.configure("piece=16001 capmax=0");
        sink.fallBehind();
        CompletionStage<Completion> slow = model.stream(Given.request(), sink);
        await(stats -> stats.blocked() == 1);
        stub.script(ANSWER);

        for (int other = 0; other < 5; other++) {
            assertThat(complete(model.stream(Given.request(), new RecordingSink()))
                            .reason())
                    .isEqualTo(Reason.END);
        }

        assertThat(stub.stats().blocked()).isEqualTo(1);
        assertThat(stub.stats().sentBytes()).isLessThan(text.length() / 2);
        assertThat(sink.events()).isEmpty();
        assertThat(slow.toCompletableFuture()).isNotDone();
        sink.catchUp();
        assertThat(complete(slow).reason()).isEqualTo(Reason.END);
        assertThat(sink.text()).isEqualTo(text);
    }

    @Test
    void theKeyTravelsInItsHeaderOnly() {
        complete();

        var request = stub.lastRequest().orElseThrow();
        assertThat(keyHeader(request)).hasValue(keyHeaderValue(Given.KEY));
        assertThat(request.header("x-team")).hasValue("sales");
        assertThat(request.header("content-type")).hasValue("application/json");
        assertThat(request.header("accept")).hasValue("text/event-stream");
        assertThat(request.header("upgrade")).isEmpty();
        assertThat(request.target() + request.body()).doesNotContain(Given.KEY);
    }

    @Test
    void aChangedKeyIsUsedByTheNextCall() {
        complete();
        stub.requireKey("sk-rotated-key");
        assertThat(fault().kind()).isEqualTo(Kind.AUTHENTICATION);

        configure(Optional.of(new Secret("sk-rotated-key")), Map.of());

        assertThat(complete().reason()).isEqualTo(Reason.END);
    }

    @ParameterizedTest
    @ValueSource(strings = {"e401=100", "e500=100", "miderr=100", "midcut=100", "badjson=100", "html200=100"})
    void noFaultShowsTheKeyOrThePrompt(String fault) {
        stub.configure(fault);

        assertThat(everythingAbout(fault())).doesNotContain(Given.KEY, "Promised", "Answer from");
    }

    @Test
    void aKeyThatIsNoHeaderValueIsNotShownEither() {
        configure(Optional.of(new Secret(Given.KEY + "\n")), Map.of());

        ProviderFault fault = fault();

        assertThat(fault.kind()).isEqualTo(Kind.AUTHENTICATION);
        assertThat(fault.sent()).isFalse();
        assertThat(everythingAbout(fault)).doesNotContain(Given.KEY);
        assertThat(stub.stats().requests()).isZero();
    }

    private void assertPartOfTheAnswerWasShownAndCounted(ProviderFault fault) {
        assertThat(ANSWER).startsWith(sink.text());
        assertThat(sink.text()).isNotEmpty().isNotEqualTo(ANSWER);
        assertThat(fault.usage().source()).isIn(Source.PARTIAL, Source.ESTIMATED);
        assertThat(fault.usage().totalInput()).isPositive();
        assertThat(fault.usage().output()).isEqualTo((sink.text().length() + 2) / 3);
    }

    private static String everythingAbout(ProviderFault fault) {
        StringWriter stack = new StringWriter();
        fault.printStackTrace(new PrintWriter(stack));
        return stack + fault.toString() + fault.usage();
    }

    private void limit(Duration firstContent, Duration idle) {
        settings = Given.settings(
                settings.primary(), new Timeouts(Duration.ofSeconds(5), firstContent, idle, Duration.ofSeconds(60)));
    }

    private void configure(Optional<Secret> key, Map<String, String> headers) {
        URI baseUrl = settings.primary().baseUrl();
        ProviderSettings changed = Given.provider(dialect, baseUrl, key, headers);
        settings = Given.settings(changed, settings.timeouts());
    }

    private Completion complete() {
        return complete(model.stream(Given.request(), sink));
    }

    private static Completion complete(CompletionStage<Completion> stage) {
        try {
            return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the answer did not complete", e);
        }
    }

    private ProviderFault fault() {
        return fault(Given.request());
    }

    private ProviderFault fault(ChatRequest request) {
        return fault(model.stream(request, sink));
    }

    private static ProviderFault fault(CompletionStage<Completion> stage) {
        try {
            Completion completion = stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
            return fail("completed as " + completion);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProviderFault fault) {
                return fault;
            }
            throw new AssertionError("ended by no fault", e);
        } catch (Exception e) {
            throw new AssertionError("the stage did not end", e);
        }
    }

    /** Until the stub, which sees what the client does a moment later, has seen it. */
    private void await(Predicate<StubStats> seen) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (!seen.test(stub.stats())) {
            if (System.nanoTime() - until > 0) {
                fail("the stub saw only " + stub.stats());
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Throws at the first piece. */
    private record FailingSink(RecordingSink rest) implements erp.assistant.chat.ChatSink {
        @Override
        public void accept(ChatEvent event) {
            throw new IllegalStateException("no room");
        }

        @Override
        public erp.assistant.chat.Cancellation cancellation() {
            return rest.cancellation();
        }
    }
}
