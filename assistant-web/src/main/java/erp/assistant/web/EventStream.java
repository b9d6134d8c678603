package erp.assistant.web;

import erp.assistant.AnswerEvent;
import erp.assistant.AnswerSink;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One browser's stream of server-sent events, written without blocking.
 *
 * <p>Events that arrive while the browser cannot take more are collected and written together. A reader that has fallen behind by
 * {@link #BEHIND} characters slows its own provider stream and no other. Safe for use by many threads.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML, server-sent events</a>
 */
final class EventStream implements AnswerSink, WriteListener {

    /** How many characters may wait for a slow browser before its provider is slowed down. */
    static final int BEHIND = 16 * 1024;

    private static final String COMMENT = ":\n\n";

    private final StringBuilder waiting = new StringBuilder();
    private @Nullable AsyncContext async;
    private @Nullable ServletOutputStream out;
    /** Whether the container will call {@link #onWritePossible} before anything may be written. */
    private boolean blocked = true;

    private boolean unflushed;
    private boolean ending;
    private boolean over;
    private boolean gone;
    private @Nullable Runnable resume;
    private @Nullable Runnable whenGone;

    /** Connects the stream with the response, whose head is committed; what has been accepted before is written now. */
    void open(AsyncContext async, ServletOutputStream out, Runnable whenGone) {
        synchronized (this) {
            this.async = async;
            this.out = out;
            this.whenGone = whenGone;
        }
        out.setWriteListener(this);
    }

    @Override
    public void accept(AnswerEvent event) {
        write(() -> {
            if (!ending) {
                ending = event instanceof AnswerEvent.Done || event instanceof AnswerEvent.Failed;
                waiting.append("event: ").append(EventJson.name(event)).append("\ndata: ");
                waiting.append(EventJson.data(event)).append("\n\n");
            }
        });
    }

    /** Writes a comment line: keeps proxies awake, and is how a browser that has left is noticed. */
    void beat() {
        write(() -> {
            if (!ending && waiting.isEmpty()) {
                waiting.append(COMMENT);
            }
        });
    }

    @Override
    public void whenReady(Runnable more) {
        synchronized (this) {
            if (waiting.length() >= BEHIND && !over) {
                resume = more;
                return;
            }
        }
        more.run();
    }

    @Override
    public void onWritePossible() {
        write(() -> blocked = false);
    }

    @Override
    public void onError(Throwable failure) {
        write(() -> gone = true);
    }

    synchronized boolean isOver() {
        return over;
    }

    /** Changes the state, writes what can be written, and runs what became due without holding the lock. */
    private void write(Runnable change) {
        Runnable left = null;
        Runnable more = null;
        AsyncContext finished = null;
        synchronized (this) {
            if (over) {
                return;
            }
            change.run();
            drain();
            if (over) {
                // The container told an error from within the write, and that call has ended the stream.
                return;
            }
            if (gone || (ending && waiting.isEmpty() && !unflushed)) {
                over = true;
                finished = async;
                left = gone ? whenGone : null;
            }
            if (over || waiting.length() < BEHIND) {
                more = resume;
                resume = null;
            }
        }
        if (left != null) {
            left.run();
        }
        if (more != null) {
            more.run();
        }
        if (finished != null) {
            finished.complete();
        }
    }

    private void drain() {
        if (out == null) {
            return;
        }
        try {
            while (!blocked && !gone && (!waiting.isEmpty() || unflushed)) {
                if (!out.isReady()) {
                    blocked = true;
                } else if (!waiting.isEmpty()) {
                    out.write(waiting.toString().getBytes(StandardCharsets.UTF_8));
                    waiting.setLength(0);
                    unflushed = true;
                } else {
                    out.flush();
                    unflushed = false;
                }
            }
        } catch (IOException | IllegalStateException e) {
            gone = true;
        }
    }
}
