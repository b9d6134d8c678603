package erp.assistant.impl.resilience;

import erp.assistant.chat.Cancellation;
import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatSink;

/** Remembers what an asker would see. */
final class RecordingSink implements ChatSink {

    final Cancellation cancellation = new Cancellation();
    final StringBuilder seen = new StringBuilder();

    @Override
    public void accept(ChatEvent event) {
        if (event instanceof ChatEvent.Text text) {
            seen.append(text.text());
        } else if (event instanceof ChatEvent.Restart restart) {
            seen.append("<restart ").append(restart.reason()).append('>');
        }
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }
}
