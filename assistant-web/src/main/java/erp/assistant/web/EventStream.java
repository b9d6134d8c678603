package erp.assistant.web;

import erp.assistant.AnswerEvent;
import erp.assistant.AnswerSink;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * One browser's stream of events.
 *
 * <p>Never blocks: one write is under way at a time, text that arrives meanwhile is collected into the next event, and a
 * reader that has fallen behind by {@link #BEHIND} characters slows its own provider stream and no other. Safe for use by
 * many threads.
 */
final class EventStream implements AnswerSink {

    /** How many characters may wait for a slow browser before its provider is slowed down. */
    static final int BEHIND = 16 * 1024;

    private final SseEventSink events;
    private final Sse sse;
    private final Deque<AnswerEvent> waiting = new ArrayDeque<>();
    private final StringBuilder waitingText = new StringBuilder();
    private boolean writing;
    private boolean beatDue;
    private boolean ending;
    private boolean gone;
    private @Nullable Runnable resume;
    private @Nullable Runnable whenGone;

    EventStream(SseEventSink events, Sse sse) {
        this.events = events;
        this.sse = sse;
    }

    /** Runs the action once the browser has left before the end; at once if it has. */
    void onGone(Runnable action) {
        synchronized (this) {
            if (!gone) {
                whenGone = action;
                return;
            }
        }
        action.run();
    }

    @Override
    public void accept(AnswerEvent event) {
        synchronized (this) {
            if (gone || ending) {
                return;
            }
            if (event instanceof AnswerEvent.Delta delta) {
                waitingText.append(delta.text());
            } else {
                flushText();
                waiting.add(event);
                ending = event instanceof AnswerEvent.Done || event instanceof AnswerEvent.Failed;
            }
        }
        write();
    }

    @Override
    public void whenReady(Runnable more) {
        synchronized (this) {
            if (waitingText.length() >= BEHIND && !gone) {
                resume = more;
                return;
            }
        }
        more.run();
    }

    /** Writes a comment line if nothing is being written: keeps proxies awake and notices a browser that has left. */
    void beat() {
        synchronized (this) {
            beatDue = !ending;
        }
        write();
    }

    synchronized boolean ended() {
        return gone || (ending && !writing && waiting.isEmpty());
    }

    private void flushText() {
        if (!waitingText.isEmpty()) {
            waiting.add(new AnswerEvent.Delta(waitingText.toString()));
            waitingText.setLength(0);
        }
    }

    private void write() {
        OutboundSseEvent next;
        Runnable more;
        synchronized (this) {
            if (writing || gone) {
                return;
            }
            flushText();
            AnswerEvent event = waiting.poll();
            if (event != null) {
                next = sse.newEventBuilder()
                        .name(EventJson.name(event))
                        .data(EventJson.data(event))
                        .build();
            } else if (beatDue) {
                next = sse.newEventBuilder().comment("").build();
            } else {
                if (ending) {
                    events.close();
                }
                return;
            }
            beatDue = false;
            writing = true;
            more = resume;
            resume = null;
        }
        if (more != null) {
            more.run();
        }
        send(next);
    }

    private void send(OutboundSseEvent event) {
        try {
            events.send(event).whenComplete((sent, failure) -> {
                if (failure != null) {
                    leave();
                } else {
                    synchronized (this) {
                        writing = false;
                    }
                    write();
                }
            });
        } catch (IllegalStateException e) {
            leave();
        }
    }

    private void leave() {
        Runnable action;
        Runnable more;
        synchronized (this) {
            gone = true;
            writing = false;
            waiting.clear();
            waitingText.setLength(0);
            action = whenGone;
            whenGone = null;
            more = resume;
            resume = null;
        }
        if (action != null) {
            action.run();
        }
        if (more != null) {
            more.run();
        }
        events.close();
    }
}
