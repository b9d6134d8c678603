package erp.assistant.impl.resilience;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server that answers every connection with the same bytes, or resets it: what the provider stub does not do. */
final class RawServer implements AutoCloseable {

    private final ServerSocket server;
    private final byte[] response;
    private final boolean reads;

    private RawServer(byte[] response, boolean reads) {
        this.response = response;
        this.reads = reads;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    static RawServer answering(String response) {
        return new RawServer(response.getBytes(StandardCharsets.ISO_8859_1), true);
    }

    /** Answers before anything was asked. */
    static RawServer talkingFirst(String response) {
        return new RawServer(response.getBytes(StandardCharsets.ISO_8859_1), false);
    }

    static RawServer resetting() {
        return new RawServer(new byte[0], true);
    }

    String address() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                if (reads) {
                    readRequest(socket.getInputStream());
                }
                if (response.length == 0) {
                    socket.setSoLinger(true, 0);
                } else {
                    socket.getOutputStream().write(response);
                    socket.getOutputStream().flush();
                }
            } catch (IOException e) {
                // the client has gone, or the test is over
            }
        }
    }

    /** Head and body, so that closing does not reset what was answered. */
    private static void readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return;
            }
            head.append((char) next);
        }
        String lower = head.toString().toLowerCase(java.util.Locale.ROOT);
        int at = lower.indexOf("content-length:");
        if (at >= 0) {
            in.readNBytes(Integer.parseInt(
                    lower.substring(at + 15, lower.indexOf('\r', at)).strip()));
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
