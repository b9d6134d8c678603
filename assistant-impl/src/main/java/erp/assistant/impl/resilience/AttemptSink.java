package erp.assistant.impl.resilience;

import erp.assistant.chat.Cancellation;
import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatSink;

/**
 * The sink of one provider's attempts: remembers whether text was shown, and can be closed without ending the answer.
 *
 * <p>When Fault Tolerance gives up on a stage it neither cancels nor awaits the work behind it; closing the sink does.
 */
final class AttemptSink implements ChatSink {

    private final ChatSink delegate;
    private final Cancellation cancellation = new Cancellation();
    private final Runnable withdraw;
    private final Runnable onFirstText;
    private boolean shown;
    private boolean closed;
    private int attempts;

    AttemptSink(ChatSink delegate) {
        this(delegate, () -> {});
    }

    /** @param onFirstText runs before the first text is passed on */
    AttemptSink(ChatSink delegate, Runnable onFirstText) {
        this.delegate = delegate;
        this.onFirstText = onFirstText;
        this.withdraw = delegate.cancellation().onCancel(cancellation::cancel);
    }

    @Override
    public synchronized void accept(ChatEvent event) {
        if (closed) {
            return;
        }
        if (!shown && event instanceof ChatEvent.Text) {
            shown = true;
            onFirstText.run();
        }
        delegate.accept(event);
    }

    @Override
    public void whenReady(Runnable more) {
        delegate.whenReady(more);
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }

    /** Lets nothing through any more and cancels what is still under way. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        withdraw.run();
        cancellation.cancel();
    }

    /** Counts the attempts of this slot, because Fault Tolerance does not tell; the first is 1. */
    synchronized int countAttempt() {
        return ++attempts;
    }

    synchronized boolean shown() {
        return shown;
    }
}
