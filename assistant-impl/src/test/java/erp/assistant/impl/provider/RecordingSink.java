package erp.assistant.impl.provider;

import erp.assistant.chat.Cancellation;
import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps what it is told, and can be slow. */
public final class RecordingSink implements ChatSink {

    private final Cancellation cancellation = new Cancellation();
    private final List<ChatEvent> events = new ArrayList<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private @Nullable Runnable waiting;
    private boolean slow;
    private boolean failing;

    @Override
    public synchronized void accept(ChatEvent event) {
        events.add(event);
        first.countDown();
        if (failing) {
            throw new IllegalStateException("no room");
        }
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

    /** From now on throws at each piece. */
    synchronized void fail() {
        failing = true;
    }

    boolean awaitFirst() throws InterruptedException {
        return first.await(5, TimeUnit.SECONDS);
    }

    synchronized List<ChatEvent> events() {
        return List.copyOf(events);
    }

    synchronized String text() {
        StringBuilder text = new StringBuilder();
        for (ChatEvent event : events) {
            text.append(((ChatEvent.Text) event).text());
        }
        return text.toString();
    }
}
