package erp.assistant.impl.provider;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A proxy that knows CONNECT (RFC 9110, section 9.3.6) and nothing else, and notes where to. */
final class ForwardProxy implements AutoCloseable {

    private static final String REFUSAL = "HTTP/1.1 407 Who are you\r\nproxy-authenticate: Basic realm=\"company\"\r\n"
            + "connection: close\r\ncontent-length: 0\r\n\r\n";

    private final int target;
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile String wanted = "";
    private volatile CountDownLatch mayConnect = new CountDownLatch(0);

    ForwardProxy() throws IOException {
        this(0);
    }

    private ForwardProxy(int target) throws IOException {
        this.target = target;
        threads.execute(this::accept);
    }

    /** No proxy, but the provider's own door, which opens when the latch is down. */
    static ForwardProxy doorOf(int port, CountDownLatch until) throws IOException {
        ForwardProxy door = new ForwardProxy(port);
        door.wait(until);
        return door;
    }

    int port() {
        return server.getLocalPort();
    }

    /** The request lines. */
    List<String> requests() {
        return requests;
    }

    /** From now on only who sends these credentials is connected. */
    void want(String credentials) {
        wanted = credentials;
    }

    /** From now on nobody is connected until the latch is down. */
    void wait(CountDownLatch until) {
        mayConnect = until;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket client) {
        try (client) {
            if (target != 0) {
                relay(client);
                return;
            }
            String head = head(client.getInputStream());
            String line = head.substring(0, head.indexOf('\r'));
            requests.add(line);
            String[] asked = line.split(" ", -1)[1].split(":", -1);
            if (!wanted.isEmpty()
                    && !head.toLowerCase(Locale.ROOT)
                            .contains("proxy-authorization: " + wanted.toLowerCase(Locale.ROOT) + "\r\n")) {
                client.getOutputStream().write(REFUSAL.getBytes(ISO_8859_1));
                return;
            }
            if (!mayConnect.await(20, TimeUnit.SECONDS)) {
                return;
            }
            try (Socket provider = new Socket(asked[0], Integer.parseInt(asked[1]))) {
                client.getOutputStream().write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(ISO_8859_1));
                threads.execute(() -> copy(provider, client));
                copy(client, provider);
            }
        } catch (IOException over) {
            // As a connection ends.
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void relay(Socket client) throws IOException, InterruptedException {
        if (mayConnect.await(20, TimeUnit.SECONDS)) {
            try (Socket provider = new Socket(InetAddress.getLoopbackAddress(), target)) {
                threads.execute(() -> copy(provider, client));
                copy(client, provider);
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("ended early");
            }
            head.append((char) b);
        }
        return head.toString();
    }

    private static void copy(Socket from, Socket to) {
        try {
            OutputStream out = to.getOutputStream();
            from.getInputStream().transferTo(out);
            to.shutdownOutput();
        } catch (IOException over) {
            // As a connection ends.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
