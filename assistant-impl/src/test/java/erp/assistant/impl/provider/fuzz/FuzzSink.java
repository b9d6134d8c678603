package erp.assistant.impl.provider.fuzz;

import erp.assistant.chat.Cancellation;
import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatSink;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Keeps the text, is slow now and then, and notes what no adapter may do. */
final class FuzzSink implements ChatSink {

    private final Cancellation cancellation = new Cancellation();
    private final StringBuilder text = new StringBuilder();
    private final SplittableRandom random;
    private final boolean slow;
    private @Nullable Runnable waiting;
    private boolean over;
    private String wrong = "";

    FuzzSink(SplittableRandom random, boolean slow) {
        this.random = random;
        this.slow = slow;
    }

    @Override
    public void accept(ChatEvent event) {
        if (over) {
            wrong = "text after the end";
        } else if (waiting != null) {
            wrong = "text while the reader waits";
        } else if (event instanceof ChatEvent.Text piece) {
            text.append(piece.text());
        } else {
            wrong = "a restart by an adapter";
        }
    }

    @Override
    public void whenReady(Runnable more) {
        if (waiting != null) {
            wrong = "asked twice for more";
        } else if (slow && random.nextInt(3) == 0) {
            waiting = more;
        } else {
            more.run();
        }
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }

    void over() {
        over = true;
    }

    /** Lets go on whoever waits. @return whether somebody did */
    boolean catchUp() {
        Runnable more = waiting;
        waiting = null;
        if (more != null) {
            more.run();
        }
        return more != null;
    }

    String text() {
        return text.toString();
    }

    /** Empty if all was right. */
    String wrong() {
        return wrong;
    }
}
