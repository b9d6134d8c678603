package erp.assistant.impl;

import erp.assistant.chat.Cancellation;
import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatSink;

/** Remembers what was said in one round since it last started anew. */
final class RoundSink implements ChatSink {

    private final ChatSink sink;
    private final StringBuilder text = new StringBuilder();

    RoundSink(ChatSink sink) {
        this.sink = sink;
    }

    @Override
    public void accept(ChatEvent event) {
        synchronized (text) {
            if (event instanceof ChatEvent.Text piece) {
                text.append(piece.text());
            } else {
                text.setLength(0);
            }
        }
        sink.accept(event);
    }

    String text() {
        synchronized (text) {
            return text.toString();
        }
    }

    @Override
    public void whenReady(Runnable more) {
        sink.whenReady(more);
    }

    @Override
    public Cancellation cancellation() {
        return sink.cancellation();
    }
}
