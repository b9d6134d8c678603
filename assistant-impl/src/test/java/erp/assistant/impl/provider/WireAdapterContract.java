package erp.assistant.impl.provider;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.ChatModel;
import erp.assistant.chat.Completion;
import erp.assistant.chat.Completion.Reason;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.chat.contract.ChatModelContract;
import erp.assistant.chat.contract.Endpoint;
import erp.assistant.chat.contract.LookupRules;
import erp.assistant.chat.contract.RecordingSink;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Secret;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.config.Timeouts;
import erp.assistant.stub.ProviderStub;
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
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Puts a wire adapter under the contract of every {@link ChatModel}, and adds what the adapters of this module promise beside. */
public abstract class WireAdapterContract implements ChatModelContract, LookupRules {

    private final Dialect dialect;
    private final Function<JsonText, WireDialect> protocol;
    private final ExecutorService callbacks = Executors.newFixedThreadPool(2);
    private final RecordingSink sink = new RecordingSink();
    private volatile Settings settings;
    private ProviderHttp http;

    protected WireAdapterContract(Dialect dialect, Function<JsonText, WireDialect> protocol) {
        this.dialect = dialect;
        this.protocol = protocol;
        this.settings = Given.settings(Given.provider(dialect, URI.create("http://127.0.0.1:9")), Given.PATIENT);
        this.http = connections(Duration.ofSeconds(5));
    }

    private ChatModel model(Slot slot) {
        return new HttpChatModel(slot, http, protocol);
    }

    @Override
    public String provider() {
        return dialect.key();
    }

    @Override
    public ChatModel open(Endpoint endpoint) {
        settings = Given.settings(
                new ProviderSettings(
                        Slot.PRIMARY,
                        dialect,
                        dialect.key(),
                        endpoint.baseUrl(),
                        Optional.of(new Secret(endpoint.key())),
                        endpoint.model(),
                        "large-1",
                        Map.of()),
                new Timeouts(endpoint.connect(), endpoint.firstContent(), endpoint.idle(), Duration.ofSeconds(60)));
        http.close();
        http = connections(endpoint.connect());
        return model(Slot.PRIMARY);
    }

    private ProviderHttp connections(Duration connect) {
        return new ProviderHttp(
                callbacks, Executors.defaultThreadFactory(), Clock.systemUTC(), connect, () -> settings);
    }

    @AfterEach
    void stop() {
        http.close();
        callbacks.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({
        "e500=100, answered 500",
        "html200=100, broke the protocol: status 200 without an event stream",
        "cleancut=100, ended the stream without its terminal event"
    })
    void theMessageSaysWhatTheProviderDid(String fault, String message) {
        try (ProviderStub stub = stub()) {
            stub.configure(fault);

            assertThat(fault().getMessage()).startsWith(dialect.key() + " " + message);
        }
    }

    @Test
    void theConnectionOfACompletedAnswerServesTheNextOne() {
        try (ProviderStub stub = stub()) {
            complete();
            complete();

            assertThat(stub.stats().requests()).isEqualTo(2);
            assertThat(stub.stats().connections()).isEqualTo(1);
            assertThat(stub.stats().clientAborts()).isZero();
        }
    }

    @Test
    void theAnswerIsThePrimarysAndTheRequestHasItsHeaders() {
        try (ProviderStub stub = stub()) {
            assertThat(complete().source()).isEqualTo(Completion.Source.PRIMARY);

            var request = stub.lastRequest().orElseThrow();
            assertThat(request.header("x-team")).hasValue("sales");
            assertThat(request.header("content-type")).hasValue("application/json");
            assertThat(request.header("accept")).hasValue("text/event-stream");
            assertThat(request.header("upgrade")).isEmpty();
        }
    }

    @Test
    void eachClassOfUsageIsToldAsTheVendorTellsIt() {
        try (ProviderStub stub = stub()) {
            stub.configure("input=50 cacheread=30 cachewrite5m=20 reasoning=7");

            assertThat(complete().usage())
                    .isEqualTo(Given.usage(dialect, 50, 30, 20, stub.stats().tokens(), 7));
        }
    }

    @Test
    void aSlotWithoutProviderIsAConnectFault() {
        assertThat(fault(model(Slot.BACKUP).stream(Given.request(), sink)))
                .hasMessage("No provider is configured as backup.");
    }

    @Test
    void aReaderThatFailsIsNamedInTheMessage() {
        try (ProviderStub stub = stub()) {
            stub.configure("gap=20");
            sink.fail();

            assertThat(fault()).hasMessage(dialect.key() + " was stopped: the reader failed");
        }
    }

    @Test
    void aChangedKeyIsUsedByTheNextCall() {
        try (ProviderStub stub = stub()) {
            complete();
            stub.requireKey("sk-rotated-key");
            assertThat(fault().kind()).isEqualTo(Kind.AUTHENTICATION);

            configure(stub.baseUri(), "sk-rotated-key");

            assertThat(complete().reason()).isEqualTo(Reason.END);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\nx: y", "\u0000"})
    void aKeyThatIsNoHeaderValueIsNotShownEither(String nonsense) {
        try (ProviderStub stub = stub()) {
            configure(stub.baseUri(), Given.KEY + nonsense);

            ProviderFault fault = fault();

            assertThat(fault.kind()).isEqualTo(Kind.AUTHENTICATION);
            assertThat(fault.sent()).isFalse();
            assertThat(fault.getCause()).isNull();
            assertThat(fault.toString()).doesNotContain(Given.KEY);
            assertThat(stub.stats().requests()).isZero();
        }
    }

    private ProviderStub stub() {
        ProviderStub stub = ProviderStub.start(0);
        stub.requireKey(Given.KEY);
        configure(stub.baseUri(), Given.KEY);
        return stub;
    }

    private void configure(URI baseUrl, String key) {
        settings = Given.settings(
                Given.provider(dialect, baseUrl, Optional.of(new Secret(key)), Map.of("x-team", "sales")),
                Given.PATIENT);
    }

    private Completion complete() {
        try {
            return ask().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the answer did not complete", e);
        }
    }

    private ProviderFault fault() {
        return fault(ask());
    }

    private CompletionStage<Completion> ask() {
        return model(Slot.PRIMARY).stream(Given.request(), sink);
    }

    private static ProviderFault fault(CompletionStage<Completion> stage) {
        try {
            throw new AssertionError(
                    "completed as " + stage.toCompletableFuture().get(10, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProviderFault fault) {
                return fault;
            }
            throw new AssertionError("ended by no fault", e);
        } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError("the stage did not end", e);
        }
    }
}
