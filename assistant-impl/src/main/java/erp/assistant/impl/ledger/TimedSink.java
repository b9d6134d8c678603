package erp.assistant.impl.ledger;

import erp.assistant.chat.Cancellation;
import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatSink;
import java.time.Clock;
import java.util.OptionalLong;

/**
 * Notes when the first text passes, and how much text does.
 *
 * <p>Written by one thread at a time, as a sink is; read by another after the stream has ended, hence volatile.
 */
final class TimedSink implements ChatSink {

    private static final long NONE = -1;

    private final ChatSink delegate;
    private final Clock clock;
    private final long startMillis;
    private volatile long firstMillis = NONE;
    private volatile long characters;

    TimedSink(ChatSink delegate, Clock clock) {
        this.delegate = delegate;
        this.clock = clock;
        this.startMillis = clock.millis();
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer at a time, see ChatSink
    public void accept(ChatEvent event) {
        if (event instanceof ChatEvent.Text text) {
            if (firstMillis == NONE) {
                firstMillis = elapsedMillis();
            }
            characters += text.text().length();
        }
        delegate.accept(event);
    }

    @Override
    public void whenReady(Runnable more) {
        delegate.whenReady(more);
    }

    @Override
    public Cancellation cancellation() {
        return delegate.cancellation();
    }

    /** Since the sink was made; the wall clock may be set back meanwhile. */
    long elapsedMillis() {
        return Math.max(0, clock.millis() - startMillis);
    }

    OptionalLong firstMillis() {
        long first = firstMillis;
        return first == NONE ? OptionalLong.empty() : OptionalLong.of(first);
    }

    long characters() {
        return characters;
    }
}
