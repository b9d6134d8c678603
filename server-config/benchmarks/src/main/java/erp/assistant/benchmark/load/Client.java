package erp.assistant.benchmark.load;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One browser: asks, reads its stream, and keeps its connection for the next question. Used on the load's thread only. */
final class Client {

    private final Load load;
    private final ResponseReader response = new ResponseReader(this::body);
    private final StampScanner stamps = new StampScanner(this::token);

    private @Nullable SocketChannel channel;
    private boolean asking;
    private boolean reused;
    private boolean answering;
    private long number;
    private long due;
    private long readAt;
    private long lastTokenAt;
    private int tokens;
    private int tokensInRead;

    Client(Load load) {
        this.load = load;
    }

    long due() {
        return due;
    }

    boolean waitsForFirstToken() {
        return asking && tokens == 0;
    }

    /** Asks a question that is due at this moment, whenever it is really sent. */
    void ask(long dueNanos) {
        due = dueNanos;
        number = load.nextNumber();
        load.tally().started(1);
        send();
    }

    private void send() {
        response.reset();
        stamps.reset();
        asking = true;
        answering = false;
        tokens = 0;
        try {
            SocketChannel open = channel;
            reused = open != null;
            if (open == null) {
                connect();
            } else {
                write(open);
            }
        } catch (IOException e) {
            if (!againOnNewConnection()) {
                fail("connect");
            }
        }
    }

    private void connect() throws IOException {
        SocketChannel opened = SocketChannel.open();
        channel = opened;
        opened.configureBlocking(false);
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        boolean connected = opened.connect(load.ask().address());
        opened.register(load.selector(), connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
        if (connected) {
            write(opened);
        }
    }

    private void write(SocketChannel open) throws IOException {
        ByteBuffer request = load.ask().bytes(number);
        load.watcher().asked(number, System.nanoTime());
        while (request.hasRemaining()) {
            if (open.write(request) == 0) {
                Thread.onSpinWait();
            }
        }
    }

    /** The socket has something. */
    void ready(SelectionKey key) {
        SocketChannel open = channel;
        if (open == null) {
            return;
        }
        try {
            if (key.isConnectable()) {
                open.finishConnect();
                key.interestOps(SelectionKey.OP_READ);
                write(open);
                return;
            }
            ByteBuffer buffer = load.buffer().clear();
            int count = open.read(buffer);
            if (count < 0) {
                serverClosed();
            } else if (count > 0) {
                read(buffer, count);
            }
        } catch (IOException | NumberFormatException e) {
            broke(e);
        }
    }

    private void read(ByteBuffer buffer, int count) throws IOException {
        if (!asking) {
            drop();
            return;
        }
        answering = true;
        readAt = System.nanoTime();
        tokensInRead = 0;
        response.read(buffer.array(), count);
        if (tokensInRead > 0) {
            lastTokenAt = readAt;
        }
        int leaveAfter = load.expectation().leaveAfter();
        if (response.done()) {
            complete();
        } else if (leaveAfter > 0 && tokens >= leaveAfter) {
            leave();
        }
    }

    private void body(byte[] bytes, int from, int to) {
        stamps.scan(bytes, from, to);
    }

    private void token(int sequence, long sentMicros) {
        Tally tally = load.tally();
        if (tokens == 0) {
            tally.firstToken.add((readAt - due) / 1000);
        } else if (tokensInRead == 0) {
            tally.gap.add((readAt - lastTokenAt) / 1000);
        }
        tally.relay.add(readAt / 1000 - sentMicros);
        tally.token(sequence == tokens);
        tokens++;
        tokensInRead++;
    }

    private void complete() {
        int status = response.status();
        if (status == 503 && response.retryAfterSeconds() >= 0) {
            load.tally().refusal.add((readAt - due) / 1000);
            if (response.closes()) {
                drop();
            }
            end(response.retryAfterSeconds() * Load.SECOND);
        } else if (status != 200) {
            fail("http_" + status);
        } else if (tokens < load.expectation().tokens()) {
            fail("short");
        } else {
            load.tally().answered((readAt - due) / 1000);
            if (response.closes()) {
                drop();
            }
            end(0);
        }
    }

    private void leave() {
        load.tally().left();
        load.watcher().hungUp(number, System.nanoTime());
        drop();
        end(0);
    }

    private void serverClosed() {
        if (!asking) {
            drop();
        } else if (response.endsHere()) {
            drop();
            complete();
        } else if (!againOnNewConnection()) {
            fail(answering ? "cut" : "closed_unanswered");
        }
    }

    private void broke(Exception e) {
        if (!asking) {
            drop();
        } else if (!againOnNewConnection()) {
            fail(e instanceof NumberFormatException ? "not_http" : answering ? "reset" : "connect");
        }
    }

    /** A kept connection that the server closed at the same moment is nobody's failure: browsers ask again. */
    private boolean againOnNewConnection() {
        if (!reused || answering) {
            return false;
        }
        drop();
        send();
        return true;
    }

    void fail(String kind) {
        load.tally().failed(kind);
        drop();
        end(Load.SECOND);
    }

    private void end(long pauseNanos) {
        asking = false;
        load.ended(this, pauseNanos);
    }

    /** Closes the connection, as a closed tab does. */
    void drop() {
        SocketChannel open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // It is gone either way.
            }
        }
    }

    boolean asking() {
        return asking;
    }
}
