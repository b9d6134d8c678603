package erp.assistant.chat.contract;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A port whose queue of connections is full: whoever connects waits. (Linux and macOS leave such a connection unanswered;
 * where a system refuses it instead, that is a connect fault as well.)
 */
final class FullPort implements AutoCloseable {

    private static final int MOST = 64;
    private static final int MILLIS = 200;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final ServerSocket server;
    private final List<Socket> queue = new ArrayList<>();

    private FullPort(ServerSocket server) {
        this.server = server;
    }

    static FullPort open() throws IOException {
        FullPort port = new FullPort(new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK)));
        port.fill();
        return port;
    }

    private void fill() throws IOException {
        while (queue.size() < MOST) {
            Socket socket = new Socket();
            queue.add(socket);
            try {
                socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), MILLIS);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
        throw new IOException("the port takes any number of connections");
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : queue) {
            socket.close();
        }
        server.close();
    }
}
