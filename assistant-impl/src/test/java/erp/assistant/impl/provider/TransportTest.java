package erp.assistant.impl.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.chat.ChatModel;
import erp.assistant.chat.Completion;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.contract.RecordingSink;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.PromptCache;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Route;
import erp.assistant.impl.config.Secret;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.config.Timeouts;
import erp.assistant.impl.provider.anthropic.AnthropicDialect;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways over the network: TLS with HTTP/1.1 and HTTP/2, a proxy, and certificates that nobody vouches for. */
class TransportTest {

    private static TestCertificate certificate;

    private final ExecutorService callbacks = Executors.newFixedThreadPool(2);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private volatile Timeouts timeouts = Given.PATIENT;
    private volatile ProviderSettings provider = Given.provider(Dialect.ANTHROPIC, URI.create("http://127.0.0.1:9"));
    private final ProviderHttp http = new ProviderHttp(
            callbacks,
            Executors.defaultThreadFactory(),
            Clock.systemUTC(),
            Duration.ofSeconds(5),
            () -> Given.settings(provider, timeouts));
    private final ChatModel model = new HttpChatModel(Slot.PRIMARY, http, AnthropicDialect::new);

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws IOException, InterruptedException {
        certificate = TestCertificate.in(folder);
    }

    @AfterEach
    void stop() {
        http.close();
        callbacks.shutdownNow();
        timer.shutdownNow();
    }

    @Test
    void aProviderBehindTlsIsAskedByHttp2WhereItOffersThat() throws Exception {
        try (TlsProvider tls = new TlsProvider(certificate, 100)) {
            use(tls, trusting());

            assertThat(answer(ask())).isEqualTo(TlsProvider.ANSWER);
            assertThat(tls.versions()).containsExactly("HTTP/2.0");
        }
    }

    @Test
    void aProviderBehindTlsIsAskedByHttp11WhereItOffersNothingElse() throws Exception {
        try (TlsProvider tls = new TlsProvider(certificate, 0)) {
            use(tls, trusting());

            assertThat(answer(ask())).isEqualTo(TlsProvider.ANSWER);
            assertThat(tls.versions()).containsExactly("HTTP/1.1");
        }
    }

