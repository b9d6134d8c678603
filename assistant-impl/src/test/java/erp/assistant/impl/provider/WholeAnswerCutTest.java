package erp.assistant.impl.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.contract.RecordingSink;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.PromptCache;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cuts answers that come whole at every byte, without a network: only the last byte makes one complete. */
class WholeAnswerCutTest {

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
    @CsvSource(
            delimiter = '|',
            value = {
                "ANTHROPIC | {'type':'message','content':[{'type':'text','text':'größer 🛢'}],'stop_reason':'end_turn'}",
                "OPENAI | {'choices':[{'message':{'content':'größer 🛢'},'finish_reason':'stop'}]}",
                "OPENAI_RESPONSES | {'status':'completed','output':[{'type':'message','content':[{'type':'output_text',"
                        + "'text':'größer 🛢'}]}]}"
            })
    void anAnswerIsCompleteWithItsLastByteOnly(Dialect dialect, String text) {
        byte[] answer = text.replace('\'', '"').getBytes(UTF_8);

        for (int cut = 0; cut < answer.length; cut++) {
            RecordingSink sink = new RecordingSink();

            assertThat(outcome(dialect, sink, answer, cut)).as("cut at %d", cut).isIn("TRUNCATED", "MALFORMED");
            assertThat(sink.pieces()).isEmpty();
        }
        RecordingSink sink = new RecordingSink();
        assertThat(outcome(dialect, sink, answer, answer.length)).isEqualTo("END");
        assertThat(sink.text()).isEqualTo("größer 🛢");
    }

    private String outcome(Dialect dialect, RecordingSink sink, byte[] answer, int cut) {
        ProviderStream stream = new ProviderStream(
                http,
                Given.asked(Given.provider(dialect, URI.create("http://127.0.0.1:9")), false, PromptCache.FIVE_MINUTES),
                Given.request(),
                sink,
                PublishedSchemaTest.wire(dialect).wholeDecoder());
        var stage = stream.reading(new JsonHead());
        stream.onSubscribe(new Unlimited());
        for (int at = 0; at < cut; at += 7) {
            stream.onNext(List.of(ByteBuffer.wrap(answer, at, Math.min(7, cut - at))));
        }
        stream.onComplete();
        try {
            return stage.toCompletableFuture().join().reason().name();
        } catch (CompletionException e) {
            return e.getCause() instanceof ProviderFault fault ? fault.kind().name() : "no fault";
        }
    }

    private record JsonHead() implements HttpResponse.ResponseInfo {
        @Override
        public int statusCode() {
            return 200;
        }

        @Override
        public HttpHeaders headers() {
            return HttpHeaders.of(Map.of("content-type", List.of("application/json; charset=utf-8")), (n, v) -> true);
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
