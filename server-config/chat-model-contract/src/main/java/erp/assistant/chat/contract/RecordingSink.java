package erp.assistant.chat.contract;

import erp.assistant.chat.Cancellation;
import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Keeps what it is told, can be slow, can fail, and notes what no model may do. Safe for use by many threads. */
public final class RecordingSink implements ChatSink {

    private final Cancellation cancellation = new Cancellation();
    private final List<String> pieces = new ArrayList<>();
    private final List<String> wrongs = new ArrayList<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private final AtomicBoolean inUse = new AtomicBoolean();
    private @Nullable Runnable waiting;
    private boolean slow;
    private boolean failing;
    private boolean over;

    @Override
    public void accept(ChatEvent event) {
        if (!inUse.compareAndSet(false, true)) {
            note("two threads at once");
        }
        try {
            take(event);
        } finally {
            inUse.set(false);
        }
    }

    private synchronized void take(ChatEvent event) {
        if (over) {
            note("text after the end: " + event);
        } else if (event instanceof ChatEvent.Text piece) {
            pieces.add(piece.text());
        } else {
            note("a model has no restarts: " + event);
        }
        first.countDown();
        if (failing) {
            throw new IllegalStateException("no room");
        }
    }

    private synchronized void note(String wrong) {
        wrongs.add(wrong);
    }

    @Override
    public void whenReady(Runnable more) {
        synchronized (this) {
            if (slow) {
                waiting = more;
                return;
            }
        }
        more.run();
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }

    /** From now on takes no more until {@link #catchUp}. */
    synchronized void fallBehind() {
        slow = true;
    }

    void catchUp() {
        Runnable more;
        synchronized (this) {
            slow = false;
            more = waiting;
            waiting = null;
        }
        if (more != null) {
            more.run();
        }
    }

    /** Catches up so much later, on another thread. */
    void catchUpAfter(Duration delay) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::catchUp);
    }

    /** From now on throws at each piece. */
    public synchronized void fail() {
        failing = true;
    }

    synchronized void over() {
        over = true;
    }

    /** Waits for the first piece, ten seconds at most; whether it came. */
    public boolean awaitFirst() {
        try {
            return first.await(Bench.SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public synchronized List<String> pieces() {
        return List.copyOf(pieces);
    }

    public synchronized String text() {
        return String.join("", pieces);
    }

    synchronized List<String> wrongs() {
        return List.copyOf(wrongs);
    }
}
