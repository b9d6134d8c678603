package erp.assistant.impl.provider;

import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.impl.config.ProviderSettings;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One attempt: sends a request, reads its response, and ends a stage exactly once.
 *
 * <p>Bytes arrive on the HTTP client's threads, expiry on the timers' thread, cancellation on any. None waits for another:
 * whoever ends the stream first decides how; if bytes are being read at that moment, the reading thread carries it out when it
 * has done, and passes nothing more to the sink.
 */
final class ProviderStream implements HttpResponse.BodySubscriber<Void> {

    private final ProviderHttp http;
    private final ProviderSettings provider;
    private final ChatSink sink;
    private final RequestTiming timing;
    private final Budgets budgets;
    private final StreamProgress progress;
    private final Response response;
    private final Conclusion conclusion;
    private final CompletableFuture<Completion> result = new CompletableFuture<>();
    private final CompletableFuture<Void> body = new CompletableFuture<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
    private final Runnable requestMore = this::requestMore;

    private volatile @Nullable CompletableFuture<?> exchange;
    private volatile Flow.@Nullable Subscription subscription;
    private volatile Runnable forgetCancellation = () -> {};

    ProviderStream(
            ProviderHttp http, ProviderSettings provider, ChatRequest request, ChatSink sink, EventDecoder decoder) {
        this.http = http;
        this.provider = provider;
        this.sink = sink;
        boolean throughProxy = HttpClients.throughProxy(provider);
        this.timing = new RequestTiming(throughProxy, http.ownDelay());
        this.budgets = http.budgets(request, throughProxy, this::end);
        this.progress = new StreamProgress(
                sink,
                budgets,
                new UsageTally(request.prompt().estimatedTokens()),
                provider.model(request),
                request.prompt().lookups().any());
        ProviderWords words = new ProviderWords(provider);
        this.response = new Response(decoder, progress, words, http.json(), () -> ending.get() == null);
        this.conclusion = new Conclusion(words, progress, timing, response);
    }

    CompletionStage<Completion> start(HttpRequest.Builder request, String json) {
        timing.begins();
        forgetCancellation = sink.cancellation().onCancel(() -> end(Ending.CANCELLED));
        budgets.start();
        if (ending.get() != null) {
            forgetCancellation.run();
            return result;
        }
        send(request.POST(new OutgoingBody(json, this::leaves)).build(), false);
        return result;
    }

    /** There is a connection, and the request goes out. */
    private void leaves() {
        timing.leaves();
        budgets.requestLeaves();
    }

    private void send(HttpRequest request, boolean again) {
        CompletableFuture<HttpResponse<Void>> sending;
        try {
            sending = http.client(provider).sendAsync(request, this::responded);
        } catch (RuntimeException e) {
            end(Ending.transport(e, timing.sent(), false, false));
            return;
        }
        exchange = sending;
        // On the common pool, so it only passes the failure on; bytes never come this way.
        CompletableFuture<?> unused = sending.whenComplete((answer, failure) -> {
            if (failure != null) {
                failed(request, failure, again);
            } else if (response.head() == ResponseHead.NONE) {
                refusedOnTheWay(answer);
            }
        });
        Ending early = ending.get();
        if (early != null && !early.connectionOver()) {
            closeConnection();
        }
    }

    /** A proxy that opens no tunnel: the client ends the exchange with its answer, and asks nobody to read a body. */
    private void refusedOnTheWay(HttpResponse<?> answer) {
        end(response.only(ResponseHead.of(answer.statusCode(), answer.headers(), http.clock())));
    }

    private void failed(HttpRequest request, Throwable failure, boolean again) {
        boolean answering = response.head().status() != 0;
        if (!again && !answering && ending.get() == null && Ending.noFreeStream(failure)) {
            // Nothing was sent. HTTP/1.1 has a connection for each request, and so no such limit.
            HttpRequest alone = HttpRequest.newBuilder(request, (name, value) -> true)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
            http.callback(() -> send(alone, true));
        } else {
            end(Ending.transport(failure, timing.sent(), answering, !timing.sent() && timing.wasBehind()));
        }
    }

    /** The same for a response that a test makes itself. */
    CompletionStage<Completion> reading(HttpResponse.ResponseInfo info) {
        timing.begins();
        leaves();
        responded(info);
        return result;
    }

    private HttpResponse.BodySubscriber<Void> responded(HttpResponse.ResponseInfo info) {
        if (!timing.sent()) {
            // Refused at its head.
            leaves();
        }
        response.begins(ResponseHead.of(info.statusCode(), info.headers(), http.clock()))
                .ifPresent(this::end);
        return this;
    }

    @Override
    public CompletionStage<Void> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription = begun;
        if (ending.get() != null) {
            begun.cancel();
        } else {
            demand(begun);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        read(() -> buffers.forEach(buffer -> response.take(buffer).ifPresent(this::end)));
        Flow.Subscription current = subscription;
        if (ending.get() == null && current != null) {
            demand(current);
        }
    }

    /** Runs a step of reading unless the stream has ended. */
    private void read(Runnable step) {
        if (!enter()) {
            return;
        }
        try {
            runAndShow(step);
        } catch (MalformedStreamException e) {
            end(Ending.malformed(String.valueOf(e.getMessage())));
        } catch (ReaderFailedException e) {
            end(Ending.readerFailed(e.getCause()));
        } catch (RuntimeException e) {
            // Without the cause, which may quote the stream.
            end(Ending.malformed("an event cannot be read"));
        }
        leave();
    }

    private void runAndShow(Runnable step) {
        try {
            step.run();
        } finally {
            progress.show();
        }
    }

    /** Asks for more bytes: when the reader can take more, or at once if there will be nothing for it yet. */
    private void demand(Flow.Subscription current) {
        if (!response.mayShow()) {
            current.request(1);
        } else {
            budgets.readerWaits();
            sink.whenReady(requestMore);
        }
    }

    private void requestMore() {
        budgets.readerGoesOn();
        Flow.Subscription current = subscription;
        if (current != null) {
            current.request(1);
        }
    }

    @Override
    public void onComplete() {
        read(() -> response.complete().ifPresent(this::end));
        end(response.over());
    }

    @Override
    public void onError(Throwable failure) {
        end(Ending.transport(failure, true, true, false));
    }

    /** Ends the stream this way, unless it has been ended already. */
    private void end(Ending how) {
        if (!ending.compareAndSet(null, how)) {
            return;
        }
        budgets.stop();
        try {
            if (!how.connectionOver()) {
                closeConnection();
            }
        } finally {
            if (enter()) {
                http.callback(this::finish);
            }
        }
    }

    private void closeConnection() {
        Flow.Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
        CompletableFuture<?> sending = exchange;
        if (sending != null) {
            sending.cancel(true);
        }
    }

    private boolean enter() {
        return busy.compareAndSet(false, true);
    }

    private void leave() {
        busy.set(false);
        if (ending.get() != null && enter()) {
            finish();
        }
    }

    /** Runs once, by whoever has entered for good; no budget is left to end a stage that this leaves open. */
    private void finish() {
        forgetCancellation.run();
        body.complete(null);
        conclusion.tell(ending.get(), result);
    }
}
