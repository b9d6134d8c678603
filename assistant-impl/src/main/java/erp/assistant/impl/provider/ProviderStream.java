package erp.assistant.impl.provider;

import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Slot;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

    private static final System.Logger LOG = System.getLogger("erp.assistant.provider");

    private final ProviderHttp http;
    private final ProviderSettings provider;
    private final ChatSink sink;
    private final boolean throughProxy;
    private final Budgets budgets;
    private final StreamProgress progress;
    private final EventDecoder decoder;
    private final SseReader reader = new SseReader(this::event);
    private final TextShape shape = new TextShape();
    private final ErrorBody errorBody = new ErrorBody();
    private final BoundedBytes whole = new BoundedBytes(SseReader.MOST_EVENT_BYTES);
    private final CompletableFuture<Completion> result = new CompletableFuture<>();
    private final CompletableFuture<Void> body = new CompletableFuture<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
    private final Runnable requestMore = this::requestMore;

    private volatile long beganNanos;
    private volatile long leftNanos;
    private volatile boolean sent;
    private volatile ResponseHead head = ResponseHead.NONE;
    private volatile BodyKind kind = BodyKind.EVENTS;
    private volatile @Nullable CompletableFuture<?> exchange;
    private volatile Flow.@Nullable Subscription subscription;
    private volatile Runnable forgetCancellation = () -> {};

    ProviderStream(
            ProviderHttp http, ProviderSettings provider, ChatRequest request, ChatSink sink, EventDecoder decoder) {
        this.http = http;
        this.provider = provider;
        this.sink = sink;
        this.decoder = decoder;
        this.throughProxy = HttpClients.throughProxy(provider);
        this.budgets = http.budgets(request, throughProxy, this::end);
        this.progress = new StreamProgress(
                sink,
                budgets,
                new UsageTally(request.prompt().estimatedTokens()),
                provider.model(request),
                request.prompt().lookups().any());
    }

    CompletionStage<Completion> start(HttpRequest.Builder request, String json) {
        beganNanos = System.nanoTime();
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
        leftNanos = System.nanoTime();
        sent = true;
        boolean unused = wasBehind();
        budgets.requestLeaves();
    }

    /** Whether connecting has taken so long that this process must have been behind; a proxy may take any time. */
    private boolean wasBehind() {
        return !throughProxy && http.ownDelay().connecting(Duration.ofNanos(System.nanoTime() - beganNanos));
    }

    private void send(HttpRequest request, boolean again) {
        CompletableFuture<HttpResponse<Void>> sending;
        try {
            sending = http.client(provider).sendAsync(request, this::responded);
        } catch (RuntimeException e) {
            end(Ending.transport(e, sent, false, false));
            return;
        }
        exchange = sending;
        // On the common pool, so it only passes the failure on; bytes never come this way.
        CompletableFuture<?> unused = sending.whenComplete((response, failure) -> {
            if (failure != null) {
                failed(request, failure, again);
            } else if (head == ResponseHead.NONE) {
                refusedOnTheWay(response);
            }
        });
        Ending early = ending.get();
        if (early != null && !early.connectionOver()) {
            closeConnection();
        }
    }

    /** A proxy that opens no tunnel: the client ends the exchange with its answer, and asks nobody to read a body. */
    private void refusedOnTheWay(HttpResponse<?> response) {
        head = ResponseHead.of(response.statusCode(), response.headers(), http.clock());
        end(head.refused() ? refusal(ErrorWord.NONE) : unasked());
    }

    private void failed(HttpRequest request, Throwable failure, boolean again) {
        boolean answering = head.status() != 0;
        if (!again && !answering && ending.get() == null && Ending.noFreeStream(failure)) {
            // Nothing was sent. HTTP/1.1 has a connection for each request, and so no such limit.
            HttpRequest alone = HttpRequest.newBuilder(request, (name, value) -> true)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
            http.callback(() -> send(alone, true));
        } else {
            end(Ending.transport(failure, sent, answering, !sent && wasBehind()));
        }
    }

    /** The same for a response that a test makes itself. */
    CompletionStage<Completion> reading(HttpResponse.ResponseInfo info) {
        beganNanos = System.nanoTime();
        leaves();
        responded(info);
        return result;
    }

    private HttpResponse.BodySubscriber<Void> responded(HttpResponse.ResponseInfo info) {
        if (!sent) {
            // Refused at its head.
            leaves();
        }
        head = ResponseHead.of(info.statusCode(), info.headers(), http.clock());
        BodyKind.of(head, provider.streaming()).ifPresentOrElse(known -> kind = known, () -> end(unasked()));
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

    private Ending unasked() {
        return Ending.malformed("status " + head.status() + " without " + BodyKind.asked(provider.streaming()));
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        read(() -> buffers.forEach(this::take));
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

    private void take(ByteBuffer buffer) {
        switch (kind) {
            case REFUSAL, UNASKED -> {
                if (!errorBody.add(buffer)) {
                    end(head.refused() ? Ending.malformed("a refusal that is too long to read") : unasked());
                }
            }
            case WHOLE -> {
                if (!whole.add(buffer)) {
                    end(Ending.malformed("an answer that is too long to read"));
                }
            }
            case EVENTS -> {
                if (!progress.ended() && ending.get() == null) {
                    reader.read(buffer);
                    endIfError();
                }
            }
        }
    }

    private void endIfError() {
        ErrorWord error = progress.error();
        if (error != null) {
            String where = kind == BodyKind.EVENTS ? "stream" : "response";
            end(new Ending(FaultKinds.inStream(error), "told an error in the " + where + named(error), false, null));
        }
    }

    /** The end of a body that is not read as it comes. */
    private void readAtEnd() {
        if (kind == BodyKind.UNASKED) {
            errorBody.error(http.json()).ifPresentOrElse(progress::error, () -> end(unasked()));
        } else if (kind == BodyKind.WHOLE && !whole.isEmpty()) {
            decoder.read("", whole.text(), progress);
        }
        endIfError();
    }

    private boolean event(String name, byte[] data, int length) {
        String text = shape.textOf(name, data, length);
        if (text != null) {
            progress.text(text);
        } else {
            read(name, data, length);
        }
        return !progress.ended() && ending.get() == null;
    }

    private void read(String name, byte[] data, int length) {
        progress.nextEvent();
        decoder.read(name, new String(data, 0, length, StandardCharsets.UTF_8), progress);
        String text = progress.onlyText();
        if (!text.isEmpty() && !decoder.textMember().isEmpty()) {
            shape.learn(name, data, length, decoder.textMember(), text);
        }
    }

    /** Asks for more bytes: when the reader can take more, or at once if there will be nothing for it yet. */
    private void demand(Flow.Subscription current) {
        if (kind != BodyKind.EVENTS || progress.ended()) {
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
        read(this::readAtEnd);
        end(kind == BodyKind.WHOLE ? Ending.OF_WHOLE : Ending.OF_STREAM);
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
        try {
            conclude();
        } catch (RuntimeException e) {
            // Without the cause, which may quote the response.
            Ending unreadable =
                    head.refused() ? refusal(ErrorWord.NONE) : Ending.malformed("how the answer ended cannot be read");
            result.completeExceptionally(fault(unreadable, TokenUsage.NONE));
        }
    }

    private void conclude() {
        Ending how = ending.get();
        Completion.Reason reason = progress.reason();
        if (reason != null) {
            if (!progress.because().isEmpty()) {
                LOG.log(
                        System.Logger.Level.INFO,
                        provider.name() + " ended request " + head.requestId() + " with " + progress.because());
            }
            result.complete(new Completion(
                    reason,
                    provider.slot() == Slot.PRIMARY ? Completion.Source.PRIMARY : Completion.Source.BACKUP,
                    provider.name(),
                    withoutKey(progress.model()),
                    progress.tally().ofWhole(),
                    withoutKey(head.requestId()),
                    Optional.empty(),
                    progress.calls()));
        } else if (how != null) {
            boolean refused = head.refused() && how.kind() != Kind.CANCELLED;
            boolean charged = sent && !head.refused() && how.kind() != Kind.CONNECT;
            TokenUsage usage = charged ? progress.tally().soFar() : TokenUsage.NONE;
            result.completeExceptionally(fault(refused ? refusal(errorBody.word(http.json())) : how, usage));
        }
    }

    /** A refusal stays one however its body ends. */
    private Ending refusal(ErrorWord error) {
        return new Ending(FaultKinds.of(head.status(), error), "answered " + head.status() + named(error), false, null);
    }

    private String named(ErrorWord error) {
        String word = withoutKey(error.shortest());
        return word.isEmpty() ? "" : " (" + word + ")";
    }

    /** A provider's word, unless it repeats the key that it was sent. */
    private String withoutKey(String word) {
        return provider.apiKey().filter(key -> key.isIn(word)).isPresent() ? "" : word;
    }

    private boolean isOurDelay(Kind kind) {
        // The HTTP client limits connecting, unless a proxy does it: it would have ended this long before.
        boolean clientHadNoTime = !sent && !throughProxy && kind == Kind.FIRST_CONTENT_TIMEOUT;
        return clientHadNoTime || (!sent && wasBehind()) || http.ownDelay().lasts();
    }

    private ProviderFault fault(Ending how, TokenUsage usage) {
        return ProviderFault.of(how.kind(), provider.name() + " " + how.what())
                .provider(provider.name(), withoutKey(progress.model()))
                .status(head.status())
                .sent(sent && how.kind() != Kind.CONNECT)
                .inStream(progress.error() != null)
                .waited(sent ? Duration.ofNanos(System.nanoTime() - leftNanos) : Duration.ZERO)
                .late(how.late() || (how.isAboutTime() && isOurDelay(how.kind())))
                .contentShown(progress.contentShown())
                .retryAfter(head.retryAfter())
                .shouldRetry(head.shouldRetry())
                .usage(usage)
                .requestId(withoutKey(head.requestId()))
                .cause(how.cause())
                .build();
    }
}
