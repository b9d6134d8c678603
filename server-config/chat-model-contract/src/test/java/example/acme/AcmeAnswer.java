package example.acme;

import static java.nio.charset.StandardCharsets.UTF_8;

import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.chat.Completion.Reason;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.TokenUsage.Source;
import erp.assistant.chat.contract.Endpoint;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One answer, read on one thread. Timers and the asker stop it from theirs by closing the connection under it. */
final class AcmeAnswer implements Runnable {

    private final Endpoint endpoint;
    private final Defect defect;
    private final HttpClient client;
    private final ScheduledExecutorService timers;
    private final ChatRequest request;
    private final ChatSink sink;
    private final CompletableFuture<Completion> result = new CompletableFuture<>();

    private @Nullable Kind stopped;
    private @Nullable CompletableFuture<HttpResponse<InputStream>> exchange;
    private @Nullable InputStream body;
    private @Nullable CountDownLatch readerWaits;
    private @Nullable ScheduledFuture<?> silence;

    private boolean sent;
    private @Nullable HttpResponse<InputStream> head;
    private long shown;
    private @Nullable Reason reason;
    private @Nullable TokenUsage usage;

    AcmeAnswer(
            Endpoint endpoint,
            Defect defect,
            HttpClient client,
            ScheduledExecutorService timers,
            ChatRequest request,
            ChatSink sink) {
        this.endpoint = endpoint;
        this.defect = defect;
        this.client = client;
        this.timers = timers;
        this.request = request;
        this.sink = sink;
    }

    CompletionStage<Completion> stage() {
        return result;
    }

    @Override
    public void run() {
        Runnable forget = defect == Defect.CANCELLING_IS_IGNORED
                ? () -> {}
                : sink.cancellation().onCancel(() -> stop(Kind.CANCELLED));
        Duration left = Duration.between(Instant.now(), request.deadline());
        if (left.isNegative()) {
            stop(Kind.TOTAL_TIMEOUT);
        }
        ScheduledFuture<?> deadline =
                timers.schedule(() -> stop(Kind.TOTAL_TIMEOUT), Math.max(0, left.toMillis()), TimeUnit.MILLISECONDS);
        ProviderFault fault = null;
        try {
            silenceEndsAfter(endpoint.firstContent(), Kind.FIRST_CONTENT_TIMEOUT);
            read(send());
        } catch (ProviderFault e) {
            fault = e;
        } catch (IOException | InterruptedException | CancellationException e) {
            Kind kind = stopped();
            fault = fault(kind == null ? Kind.TRUNCATED : kind, "broke off").build();
        } finally {
            silenceIsAllowed();
            deadline.cancel(false);
            forget.run();
        }
        if (reason != null) {
            result.complete(new Completion(
                    reason,
                    Completion.Source.PRIMARY,
                    "acme",
                    endpoint.model(),
                    counted(Source.REPORTED),
                    requestId()));
        } else {
            hangUp();
            result.completeExceptionally(
                    fault == null ? fault(Kind.TRUNCATED, "ended early").build() : fault);
        }
    }

