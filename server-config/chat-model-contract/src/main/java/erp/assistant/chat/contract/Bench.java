package erp.assistant.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import erp.assistant.chat.Attribution;
import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.Completion;
import erp.assistant.chat.ModelTier;
import erp.assistant.chat.Prompt;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.TokenUsage.Source;
import erp.assistant.stub.ProviderStub;
import erp.assistant.stub.StubStats;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The workbench of one test: a provider stub, a model that calls it, a reader, and what came of it. */
public final class Bench {

    static final String ANSWER = "The order waits for 3 × “Ölfilter” 🛢 since 2 May [#promisedDate].";
    static final String KEY = "sk-canary-0123456789";
    static final String MODEL = "small-1";
    static final int ESTIMATED_INPUT = 321;
    static final int CAP = 400;
    /** As long as a test waits for anything. */
    static final int SECONDS = 10;

    static final Duration SHORT = Duration.ofMillis(500);
    static final Duration LONG = Duration.ofSeconds(30);

    private final ModelUnderTest subject;
    private final ProviderStub stub = ProviderStub.start(0);
    private final RecordingSink sink = new RecordingSink();
    private final List<RecordingSink> sinks = new ArrayList<>();
    private URI address = stub.baseUri();
    private Duration connect = Duration.ofSeconds(5);
    private Duration firstContent = LONG;
    private Duration idle = LONG;
    private @Nullable ChatModel model;

    Bench(ModelUnderTest subject) {
        this.subject = subject;
        stub.requireKey(KEY);
        stub.script(ANSWER);
    }

    /** The provider. */
    public ProviderStub stub() {
        return stub;
    }

    /** The reader of the answer that {@link #complete()} and {@link #fault()} ask for. */
    public RecordingSink sink() {
        return sink;
    }

    void patience(Duration newFirstContent, Duration newIdle) {
        firstContent = newFirstContent;
        idle = newIdle;
    }

    /** Calls another address from now on. */
    void address(URI elsewhere, Duration newConnect) {
        address = elsewhere;
        connect = newConnect;
    }

    void onlyIfItStreams() {
        Assumptions.assumeTrue(subject.streams(), "the model asks for whole answers");
    }

    boolean streams() {
        return subject.streams();
    }

    ChatModel model() {
        ChatModel opened = model;
        if (opened == null) {
            try {
                opened = subject.open(new Endpoint(address, KEY, MODEL, connect, firstContent, idle));
            } catch (Exception e) {
                throw new AssertionError("the model could not be opened", e);
            }
            model = opened;
        }
        return opened;
    }

    /** A question with a minute's time. */
    public ChatRequest request() {
        return request(Duration.ofMinutes(1));
    }

    ChatRequest request(Duration total) {
        return new ChatRequest(
                new Attribution(new UUID(0, 1), "anna", "", "sales-order", "4711", ""),
                new Prompt(
                        "answer/1",
                        "Answer from the data only.",
                        "DATA [{\"id\":\"promisedDate\",\"label\":\"Promised\",\"value\":\"2 May 2026\"}] END\nWhen?",
                        "When?",
                        List.of(),
                        Locale.ENGLISH,
                        ESTIMATED_INPUT),
                ModelTier.SMALL,
                CAP,
                Instant.now().plus(total));
    }

    CompletionStage<Completion> ask() {
        return ask(request(), sink);
    }

    CompletionStage<Completion> ask(ChatRequest request, RecordingSink reader) {
        synchronized (sinks) {
            sinks.add(reader);
        }
        CompletionStage<Completion> stage = model().stream(request, reader);
        stage.whenComplete((completion, fault) -> reader.over());
        return stage;
    }

    /** Asks, and returns how the answer ended by the provider's word. */
    public Completion complete() {
        return complete(ask());
    }

    static Completion complete(CompletionStage<Completion> stage) {
        try {
            return stage.toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the answer did not complete", e);
        }
    }

    /** Asks, and returns why there was no whole answer. */
    public ProviderFault fault() {
        return fault(ask());
    }

    static ProviderFault fault(CompletionStage<Completion> stage) {
        try {
            return fail("completed as " + stage.toCompletableFuture().get(SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProviderFault fault) {
                return fault;
            }
            throw new AssertionError("ended by no ProviderFault", e);
        } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError("the stage did not end", e);
        }
    }

    /** Until the stub, which sees what the model does a moment later, has seen it. */
    void await(Predicate<StubStats> seen) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!seen.test(stub.stats())) {
            if (System.nanoTime() - until > 0) {
                fail("the stub saw only " + stub.stats());
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Lets the model's side see what the stub has done; nothing that it does can be waited for. */
    void breathe() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }

    /** The model has closed the connection of the answer that it gave up. */
    void awaitHangUp() {
        await(stats -> stats.clientAborts() == 1 && stats.connections() == 0);
    }

    /** That a part of the answer was shown, and that the fault tells what it has cost so far. */
    void assertPartWasShownAndCounted(ProviderFault fault) {
        if (!streams()) {
            assertThat(sink.pieces()).isEmpty();
            return;
        }
        assertThat(fault.contentShown()).isTrue();
        assertThat(ANSWER).startsWith(sink.text());
        assertThat(sink.text()).isNotEmpty().isNotEqualTo(ANSWER);
        assertThat(fault.usage().source()).isIn(Source.PARTIAL, Source.ESTIMATED);
        assertThat(fault.usage().totalInput()).isPositive();
        assertThat(fault.usage().output())
                .isEqualTo(TokenUsage.estimate(sink.text().length()));
    }

    /** Closes model and stub, and checks what the sinks were told. */
    void clearAway() throws Exception {
        try {
            if (model instanceof AutoCloseable closeable) {
                closeable.close();
            }
        } finally {
            stub.close();
        }
        synchronized (sinks) {
            assertThat(sinks)
                    .allSatisfy(reader -> assertThat(reader.wrongs())
                            .as("what a sink is told")
                            .isEmpty());
        }
    }
}
