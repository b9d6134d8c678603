package erp.assistant.impl.cache;

import erp.assistant.chat.Cancellation;
import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatSink;

/** Passes events on and remembers the text since the last restart. */
final class RememberingSink implements ChatSink {

    private final ChatSink delegate;
    private final StringBuilder text = new StringBuilder();

    RememberingSink(ChatSink delegate) {
        this.delegate = delegate;
    }

    @Override
    public void accept(ChatEvent event) {
        if (event instanceof ChatEvent.Text piece) {
            text.append(piece.text());
        } else if (event instanceof ChatEvent.Restart) {
            text.setLength(0);
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

    String text() {
        return text.toString();
    }
}
