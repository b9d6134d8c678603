package erp.assistant.stub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The one thread of the stub: waits for sockets and for what is due. All methods but {@link #stop} and
 * {@link #post} are called on it. */
final class Loop implements Runnable {

    private record Due(long nanos, Runnable action) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return Long.signum(nanos - other.nanos);
        }
    }

    private final Selector selector;
    private final PriorityQueue<Due> dues = new PriorityQueue<>();
    private final Queue<Runnable> posted = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;
    private volatile boolean ended;

    Loop(Selector selector) {
        this.selector = selector;
    }

    Selector selector() {
        return selector;
    }

    /** Runs the action when {@link System#nanoTime} has reached the moment. */
    void at(long nanos, Runnable action) {
        dues.add(new Due(nanos, action));
    }

    void stop() {
        stopped = true;
        wakeUp();
    }

    /** Runs the action between two steps of the loop, or here once the loop has ended. */
    void post(Runnable action) {
        posted.add(action);
        if (ended) {
            runPosted();
        } else {
            wakeUp();
        }
    }

    private void wakeUp() {
        if (selector.isOpen()) {
            selector.wakeup();
        }
    }

    private void runPosted() {
        for (Runnable action = posted.poll(); action != null; action = posted.poll()) {
            action.run();
        }
    }

    @Override
    public void run() {
        try (selector) {
            while (!stopped) {
                Due next = dues.peek();
                long wait = next == null ? 0 : (next.nanos() - System.nanoTime() + 999_999) / 1_000_000;
                if (next != null && wait <= 0) {
                    selector.selectNow(Loop::ready);
                } else {
                    selector.select(Loop::ready, wait);
                }
                runDue();
                runPosted();
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The stub's selector failed.", e);
        } finally {
            ended = true;
            runPosted();
        }
    }

    private static void ready(SelectionKey key) {
        try {
            ((Runnable) key.attachment()).run();
        } catch (CancelledKeyException e) {
            key.cancel();
        }
    }

    private void runDue() {
        long now = System.nanoTime();
        while (true) {
            Due next = dues.peek();
            if (next == null || next.nanos() - now > 0) {
                return;
            }
            dues.remove();
            next.action().run();
        }
    }
}
