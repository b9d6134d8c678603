package erp.assistant.impl.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.net.httpserver.HttpServer;
import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.Completion;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.TokenUsage.Source;
import erp.assistant.chat.contract.RecordingSink;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Slot;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a provider sends, the stage ends: nobody else would end it any more once the time budgets rest. */
class UnreadableBodyTest {

    private static final int SECONDS = 6;

    private final ExecutorService callbacks = Executors.newFixedThreadPool(2);
    private final HttpServer server = server();
    private final ProviderHttp http = new ProviderHttp(
            callbacks,
            Executors.defaultThreadFactory(),
            Clock.systemUTC(),
            Duration.ofSeconds(5),
            () -> Given.settings(Given.provider(dialect(), address()), Given.PATIENT));
    private volatile Dialect dialect = Dialect.ANTHROPIC;

    private Dialect dialect() {
        return dialect;
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        http.close();
        server.stop(0);
        callbacks.shutdownNow();
    }

    static Stream<Arguments> bodiesThatAParserChokesOn() {
        String deep = "[".repeat(1_500);
        String huge = "{\"error\":{\"code\":1e99999999999}}";
        return Stream.of(Dialect.ANTHROPIC, Dialect.OPENAI, Dialect.OPENAI_RESPONSES)
                .flatMap(dialect -> Stream.of(
                        Arguments.of(dialect, "nested too deep", deep),
                        Arguments.of(dialect, "nested too deep in an object", "{\"error\":" + deep),
                        Arguments.of(dialect, "a number beyond all numbers", huge)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("bodiesThatAParserChokesOn")
    void aRefusalWithSuchABodyKeepsTheKindOfItsStatus(Dialect dialect, String what, String body) {
        answer(500, "application/json", body);

        ProviderFault fault = fault(ask(dialect));

        assertThat(fault.kind()).isEqualTo(Kind.SERVER_ERROR);
        assertThat(fault.status()).isEqualTo(500);
        assertThat(fault).hasMessage(dialect.key() + " answered 500").hasNoCause();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("bodiesThatAParserChokesOn")
    void anEventOfThatSortIsTheProvidersFaultAndNotTheReaders(Dialect dialect, String what, String body) {
        answer(200, "text/event-stream", "data: " + body + "\n\n");

        assertThat(fault(ask(dialect)).kind()).isEqualTo(Kind.MALFORMED);
    }

    @Test
    void countsThatNoAnswerCanHaveAreNoCounts() {
        answer(
                200,
                "text/event-stream",
                "data: {\"type\":\"message_start\",\"message\":{\"usage\":{\"input_tokens\":9223372036854775807,"
                        + "\"cache_read_input_tokens\":9223372036854775807}}}\n\n");

        ProviderFault fault = fault(ask(Dialect.ANTHROPIC));

        assertThat(fault.kind()).isEqualTo(Kind.TRUNCATED);
        assertThat(fault.usage()).isEqualTo(new TokenUsage(Given.ESTIMATED_INPUT, 0, 0, 0, 0, 0, Source.ESTIMATED));
    }

    @Test
    void aDecoderThatFailsIsNotTakenForTheReader() {
        answer(200, "text/event-stream", "data: x\n\n");

        ProviderFault fault = fault(ask((name, data, signals) -> {
            throw new IllegalStateException("secret of the stream");
        }));

        assertThat(fault.kind()).isEqualTo(Kind.MALFORMED);
        assertThat(fault).hasMessageNotContaining("secret").hasNoCause();
    }

    @Test
    void anEndThatCannotBeSummedUpIsStillAnEnd() {
        answer(200, "text/event-stream", "data: x\n\n");

        ProviderFault fault = fault(ask((name, data, signals) -> {
            signals.usage(new TokenUsage(1, 0, 0, 0, Long.MAX_VALUE, 0, Source.PARTIAL));
            signals.text("more than a long can count");
        }));

        assertThat(fault.kind()).isEqualTo(Kind.MALFORMED);
        assertThat(fault.contentShown()).isTrue();
        assertThat(fault.model()).isEqualTo("small-1");
    }

    private CompletionStage<Completion> ask(Dialect spoken) {
        dialect = spoken;
        ChatModel model = Given.adapter(spoken, http);
        return model.stream(Given.request(), new RecordingSink());
    }

    private CompletionStage<Completion> ask(EventDecoder decoder) {
        return http.stream(Slot.PRIMARY, new PlainDialect(decoder), Given.request(), new RecordingSink());
    }

    private static ProviderFault fault(CompletionStage<Completion> stage) {
        try {
            return fail("completed as " + stage.toCompletableFuture().get(SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProviderFault fault) {
                return fault;
            }
            throw new AssertionError("ended by no fault", e);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("the stage did not end", e);
        }
    }

    private void answer(int status, String type, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("content-type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    /** A protocol whose events mean what the test says. */
    private record PlainDialect(EventDecoder decoder) implements WireDialect {
        @Override
        public URI endpoint(ProviderSettings provider) {
            return provider.baseUrl();
        }

        @Override
        public Map<String, String> headers(ProviderSettings provider) {
            return Map.of();
        }

        @Override
        public String body(ProviderSettings provider, ChatRequest request) {
            return "{}";
        }

        @Override
        public EventDecoder wholeDecoder() {
            return decoder;
        }
    }
}
