package erp.assistant.impl.provider;

import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.config.Slot;
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
 * The connections to all providers: one HTTP client, one thread for time budgets. Safe for use by many threads; made once.
 *
 * <p>{@code HttpRequest.timeout} is not used: it ends with the response's head before JDK 26 and with its body from then on.
 */
public final class ProviderHttp implements AutoCloseable {

    private final HttpClient client;
    private final Executor callbacks;
    private final Timers timers;
    private final Clock clock;
    private final SettingsSource settings;
    private final JsonText json;

    /**
     * Opens nothing yet.
     *
     * @param callbacks runs what reads the provider's bytes and calls sinks; its tasks are short and do not block
     * @param timerThreads makes the one thread of the time budgets
     * @param connectTimeout to the established connection; fixed for the client's life, unlike the other budgets, which are
     *     read from the settings at each call
     */
    public ProviderHttp(
            Executor callbacks,
            ThreadFactory timerThreads,
            Clock clock,
            Duration connectTimeout,
            SettingsSource settings) {
        this.callbacks = callbacks;
        this.timers = new Timers(timerThreads);
        this.clock = clock;
        this.settings = settings;
        this.json = new JsonText(JsonProvider.provider());
        this.client = HttpClient.newBuilder()
                .executor(callbacks)
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
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
        ProviderSettings provider = configured.get();
        HttpRequest call;
        try {
            call = httpRequest(dialect, provider, request);
        } catch (ProviderFault fault) {
            return CompletableFuture.failedFuture(fault);
        }
        EventDecoder decoder = provider.streaming() ? dialect.decoder() : dialect.wholeDecoder();
        return new ProviderStream(this, provider, request, sink, decoder).start(call);
    }

    private static HttpRequest httpRequest(WireDialect dialect, ProviderSettings provider, ChatRequest request) {
        URI endpoint = dialect.endpoint(provider);
        boolean tls = "https".equalsIgnoreCase(endpoint.getScheme());
        HttpRequest.Builder builder;
        try {
            builder = HttpRequest.newBuilder(endpoint);
        } catch (IllegalArgumentException e) {
            throw refused(provider, request, Kind.CONNECT, "has a base URL that cannot be called");
        }
        // No upgrade to HTTP/2 over plain HTTP: small servers choke on the extra headers.
        builder.version(tls ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .header("content-type", "application/json")
                .header("accept", provider.streaming() ? "text/event-stream" : "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(dialect.body(provider, request)));
        addHeaders(builder, provider.headers(), provider, request, Kind.INVALID_REQUEST);
        addHeaders(builder, dialect.headers(provider), provider, request, Kind.AUTHENTICATION);
        return builder.build();
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
                .provider(provider.name(), provider.model(request.tier()))
                .sent(false)
                .build();
    }

    HttpClient client() {
        return client;
    }

    Clock clock() {
        return clock;
    }

    Budgets budgets(ChatRequest request, Consumer<Kind> expired) {
        Duration total = Duration.between(clock.instant(), request.deadline());
        return new Budgets(timers, settings.current().timeouts(), total, expired);
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
