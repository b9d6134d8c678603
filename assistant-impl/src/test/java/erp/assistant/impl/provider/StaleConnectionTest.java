package erp.assistant.impl.provider;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.ChatModel;
import erp.assistant.chat.Completion;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.chat.contract.RecordingSink;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.provider.anthropic.AnthropicDialect;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A provider that closes a connection between two calls, as all do after a while. */
class StaleConnectionTest {

    private static final String BODY = "data: {\"type\":\"content_block_delta\",\"delta\":{\"type\":\"text_delta\","
            + "\"text\":\"Yes.\"}}\n\ndata: {\"type\":\"message_stop\"}\n\n";
    private static final String RESPONSE = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-length: "
            + BODY.length() + "\r\n\r\n" + BODY;

    private final ServerSocket server = server();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Socket> answered = new LinkedBlockingQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final ProviderHttp http = new ProviderHttp(
            threads,
            Executors.defaultThreadFactory(),
            Clock.systemUTC(),
            Duration.ofSeconds(5),
            () -> Given.settings(
                    Given.provider(Dialect.ANTHROPIC, URI.create("http://127.0.0.1:" + server.getLocalPort())),
                    Given.PATIENT));
    private final ChatModel model = new HttpChatModel(Slot.PRIMARY, http, AnthropicDialect::new);
    private volatile boolean closesOnTheNextRequest;

    private static ServerSocket server() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void stop() throws IOException {
        http.close();
        server.close();
        threads.shutdownNow();
    }

    @Test
    void theNextCallGetsAFreshConnectionAndNeitherErrorNorPause() throws Exception {
        threads.execute(this::accept);
        answer();
        long slowest = 0;
        for (int i = 0; i < 50; i++) {
            answered.take().close();

            long asked = System.nanoTime();
            answer();
            slowest = Math.max(slowest, System.nanoTime() - asked);
        }

        assertThat(requests).hasValue(51);
        assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aRequestThatTheProviderMayHaveTakenIsNotSentAgain() throws Exception {
        threads.execute(this::accept);
        answer();
        closesOnTheNextRequest = true;

        assertThat(fault().kind()).isEqualTo(Kind.TRUNCATED);

        assertThat(requests).hasValue(2);
    }

    private void answer() throws Exception {
        RecordingSink sink = new RecordingSink();
        Completion end = ask(sink).get(10, TimeUnit.SECONDS);
        assertThat(end.reason()).isEqualTo(Completion.Reason.END);
        assertThat(sink.text()).isEqualTo("Yes.");
    }

    private ProviderFault fault() throws Exception {
        try {
            ask(new RecordingSink()).get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProviderFault fault) {
                return fault;
            }
        }
        throw new AssertionError("no fault of the provider");
    }

    private CompletableFuture<Completion> ask(RecordingSink sink) {
        return model.stream(Given.request(), sink).toCompletableFuture();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException over) {
            // The test is over.
        }
    }

    private void serve(Socket client) {
        try {
            InputStream in = client.getInputStream();
            while (readRequest(in)) {
                requests.incrementAndGet();
                if (closesOnTheNextRequest) {
                    client.close();
                    return;
                }
                client.getOutputStream().write(RESPONSE.getBytes(ISO_8859_1));
                answered.add(client);
            }
        } catch (IOException over) {
            // As a connection ends.
        }
    }

    private static boolean readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                return false;
            }
            head.append((char) b);
        }
        String lower = head.toString().toLowerCase(java.util.Locale.ROOT);
        int at = lower.indexOf("content-length: ") + "content-length: ".length();
        return in.readNBytes(Integer.parseInt(lower.substring(at, lower.indexOf('\r', at)))).length > 0;
    }
}
