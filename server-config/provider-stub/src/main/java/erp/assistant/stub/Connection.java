package erp.assistant.stub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One client's connection: requests in, bytes out at the pace the client takes them. Used on the loop's thread only. */
final class Connection implements Runnable {

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Loop loop;
    private final Counters counters;
    private final BiConsumer<Connection, StubRequest> requests;
    private final RequestReader reader = new RequestReader();
    private final Deque<ByteBuffer> outgoing = new ArrayDeque<>();

    private @Nullable Exchange exchange;
    private boolean open = true;
    private boolean blocked;
    private int dribbleBytes;
    private long dribbleGapNanos;

    Connection(SocketChannel channel, Loop loop, Counters counters, BiConsumer<Connection, StubRequest> requests)
            throws IOException {
        this.channel = channel;
        this.loop = loop;
        this.counters = counters;
        this.requests = requests;
        this.key = channel.register(loop.selector(), 0);
        counters.connected(1);
    }

    void expectRequests() {
        Runnable ready = this;
        key.attach(ready);
        key.interestOps(SelectionKey.OP_READ);
    }

    Loop loop() {
        return loop;
    }

    boolean open() {
        return open;
    }

    /** Whether bytes wait for the client or the dribble; an exchange sends nothing more until it is resumed. */
    boolean waiting() {
        return !outgoing.isEmpty();
    }

    void begin(Exchange begun) {
        exchange = begun;
    }

    /** The exchange is over and the connection stays for the next one. */
    void end() {
        exchange = null;
        dribble(0, 0);
        takeRequests();
    }

    /** The exchange is over and the connection with it. */
    void endAndClose() {
        exchange = null;
        close();
    }

    /** From now on writes carry at most so many bytes, so far apart; 0 bytes for no limit. */
    void dribble(int bytes, long gapNanos) {
        dribbleBytes = bytes;
        dribbleGapNanos = gapNanos;
    }

    void send(String text) {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) {
        if (!open || bytes.length == 0) {
            return;
        }
        boolean idle = outgoing.isEmpty();
        outgoing.add(ByteBuffer.wrap(bytes));
        if (idle) {
            write();
        }
    }

    @Override
    public void run() {
        try {
            if (key.isWritable()) {
                writeOn();
            }
            if (open && key.isReadable()) {
                read();
            }
        } catch (IOException | NumberFormatException e) {
            close();
        }
    }

    private void read() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);
        int count = channel.read(buffer);
        if (count < 0) {
            close();
            return;
        }
        reader.add(buffer.flip());
        takeRequests();
    }

    private void takeRequests() {
        while (open && exchange == null) {
            StubRequest request = reader.next();
            if (request == null) {
                if (reader.asksToContinue()) {
                    send("HTTP/1.1 100 Continue\r\n\r\n");
                }
                return;
            }
            requests.accept(this, request);
        }
    }

    private void write() {
        try {
            while (!outgoing.isEmpty()) {
                ByteBuffer next = outgoing.peek();
                int end = next.limit();
                if (dribbleBytes > 0) {
                    next.limit(Math.min(end, next.position() + dribbleBytes));
                }
                counters.sent(channel.write(next));
                boolean full = next.hasRemaining();
                next.limit(end);
                if (full) {
                    block(true);
                    return;
                }
                if (!next.hasRemaining()) {
                    outgoing.remove();
                }
                if (dribbleBytes > 0 && !outgoing.isEmpty()) {
                    block(false);
                    loop.at(System.nanoTime() + dribbleGapNanos, this::writeOn);
                    return;
                }
            }
            block(false);
        } catch (IOException e) {
            close();
        }
    }

    /** Writes what had to wait, and lets the exchange go on once all of it is gone. */
    private void writeOn() {
        if (!open) {
            return;
        }
        write();
        if (exchange != null && !waiting()) {
            exchange.resume();
        }
    }

    private void block(boolean now) {
        if (blocked != now) {
            blocked = now;
            counters.blocked(now ? 1 : -1);
            key.interestOps(now ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        }
    }

    void close() {
        if (!open) {
            return;
        }
        open = false;
        if (blocked) {
            counters.blocked(-1);
        }
        outgoing.clear();
        counters.connected(-1);
        if (exchange != null) {
            exchange.clientGone();
        }
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
