package erp.assistant.impl.resilience;

import erp.assistant.chat.Cancellation;
import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatSink;
import org.jspecify.annotations.Nullable;

/** Remembers what an asker would see. */
final class RecordingSink implements ChatSink {

    final Cancellation cancellation = new Cancellation();
    final StringBuilder seen = new StringBuilder();

    private @Nullable RuntimeException atRestart;

    void failAtRestart(RuntimeException failure) {
        atRestart = failure;
    }

    @Override
    public void accept(ChatEvent event) {
        if (event instanceof ChatEvent.Text text) {
            seen.append(text.text());
        } else if (event instanceof ChatEvent.Restart restart) {
            if (atRestart != null) {
                throw atRestart;
            }
            seen.append("<restart ").append(restart.reason()).append('>');
        }
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }
}
