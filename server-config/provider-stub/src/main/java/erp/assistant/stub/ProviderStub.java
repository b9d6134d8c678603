package erp.assistant.stub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A running pretend provider: {@code POST /v1/messages} (Anthropic), {@code POST /v1/chat/completions} and {@code POST
 * /v1/responses} (OpenAI), streaming or not. Safe for use by many threads.
 *
 * <p>Settings have effect on requests that arrive later; their names are in the module's README.
 */
public final class ProviderStub implements AutoCloseable {

    private static final int BACKLOG = 8192;

    private final ServerSocketChannel server;
    private final Loop loop;
    private final Reception reception = new Reception();
    private final Thread thread;
    private final URI baseUri;

    private ProviderStub(ServerSocketChannel server, Loop loop) throws IOException {
        this.server = server;
        this.loop = loop;
        InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
        this.baseUri = URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
        Runnable accept = this::accept;
        server.register(loop.selector(), SelectionKey.OP_ACCEPT, accept);
        this.thread = new Thread(loop, "provider-stub-" + address.getPort());
        thread.setDaemon(true);
    }

    /**
     * Starts on 127.0.0.1.
     *
     * @param port 0 for a free one
     */
    public static ProviderStub start(int port) {
        return start("127.0.0.1", port);
    }

    /**
     * Starts a stub.
     *
     * @param bind the numeric address to listen on
     * @throws UncheckedIOException if the port is taken
     */
    public static ProviderStub start(String bind, int port) {
        try {
            ServerSocketChannel server = ServerSocketChannel.open();
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            server.bind(new InetSocketAddress(InetAddress.getByName(bind), port), BACKLOG);
            server.configureBlocking(false);
            ProviderStub stub = new ProviderStub(server, new Loop(Selector.open()));
            stub.thread.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException("The stub cannot listen on " + bind + ":" + port + ".", e);
        }
    }

    private void accept() {
        try {
            for (SocketChannel channel = server.accept(); channel != null; channel = server.accept()) {
                channel.configureBlocking(false);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                new Connection(channel, loop, reception.counters(), reception::accept).expectRequests();
            }
        } catch (IOException e) {
            System.err.println("The stub could not accept a connection: " + e);
        }
    }

    public int port() {
        return baseUri.getPort();
    }

    /** Such as {@code http://127.0.0.1:18001}; all dialects live below it. */
    public URI baseUri() {
        return baseUri;
    }

    /**
     * Changes settings.
     *
     * @param assignments such as {@code "ttft=300 gap=20 e529=10"}
     * @throws IllegalArgumentException for an unknown name or a value that is not a number
     */
    public void configure(String assignments) {
        reception.configure(assignments);
    }

    /** Answers with exactly this text from now on. */
    public void script(String text) {
        reception.script(text);
    }

    /** Refuses requests without this key with status 401; {@code null} for none. */
    public void requireKey(@Nullable String key) {
        reception.requireKey(key);
    }

    /** What has been seen, everything included whose response the caller can have read. */
    public StubStats stats() {
        CompletableFuture<StubStats> seen = new CompletableFuture<>();
        loop.post(() -> seen.complete(reception.counters().stats()));
        return seen.join();
    }

    /** Tells each API request from now on, before anything of it is answered; on the stub's one thread, so that it must not block. */
    public void observe(Consumer<StubRequest> observer) {
        reception.observe(observer);
    }

    /** The last API request as it arrived, its key included. */
    public Optional<StubRequest> lastRequest() {
        return reception.last();
    }

    /** Forgets counts and the last request, and lets {@code failn} count anew. */
    public void reset() {
        reception.reset();
    }

    /** Closes all connections and the port. */
    @Override
    public void close() {
        loop.stop();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until it is closed. */
    void await() throws InterruptedException {
        thread.join();
    }
}