    private InputStream send() throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<InputStream>> sending;
        synchronized (this) {
            if (stopped != null) {
                throw fault(stopped, "was stopped before it began")
                        .sent(false)
                        .usage(TokenUsage.NONE)
                        .build();
            }
            sent = true;
            sending = client.sendAsync(AcmeWire.post(endpoint, request), HttpResponse.BodyHandlers.ofInputStream());
            exchange = sending;
        }
        HttpResponse<InputStream> response;
        try {
            response = sending.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
                throw fault(Kind.CONNECT, "could not be reached")
                        .sent(false)
                        .usage(TokenUsage.NONE)
                        .build();
            }
            throw new IOException("no response", cause);
        }
        synchronized (this) {
            head = response;
            body = response.body();
        }
        if (response.statusCode() != 200) {
            throw refused(response);
        }
        if (stopped() != null) {
            throw new IOException("stopped meanwhile");
        }
        if (!response.headers().firstValue("content-type").orElse("").startsWith("text/event-stream")) {
            throw fault(Kind.MALFORMED, "sent no event stream").build();
        }
        return response.body();
    }

    private ProviderFault refused(HttpResponse<InputStream> response) throws IOException, InterruptedException {
        String text = "";
        try {
            // Whoever stopped it before there was a body closes none.
            text = stopped() != null ? "" : new String(response.body().readNBytes(64 * 1024), UTF_8);
        } catch (IOException e) {
            // The status says enough.
        }
        if (defect == Defect.TRIES_AGAIN_BY_ITSELF) {
            client.send(AcmeWire.post(endpoint, request), HttpResponse.BodyHandlers.ofInputStream())
                    .body()
                    .close();
        }
        int status = response.statusCode();
        Kind kind = stopped() == Kind.CANCELLED ? Kind.CANCELLED : AcmeWire.refusal(status, text);
        String what = defect == Defect.MESSAGES_QUOTE_THE_PROVIDER ? "answered " + text : "answered " + status;
        return fault(kind, what)
                .usage(TokenUsage.NONE)
                .retryAfter(defect == Defect.RETRY_AFTER_IS_LOST ? null : AcmeWire.retryAfter(response.headers()))
                .build();
    }

    private void read(InputStream stream) throws IOException, InterruptedException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            boolean more = true;
            while (more) {
                waitForReader();
                String line = lines.readLine();
                if (line == null) {
                    more = false;
                } else if (line.startsWith("data: ")) {
                    more = event(line.substring(6)) || defect == Defect.READS_ON_AFTER_THE_END;
                } else if (line.startsWith(":") && defect == Defect.PINGS_COUNT_AS_CONTENT) {
                    silenceEndsAfter(endpoint.idle(), Kind.IDLE_TIMEOUT);
                }
            }
            while (reason != null && lines.readLine() != null) {
                // To the end, so that the connection can serve again.
            }
        }
        if (reason == null && stopped() != null) {
            // A stream that is closed under its reader may look as if it had ended.
            throw new IOException("stopped");
        }
        if (reason == null && defect == Defect.TRUNCATION_IS_SUCCESS) {
            reason = Reason.END;
        }
    }

    /** @return whether anything follows */
    private boolean event(String data) {
        if (data.equals("[DONE]")) {
            return false;
        }
        JsonObject chunk;
        try {
            chunk = AcmeWire.object(data);
        } catch (JsonException e) {
            if (defect == Defect.MALFORMED_IS_SKIPPED) {
                return true;
            }
            throw fault(Kind.MALFORMED, "sent what is no JSON").build();
        }
        if (chunk.containsKey("error")) {
            if (defect == Defect.ERRORS_IN_THE_STREAM_ARE_SKIPPED) {
                return true;
            }
            throw fault(Kind.SERVER_ERROR, "told an error").inStream(true).build();
        }
        usage = AcmeWire.usage(chunk).orElse(usage);
        String text = AcmeWire.text(chunk);
        if (!text.isEmpty()) {
            show(text);
        }
        reason = reason == null ? AcmeWire.reason(chunk) : reason;
        return true;
    }

    private void show(String text) {
        silenceEndsAfter(endpoint.idle(), Kind.IDLE_TIMEOUT);
        shown += text.length();
        try {
            sink.accept(new ChatEvent.Text(text));
        } catch (RuntimeException e) {
            throw fault(Kind.CANCELLED, "was stopped: the reader failed").build();
        }
    }

    /** Holds this thread, and with it the provider, until the reader can take more; that silence is not the provider's. */
    private void waitForReader() throws IOException, InterruptedException {
        if (defect == Defect.SLOW_READERS_ARE_IGNORED) {
            return;
        }
        CountDownLatch ready = new CountDownLatch(1);
        sink.whenReady(ready::countDown);
        if (ready.getCount() > 0) {
            silenceIsAllowed();
            synchronized (this) {
                readerWaits = ready;
                if (stopped != null) {
                    ready.countDown();
                }
            }
            ready.await();
            silenceEndsAfter(
                    shown == 0 ? endpoint.firstContent() : endpoint.idle(),
                    shown == 0 ? Kind.FIRST_CONTENT_TIMEOUT : Kind.IDLE_TIMEOUT);
        }
        if (stopped() != null) {
            throw new IOException("stopped while the reader waited");
        }
    }

    private void silenceEndsAfter(Duration most, Kind kind) {
        silenceIsAllowed();
        silence = timers.schedule(() -> stop(kind), most.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void silenceIsAllowed() {
        if (silence != null) {
            silence.cancel(false);
        }
    }

    private synchronized @Nullable Kind stopped() {
        return stopped;
    }

    /** Called on any thread. */
    private void stop(Kind kind) {
        synchronized (this) {
            if (stopped != null) {
                return;
            }
            stopped = kind;
            if (readerWaits != null) {
                readerWaits.countDown();
            }
        }
        hangUp();
    }

    private void hangUp() {
        CompletableFuture<?> sending;
        InputStream reading;
        synchronized (this) {
            sending = exchange;
            reading = body;
        }
        if (sending != null) {
            sending.cancel(true);
        }
        try {
            if (reading != null) {
                reading.close();
            }
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    private TokenUsage counted(Source whenTold) {
        long output = TokenUsage.estimate(shown);
        return usage != null && whenTold == Source.REPORTED
                ? usage
                : new TokenUsage(request.prompt().estimatedTokens(), 0, 0, 0, output, 0, Source.ESTIMATED);
    }

    private String requestId() {
        return head == null ? "" : head.headers().firstValue("x-request-id").orElse("");
    }

    private ProviderFault.Builder fault(Kind kind, String what) {
        return ProviderFault.of(kind, "acme " + what)
                .provider("acme", endpoint.model())
                .status(head == null ? 0 : head.statusCode())
                .sent(sent)
                .contentShown(shown > 0)
                .usage(counted(Source.PARTIAL))
                .requestId(requestId());
    }
}
