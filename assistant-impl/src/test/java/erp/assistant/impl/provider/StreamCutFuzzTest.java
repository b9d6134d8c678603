package erp.assistant.impl.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.Completion;
import erp.assistant.chat.ProviderFault;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.provider.anthropic.AnthropicChatModelTest;
import erp.assistant.impl.provider.openai.OpenAiChatModelTest;
import erp.assistant.impl.provider.openai.ResponsesChatModelTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Cuts streams at random bytes and into random buffers, without a network: an answer completes iff its last word arrived. */
class StreamCutFuzzTest {

    private static final int STREAMS = 3_000;
    private static final String[] NOISE = {
        ": ping\n\n",
        "event: ping\ndata: {\"type\":\"ping\"}\n\n",
        "event: new_thing\ndata: {\"type\":\"new_thing\",\"n\":1}\n\n"
    };

    private final ProviderHttp http = new ProviderHttp(
            Runnable::run,
            Executors.defaultThreadFactory(),
            Clock.systemUTC(),
            Duration.ofSeconds(1),
            () -> Given.settings(Given.provider(Dialect.ANTHROPIC, URI.create("http://127.0.0.1:9")), Given.PATIENT));

    @AfterEach
    void stop() {
        http.close();
    }

    @ParameterizedTest
    @EnumSource(value = Dialect.class, names = "OFFLINE", mode = Mode.EXCLUDE)
    void anAnswerIsCompleteIffTheProvidersLastWordArrived(Dialect dialect) {
        Random random = new Random(26);
        int completed = 0;
        for (int i = 0; i < STREAMS; i++) {
            List<String> words = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            String stream = stream(dialect, random, text);
            byte[] bytes = stream.getBytes(UTF_8);
            int cut = random.nextInt(4) == 0 ? bytes.length : random.nextInt(bytes.length + 1);
            boolean lastWordArrived = cut >= lastWordEnds(dialect, stream);
            RecordingSink sink = new RecordingSink();

            ProviderStream read = new ProviderStream(
                    http,
                    Given.provider(dialect, URI.create("http://127.0.0.1:9")),
                    Given.request(),
                    sink,
                    decoder(dialect));
            words.add(outcome(read, bytes, cut, random));

            assertThat(words)
                    .as("stream %d cut at %d: %s", i, cut, stream)
                    .containsExactly(lastWordArrived ? "END" : "TRUNCATED");
            assertThat(text.toString()).startsWith(sink.text());
            if (lastWordArrived) {
                assertThat(sink.text()).isEqualTo(text.toString());
                completed++;
            }
        }
        assertThat(completed).isBetween(STREAMS / 10, STREAMS * 9 / 10);
    }

    private EventDecoder decoder(Dialect dialect) {
        return switch (dialect) {
            case ANTHROPIC -> AnthropicChatModelTest.decoder(http.json());
            case OPENAI_RESPONSES -> ResponsesChatModelTest.decoder(http.json());
            default -> OpenAiChatModelTest.decoder(http.json());
        };
    }

    private static String stream(Dialect dialect, Random random, StringBuilder text) {
        StringBuilder stream = new StringBuilder();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            if (random.nextInt(3) == 0) {
                stream.append(NOISE[random.nextInt(NOISE.length)]);
            }
            String piece = "größer 🛢 " + i;
            text.append(piece);
            stream.append(piece(dialect, piece));
        }
        stream.append(ending(dialect));
        return random.nextBoolean() ? stream.toString() : stream.toString().replace("\n", "\r\n");
    }

    private static String piece(Dialect dialect, String piece) {
        return switch (dialect) {
            case ANTHROPIC ->
                "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"delta\":{\"type\":\"text_delta\","
                        + "\"text\":\"" + piece + "\"}}\n\n";
            case OPENAI_RESPONSES ->
                "event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\",\"sequence_number\":7,"
                        + "\"delta\":\"" + piece + "\"}\n\n";
            default -> "data: {\"choices\":[{\"delta\":{\"content\":\"" + piece + "\"},\"finish_reason\":null}]}\n\n";
        };
    }

    private static String ending(Dialect dialect) {
        return switch (dialect) {
            case ANTHROPIC ->
                "event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},"
                        + "\"usage\":{\"output_tokens\":5}}\n\nevent: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";
            case OPENAI_RESPONSES ->
                "event: response.completed\ndata: {\"type\":\"response.completed\",\"response\":{\"status\":\"completed\","
                        + "\"usage\":{\"input_tokens\":3,\"output_tokens\":5}}}\n\n";
            default ->
                "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
                        + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":5}}\n\n"
                        + "data: [DONE]\n\n";
        };
    }

    /** The byte by which the event with the last word is told: a blank line's first character. */
    private static int lastWordEnds(Dialect dialect, String stream) {
        String word = switch (dialect) {
            case ANTHROPIC -> "{\"type\":\"message_stop\"}";
            case OPENAI_RESPONSES -> "\"output_tokens\":5}}}";
            default -> "\"finish_reason\":\"stop\"}]}";
        };
        String end = stream.contains("\r\n") ? "\r\n\r" : "\n\n";
        return stream.substring(0, stream.indexOf(word) + word.length()).getBytes(UTF_8).length + end.length();
    }

    private static String outcome(ProviderStream stream, byte[] bytes, int cut, Random random) {
        var stage = stream.reading(new EventStreamHead());
        stream.onSubscribe(new Unlimited());
        int at = 0;
        while (at < cut) {
            int count = Math.min(cut - at, 1 + random.nextInt(60));
            stream.onNext(List.of(ByteBuffer.wrap(bytes, at, count)));
            at += count;
        }
        stream.onComplete();
        try {
            Completion completion = stage.toCompletableFuture().join();
            return completion.reason().name();
        } catch (CompletionException e) {
            return e.getCause() instanceof ProviderFault fault ? fault.kind().name() : "no fault";
        }
    }

    private record EventStreamHead() implements HttpResponse.ResponseInfo {
        @Override
        public int statusCode() {
            return 200;
        }

        @Override
        public HttpHeaders headers() {
            return HttpHeaders.of(Map.of("content-type", List.of("text/event-stream")), (name, value) -> true);
        }

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }

    private static final class Unlimited implements Flow.Subscription {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
    }
}
