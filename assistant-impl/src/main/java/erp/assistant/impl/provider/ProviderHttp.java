package erp.assistant.impl.provider;

import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.impl.config.KeyRing;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.config.Timeouts;
import jakarta.json.spi.JsonProvider;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/**
 * The connections to all providers, and one thread for time budgets. Safe for use by many threads; made once.
 *
 * <p>{@code HttpRequest.timeout} is not used: it ends with the response's head before JDK 26 and with its body from then on.
 */
public final class ProviderHttp implements AutoCloseable {

    private final HttpClients clients;
    private final Executor callbacks;
    private final OwnDelay ownDelay;
    private final Timers timers;
    private final Clock clock;
    private final SettingsSource settings;
    private final JsonText json;
    private final KeyRing keys;

    /**
     * Opens nothing yet.
     *
     * @param callbacks runs the ends of streams, which keep the context of its threads, and TLS handshakes; bytes are read on the
     *     HTTP clients' own threads
     * @param timerThreads makes the one thread of the time budgets
     * @param connectTimeout to the established connection; fixed for the client's life, unlike the other budgets, which are
     *     read from the settings at each call
     * @param keys chooses among several keys of a provider, and is told how each request ended
     */
    public ProviderHttp(
            Executor callbacks,
            ThreadFactory timerThreads,
            Clock clock,
            Duration connectTimeout,
            SettingsSource settings,
            KeyRing keys) {
        this.callbacks = callbacks;
        this.ownDelay = new OwnDelay(connectTimeout, System::nanoTime);
        this.timers = new Timers(timerThreads);
        this.clock = clock;
        this.settings = settings;
        this.keys = keys;
        this.json = new JsonText(JsonProvider.provider());
        this.clients = new HttpClients(callbacks, connectTimeout);
    }

    /** The same with a key ring of its own. */
    ProviderHttp(
            Executor callbacks,
            ThreadFactory timerThreads,
            Clock clock,
            Duration connectTimeout,
            SettingsSource settings) {
        this(callbacks, timerThreads, clock, connectTimeout, settings, new KeyRing(settings, clock));
    }

    /** For dialects: JSON by the implementation that was found when this was made. */
    public JsonText json() {
        return json;
    }

    /**
     * Sends one request to the provider that the slot names at this moment, so that a changed key or address is used from
     * the next call on.
     *
     * @return ends exceptionally with a {@link ProviderFault} also for what is found before anything is sent
     */
    public CompletionStage<Completion> stream(Slot slot, WireDialect dialect, ChatRequest request, ChatSink sink) {
        Optional<ProviderSettings> configured = settings.current().provider(slot);
        if (configured.isEmpty()) {
            return CompletableFuture.failedFuture(
                    ProviderFault.of(Kind.CONNECT, "No provider is configured as " + slot.key() + ".")
                            .sent(false)
                            .build());
        }
        ProviderSettings provider = keys.choose(configured.get());
        HttpRequest.Builder call;
        String body;
        try {
            call = httpRequest(dialect, provider, request);
            body = dialect.body(provider, request);
        } catch (ProviderFault fault) {
            return CompletableFuture.failedFuture(fault);
        }
        EventDecoder decoder = provider.streaming() ? dialect.decoder() : dialect.wholeDecoder();
        // The stage that follows, so that whoever asks again finds the key set aside.
        return new ProviderStream(this, provider, request, sink, decoder)
                .start(call, body)
                .whenComplete((completion, failure) -> keys.ended(provider, failure));
    }

    private static HttpRequest.Builder httpRequest(
            WireDialect dialect, ProviderSettings provider, ChatRequest request) {
        URI endpoint = dialect.endpoint(provider);
        boolean tls = "https".equalsIgnoreCase(endpoint.getScheme());
        HttpRequest.Builder builder;
        try {
            builder = HttpRequest.newBuilder(endpoint);
        } catch (IllegalArgumentException e) {
            throw refused(provider, request, Kind.CONNECT, "has a base URL that cannot be called");
        }
        // No upgrade to HTTP/2 over plain HTTP: small servers choke on the extra headers.
        boolean http2 = tls && !provider.route().onlyHttp11();
        builder.version(http2 ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .header("content-type", "application/json")
                .header("accept", provider.streaming() ? "text/event-stream" : "application/json");
        addHeaders(builder, provider.headers(), provider, request, Kind.INVALID_REQUEST);
        addHeaders(builder, dialect.headers(provider), provider, request, Kind.AUTHENTICATION);
        return builder;
    }

    private static void addHeaders(
            HttpRequest.Builder builder,
            Map<String, String> headers,
            ProviderSettings provider,
            ChatRequest request,
            Kind kind) {
        headers.forEach((name, value) -> {
            try {
                builder.setHeader(name, value);
            } catch (IllegalArgumentException e) {
                // Neither message nor cause: they quote the value, which may be the key.
                throw refused(provider, request, kind, "cannot be sent the header " + SafeText.name(name));
            }
        });
    }

    private static ProviderFault refused(ProviderSettings provider, ChatRequest request, Kind kind, String what) {
        return ProviderFault.of(kind, provider.name() + " " + what)
                .provider(provider.name(), provider.model(request))
                .sent(false)
                .build();
    }

    HttpClient client(ProviderSettings provider) {
        return clients.next(provider.route());
    }

    Clock clock() {
        return clock;
    }

    Budgets budgets(ChatRequest request, boolean throughProxy, Consumer<Ending> expired) {
        Timeouts timeouts = settings.current().timeouts();
        return new Budgets(
                timers::afterNanos,
                System::nanoTime,
                throughProxy ? Duration.ZERO : timeouts.connect(),
                timeouts.firstContent(request.tier()),
                timeouts.idle(),
                Duration.between(clock.instant(), request.deadline()),
                expired);
    }

    OwnDelay ownDelay() {
        return ownDelay;
    }

    /** Runs the action on a callback thread, or here while the server stops and takes none. */
    void callback(Runnable action) {
        try {
            callbacks.execute(action);
        } catch (RejectedExecutionException e) {
            action.run();
        }
    }

    /** Ends the thread of the time budgets; streams that are open then end with their connections. */
    @Override
    public void close() {
        timers.close();
    }
}
