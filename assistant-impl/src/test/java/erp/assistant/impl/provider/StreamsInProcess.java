package erp.assistant.impl.provider;

import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.provider.anthropic.AnthropicDialect;
import erp.assistant.impl.provider.openai.OpenAiDialect;
import erp.assistant.impl.provider.openai.ResponsesDialect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;

/** Provider streams without a network: the caller is the HTTP client. What ends a stream runs on the caller's thread. */
public final class StreamsInProcess implements AutoCloseable {

    private static final URI NOWHERE = URI.create("http://127.0.0.1:9");
    private static final HttpHeaders EVENT_STREAM =
            HttpHeaders.of(Map.of("content-type", List.of("text/event-stream")), (name, value) -> true);

    private final ProviderHttp http = new ProviderHttp(
            Runnable::run,
            Executors.defaultThreadFactory(),
            Clock.systemUTC(),
            Duration.ofSeconds(1),
            () -> Given.settings(Given.provider(Dialect.ANTHROPIC, NOWHERE), Given.PATIENT));

    /**
     * A response that has begun.
     *
     * @param body takes the response's bytes
     * @param stage ends when the stream ends
     */
    public record Begun(Flow.Subscriber<List<ByteBuffer>> body, CompletionStage<Completion> stage) {}

    /** Begins a response with status 200 and an event stream. */
    public Begun begin(Dialect dialect, ChatSink sink) {
        ProviderStream stream =
                new ProviderStream(http, Given.provider(dialect, NOWHERE), Given.request(), sink, decoder(dialect));
        return new Begun(stream, stream.reading(new Head()));
    }

    private EventDecoder decoder(Dialect dialect) {
        return switch (dialect) {
            case ANTHROPIC -> new AnthropicDialect(http.json()).decoder();
            case OPENAI -> new OpenAiDialect(http.json()).decoder();
            case OPENAI_RESPONSES -> new ResponsesDialect(http.json()).decoder();
            default -> throw new IllegalArgumentException(dialect + " has no streams");
        };
    }

    @Override
    public void close() {
        http.close();
    }

    private record Head() implements HttpResponse.ResponseInfo {
        @Override
        public int statusCode() {
            return 200;
        }

        @Override
        public HttpHeaders headers() {
            return EVENT_STREAM;
        }

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }
}
