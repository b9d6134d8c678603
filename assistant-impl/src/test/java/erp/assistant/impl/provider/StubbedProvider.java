package erp.assistant.impl.provider;

import static org.assertj.core.api.Assertions.fail;

import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.Completion;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.contract.RecordingSink;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.PromptCache;
import erp.assistant.impl.config.Timeouts;
import erp.assistant.stub.ProviderStub;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A provider stub and what asks it, in any dialect, streaming or not. */
public final class StubbedProvider implements AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final ProviderStub stub = ProviderStub.start(0);
    private final ExecutorService callbacks = Executors.newFixedThreadPool(2);
    private final ProviderHttp http;
    private final Dialect dialect;
    private final boolean streaming;
    private RecordingSink sink = new RecordingSink();
    private volatile Timeouts timeouts = Given.PATIENT;

    public StubbedProvider(Dialect dialect, boolean streaming) {
        this.dialect = dialect;
        this.streaming = streaming;
        this.http = new ProviderHttp(
                callbacks,
                Executors.defaultThreadFactory(),
                Clock.systemUTC(),
                Duration.ofSeconds(5),
                () -> Given.settings(
                        Given.asked(Given.provider(dialect, stub.baseUri()), this.streaming, PromptCache.FIVE_MINUTES),
                        timeouts));
    }

    public ProviderStub stub() {
        return stub;
    }

    /** What the last answer was told to. */
    public RecordingSink sink() {
        return sink;
    }

    void firstContentWithin(Duration budget) {
        firstContentWithin(budget, budget);
    }

    void firstContentWithin(Duration small, Duration large) {
        timeouts = new Timeouts(Duration.ofSeconds(5), small, large, LONG, Duration.ofSeconds(60));
    }

    public CompletionStage<Completion> ask(ChatRequest request) {
        sink = new RecordingSink();
        return Given.adapter(dialect, http).stream(request, sink);
    }

    public Completion completion() {
        try {
            return ask(Given.request()).toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the answer did not complete", e);
        }
    }

    ProviderFault fault() {
        return fault(ask(Given.request()));
    }

    static ProviderFault fault(CompletionStage<Completion> stage) {
        try {
            return fail("completed as " + stage.toCompletableFuture().get(10, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProviderFault fault) {
                return fault;
            }
            throw new AssertionError("ended by no fault", e);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("the stage did not end", e);
        }
    }

    @Override
    public void close() {
        http.close();
        stub.close();
        callbacks.shutdownNow();
    }
}