    @Test
    void http2IsNotUsedWhereTheAdminDoesNotWantIt() throws Exception {
        try (TlsProvider tls = new TlsProvider(certificate, 100)) {
            use(tls, new Route(new Route.Proxy.None(), certificate.authorities(), true));

            assertThat(answer(ask())).isEqualTo(TlsProvider.ANSWER);
            assertThat(tls.versions()).containsExactly("HTTP/1.1");
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsAConnectFaultWithAPlainWord() throws Exception {
        try (TlsProvider tls = new TlsProvider(certificate, 100)) {
            use(tls, new Route(new Route.Proxy.None(), List.of(), false));

            ProviderFault fault = fault(ask());

            assertThat(fault.kind()).isEqualTo(Kind.CONNECT);
            assertThat(fault.sent()).isFalse();
            assertThat(fault).hasMessage("anthropic could not be reached: its certificate is not trusted");
            assertThat(tls.versions()).isEmpty();
        }
    }

    @Test
    void aRequestGoesThroughTheProxyThatIsConfigured() throws Exception {
        try (TlsProvider tls = new TlsProvider(certificate, 100);
                ForwardProxy proxy = new ForwardProxy()) {
            use(tls, new Route(new Route.Proxy.At("127.0.0.1", proxy.port()), certificate.authorities(), false));

            assertThat(answer(ask())).isEqualTo(TlsProvider.ANSWER);
            assertThat(proxy.requests())
                    .containsExactly("CONNECT 127.0.0.1:" + tls.address().getPort() + " HTTP/1.1");
        }
    }

    /** Needs the JDK's leave to send a password in the clear, which the build gives its tests and an admin the server. */
    @Test
    void aProxyThatWantsToKnowWhoAsksIsToldAndTheProviderIsNot() throws Exception {
        try (TlsProvider tls = new TlsProvider(certificate, 100);
                ForwardProxy proxy = new ForwardProxy()) {
            proxy.want("Basic Y29tcGFueTpjYW5hcnk=");
            use(
                    tls,
                    new Route(new Route.Proxy.At("127.0.0.1", proxy.port()), certificate.authorities(), false),
                    Map.of("Proxy-Authorization", "Basic Y29tcGFueTpjYW5hcnk="));

            assertThat(answer(ask())).isEqualTo(TlsProvider.ANSWER);
            assertThat(tls.headers()).contains("x-api-key").doesNotContain("proxy-authorization");
        }
    }

    @Test
    void aProxyThatLetsNobodyThroughIsAConnectFault() throws Exception {
        try (TlsProvider tls = new TlsProvider(certificate, 100);
                ForwardProxy proxy = new ForwardProxy()) {
            proxy.want("Basic c29tZWJvZHk6ZWxzZQ==");
            use(tls, new Route(new Route.Proxy.At("127.0.0.1", proxy.port()), certificate.authorities(), false));

            ProviderFault fault = fault(ask());

            assertThat(fault.kind()).isEqualTo(Kind.CONNECT);
            assertThat(fault.status()).isEqualTo(407);
            assertThat(fault.sent()).isFalse();
            assertThat(fault.usage()).isEqualTo(TokenUsage.NONE);
            assertThat(tls.versions()).isEmpty();
        }
    }

    @Test
    void aProxyThatIsNotThereIsAConnectFault() throws Exception {
        int free;
        try (ForwardProxy proxy = new ForwardProxy()) {
            free = proxy.port();
        }
        try (TlsProvider tls = new TlsProvider(certificate, 100)) {
            use(tls, new Route(new Route.Proxy.At("127.0.0.1", free), certificate.authorities(), false));

            assertThat(fault(ask()).kind()).isEqualTo(Kind.CONNECT);
        }
    }

    @Test
    void moreStreamsThanAnHttp2ConnectionCarriesAreAnsweredAllTheSame() throws Exception {
        try (TlsProvider tls = new TlsProvider(certificate, 3)) {
            use(tls, trusting());
            answer(ask());
            CountDownLatch go = new CountDownLatch(1);
            tls.wait(go);

            List<Asked> asked = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                asked.add(ask());
            }
            await(() -> tls.open() == asked.size());
            go.countDown();

            for (Asked one : asked) {
                assertThat(answer(one)).isEqualTo(TlsProvider.ANSWER);
            }
            assertThat(tls.versions()).hasSize(21).contains("HTTP/2.0", "HTTP/1.1");
        }
    }

    @Test
    void manyFirstStreamsAtOnceAreAnswered() throws Exception {
        try (TlsProvider tls = new TlsProvider(certificate, 3)) {
            use(tls, trusting());

            List<CompletableFuture<Asked>> asking = new ArrayList<>();
            try (var threads = new Threads(20)) {
                for (int i = 0; i < 20; i++) {
                    asking.add(CompletableFuture.supplyAsync(this::ask, threads.executor()));
                }
                for (CompletableFuture<Asked> one : asking) {
                    assertThat(answer(one.join())).isEqualTo(TlsProvider.ANSWER);
                }
            }
            assertThat(tls.versions()).hasSize(20);
        }
    }

    @Test
    void anAskerWhoLeavesResetsTheStreamAndNotTheConnection() throws Exception {
        try (TlsProvider tls = new TlsProvider(certificate, 100)) {
            use(tls, trusting());
            answer(ask());
            CountDownLatch go = new CountDownLatch(1);
            tls.wait(go);
            Asked stays = ask();
            Asked leaves = ask();
            await(() -> tls.open() == 2);
            assertThat(leaves.sink().awaitFirst()).isTrue();

            leaves.sink().cancellation().cancel();
            await(() -> tls.aborted() == 1);
            go.countDown();

            assertThat(fault(leaves).kind()).isEqualTo(Kind.CANCELLED);
            assertThat(answer(stays)).isEqualTo(TlsProvider.ANSWER);
        }
    }

    @Test
    void aStreamThatTheProviderResetsBrokeOff() throws Exception {
        try (TlsProvider tls = new TlsProvider(certificate, 100)) {
            use(tls, trusting());
            tls.reset();

            ProviderFault fault = fault(ask());

            assertThat(fault.kind()).isEqualTo(Kind.TRUNCATED);
            assertThat(tls.versions()).containsExactly("HTTP/2.0");
        }
    }

    /** Whoever comes afterwards gets another connection. What it carries then ends as it ends, or, with an older JDK, as broken. */
    @Test
    void aConnectionThatGoesAwayTakesNoFurtherStream() throws Exception {
        try (TlsProvider tls = new TlsProvider(certificate, 100)) {
            use(tls, trusting());
            CountDownLatch go = new CountDownLatch(1);
            tls.wait(go);
            Asked running = ask();
            assertThat(running.sink().awaitFirst()).isTrue();

            tls.goAway();
            tls.wait(new CountDownLatch(0));
            // The client hears of it in its own time.
            await(() -> {
                boolean unused = ends(ask());
                return tls.connections() == 2;
            });
            go.countDown();

            assertThat(answer(ask())).isEqualTo(TlsProvider.ANSWER);
            if (Runtime.version().feature() >= 24) {
                assertThat(answer(running)).isEqualTo(TlsProvider.ANSWER);
            } else {
                assertThat(ends(running)).isTrue();
            }
        }
    }

    /** Whether it ends as a whole answer or as a broken one, whichever. */
    private static boolean ends(Asked asked) {
        return asked.end()
                .handle((whole, broken) -> broken == null
                        || (broken.getCause() instanceof ProviderFault fault && fault.kind() == Kind.TRUNCATED))
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    /** Waiting for the connection is not the provider's silence, however short the budget for that is. */
    @Test
    void theFirstBudgetBeginsWhenTheRequestLeaves() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        try (TlsProvider tls = new TlsProvider(certificate, 100);
                ForwardProxy door = ForwardProxy.doorOf(tls.address().getPort(), open)) {
            firstContentWithin(Duration.ofSeconds(2));
            use(URI.create("https://127.0.0.1:" + door.port()), trusting(), Map.of());
            Asked asked = ask();

            timer.schedule(open::countDown, 2500, TimeUnit.MILLISECONDS);

            assertThat(answer(asked)).isEqualTo(TlsProvider.ANSWER);
        }
    }

    /** The HTTP client would wait for it for ever. */
    @Test
    void aProxyThatSaysNothingRunsOutOfTheFirstBudget() throws Exception {
        try (TlsProvider tls = new TlsProvider(certificate, 100);
                ForwardProxy proxy = new ForwardProxy()) {
            CountDownLatch never = new CountDownLatch(1);
            proxy.wait(never);
            firstContentWithin(Duration.ofMillis(500));
            use(tls, new Route(new Route.Proxy.At("127.0.0.1", proxy.port()), certificate.authorities(), false));

            ProviderFault fault = fault(ask());
            never.countDown();

            assertThat(fault.kind()).isEqualTo(Kind.FIRST_CONTENT_TIMEOUT);
            assertThat(fault.sent()).isFalse();
            assertThat(fault.late()).isFalse();
        }
    }

    @Test
    void whatIsStoppedBeforeThereIsAConnectionWasNeverSent() throws Exception {
        try (TlsProvider tls = new TlsProvider(certificate, 100);
                ForwardProxy proxy = new ForwardProxy()) {
            CountDownLatch connect = new CountDownLatch(1);
            proxy.wait(connect);
            use(tls, new Route(new Route.Proxy.At("127.0.0.1", proxy.port()), certificate.authorities(), false));
            Asked asked = ask();
            await(() -> !proxy.requests().isEmpty());

            asked.sink().cancellation().cancel();

            ProviderFault fault = fault(asked);
            connect.countDown();
            assertThat(fault.kind()).isEqualTo(Kind.CANCELLED);
            assertThat(fault.sent()).isFalse();
            assertThat(fault.usage()).isEqualTo(TokenUsage.NONE);
            assertThat(tls.versions()).isEmpty();
        }
    }

    private record Asked(RecordingSink sink, CompletableFuture<Completion> end) {}

    private record Threads(ExecutorService executor) implements AutoCloseable {
        Threads(int count) {
            this(Executors.newFixedThreadPool(count));
        }

        @Override
        public void close() {
            executor.shutdownNow();
        }
    }

    private Route trusting() throws IOException {
        return new Route(new Route.Proxy.None(), certificate.authorities(), false);
    }

    private void use(TlsProvider tls, Route route) {
        use(tls, route, Map.of());
    }

    private void firstContentWithin(Duration first) {
        timeouts = new Timeouts(Duration.ofSeconds(10), first, Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    private void use(TlsProvider tls, Route route, Map<String, String> headers) {
        use(tls.address(), route, headers);
    }

    private void use(URI address, Route route, Map<String, String> headers) {
        provider = new ProviderSettings(
                Slot.PRIMARY,
                Dialect.ANTHROPIC,
                "anthropic",
                address,
                List.of(new Secret(Given.KEY)),
                "small-1",
                "large-1",
                headers,
                true,
                PromptCache.FIVE_MINUTES,
                route);
    }

    private Asked ask() {
        RecordingSink sink = new RecordingSink();
        return new Asked(sink, model.stream(Given.request(), sink).toCompletableFuture());
    }

    private static String answer(Asked asked) throws Exception {
        assertThat(asked.end().get(10, TimeUnit.SECONDS).reason()).isEqualTo(Completion.Reason.END);
        return asked.sink().text();
    }

    private static ProviderFault fault(Asked asked) {
        ProviderFault[] fault = new ProviderFault[1];
        assertThatThrownBy(() -> asked.end().get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(ProviderFault.class, found -> fault[0] = found);
        return fault[0];
    }

    private static void await(BooleanSupplier seen) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!seen.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
