package erp.assistant.impl.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.HTTP2Connection;
import org.eclipse.jetty.http2.frames.GoAwayFrame;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** An Anthropic provider behind TLS, with HTTP/1.1 and on demand HTTP/2. Its answers wait in the middle until they may go on. */
final class TlsProvider implements AutoCloseable {

    static final String ANSWER = "It waits.";

    private final Server server = new Server();
    private final ServerConnector connector;
    private final List<String> versions = new CopyOnWriteArrayList<>();
    private final List<String> headers = new CopyOnWriteArrayList<>();
    private final AtomicInteger aborted = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final List<HTTP2Connection> connections = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch mayGoOn = new CountDownLatch(0);
    private volatile boolean resets;

    /** @param mostStreams how many streams an HTTP/2 connection may carry; 0 offers HTTP/1.1 only */
    TlsProvider(TestCertificate certificate, int mostStreams) throws Exception {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.addCustomizer(new SecureRequestCustomizer(false));
        HttpConnectionFactory http11 = new HttpConnectionFactory(configuration);
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStorePath(certificate.keyStore().toString());
        tls.setKeyStorePassword(TestCertificate.PASSWORD);
        if (mostStreams == 0) {
            connector = new ServerConnector(server, new SslConnectionFactory(tls, http11.getProtocol()), http11);
        } else {
            HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(configuration);
            http2.setMaxConcurrentStreams(mostStreams);
            ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
            alpn.setDefaultProtocol(http11.getProtocol());
            connector =
                    new ServerConnector(server, new SslConnectionFactory(tls, alpn.getProtocol()), alpn, http2, http11);
        }
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Answers());
        server.start();
    }

    URI address() {
        return URI.create("https://127.0.0.1:" + connector.getLocalPort());
    }

    /** From now on answers stop after their first word until the latch is down. */
    void wait(CountDownLatch until) {
        mayGoOn = until;
    }

    /** From now on an answer's stream is reset after its first word. */
    void reset() {
        resets = true;
    }

    /** Tells every HTTP/2 connection that it takes no further streams, as servers do that are replaced (RFC 9113, section 6.8). */
    void goAway() {
        connections.forEach(connection -> connection.getSession().goAway(GoAwayFrame.GRACEFUL, Callback.NOOP));
    }

    /** The HTTP/2 connections on which something was asked. */
    long connections() {
        return connections.stream().distinct().count();
    }

    List<String> versions() {
        return versions;
    }

    /** The names of all headers that arrived. */
    List<String> headers() {
        return headers;
    }

    int aborted() {
        return aborted.get();
    }

    /** Answers that have begun and not ended. */
    int open() {
        return open.get();
    }

    @Override
    public void close() {
        while (mayGoOn.getCount() > 0) {
            mayGoOn.countDown();
        }
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the provider does not stop", e);
        }
    }

    private final class Answers extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws IOException {
            versions.add(request.getConnectionMetaData().getHttpVersion().asString());
            request.getHeaders().forEach(field -> headers.add(field.getLowerCaseName()));
            request.addFailureListener(failure -> aborted.incrementAndGet());
            if (request.getConnectionMetaData().getConnection() instanceof HTTP2Connection connection) {
                connections.add(connection);
            }
            response.setStatus(200);
            response.getHeaders().put("content-type", "text/event-stream");
            open.incrementAndGet();
            try {
                OutputStream out = Content.Sink.asOutputStream(response);
                out.write(delta("It ").getBytes(UTF_8));
                out.flush();
                if (resets) {
                    callback.failed(new IOException("told by a test"));
                    return true;
                }
                boolean unused = mayGoOn.await(20, TimeUnit.SECONDS);
                out.write((delta("waits.") + "data: {\"type\":\"message_stop\"}\n\n").getBytes(UTF_8));
                out.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                open.decrementAndGet();
            }
            callback.succeeded();
            return true;
        }

        private static String delta(String text) {
            return "data: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\""
                    + text + "\"}}\n\n";
        }
    }
}
