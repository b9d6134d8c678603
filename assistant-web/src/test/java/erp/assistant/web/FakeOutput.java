package erp.assistant.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A response's output as a container gives it to a {@link WriteListener}, with a browser whose pace a test sets.
 *
 * <p>Refuses what Servlet 6.0, section 5.7 forbids: writing or flushing without asking {@link #isReady} first.
 */
final class FakeOutput extends ServletOutputStream {

    /** What each write brought. */
    final List<String> writes = new ArrayList<>();

    int flushes;

    /** How many more writes or flushes the browser takes before it is slow. */
    private int room = Integer.MAX_VALUE;

    private final CountDownLatch stalled = new CountDownLatch(1);
    private volatile @Nullable Thread writer;

    private @Nullable CountDownLatch stall;
    private Runnable onWrite = () -> {};
    private boolean broken;
    private boolean tells;
    private boolean asked;
    private boolean waited;
    private @Nullable WriteListener listener;

    void room(int operations) {
        room = operations;
    }

    /** Writes wait for their browser until the latch is open, as they do on Open Liberty although {@code isReady} said yes. */
    CountDownLatch stall() {
        CountDownLatch read = new CountDownLatch(1);
        stall = read;
        return read;
    }

    /** What happens within each write and flush. */
    void onWrite(Runnable busy) {
        onWrite = busy;
    }

    /** Returns when a write waits for its browser. */
    void awaitStalled() throws InterruptedException {
        stalled.await();
        while (writer != null && writer.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    void breakOff() {
        broken = true;
    }

    /** The browser leaves, and the container says so from within the next write, before that write fails. */
    void breakOffAndTell() {
        broken = true;
        tells = true;
    }

    /** Calls the listener as a container does: once at the start, then each time after {@code isReady} has said no. */
    void possible(int operations) throws IOException {
        room = operations;
        if (listener == null || !waited) {
            throw new IllegalStateException("nobody waits to write");
        }
        waited = false;
        listener.onWritePossible();
    }

    boolean hasWaiter() {
        return waited;
    }

    String text() {
        return String.join("", writes);
    }

    @Override
    public boolean isReady() {
        asked = room > 0;
        waited = !asked;
        return asked;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        this.listener = listener;
        this.waited = true;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        use();
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        copy.writeBytes(bytes);
        writes.add(copy.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void write(int b) {
        throw new IllegalStateException("byte by byte");
    }

    @Override
    public void flush() throws IOException {
        use();
        flushes++;
    }

    private void use() throws IOException {
        if (!asked) {
            throw new IllegalStateException("not ready");
        }
        onWrite.run();
        if (stall != null) {
            writer = Thread.currentThread();
            stalled.countDown();
            try {
                stall.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
        if (broken) {
            if (tells && listener != null) {
                listener.onError(new IOException("the browser has left"));
            }
            throw new IOException("the browser has left");
        }
        asked = false;
        room--;
    }
}
