package erp.assistant.web;

import erp.assistant.AnswerEvent;
import erp.assistant.AnswerSink;
import erp.assistant.Answering;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One browser's stream of server-sent events.
 *
 * <p>Nobody who brings an event writes it: events are collected, and one writer at a time takes what is there. So a write that
 * has to wait for its browser, as one on Open Liberty does (decision record 0017), holds back neither the provider's thread nor
 * another stream. A reader that has fallen behind by {@link #BEHIND} characters slows its own provider. Safe for use by many
 * threads.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML, server-sent events</a>
 */
final class EventStream implements AnswerSink, WriteListener {

    /** How many characters may wait for a slow browser before its provider is slowed down. */
    static final int BEHIND = 16 * 1024;

    /** A browser that has left is noticed by the second write after it: two beats and two ticks are less than 250 ms. */
    static final Duration SILENCE = Duration.ofMillis(80);

    /** A write whose thread waits longer than this waits for its browser. */
    static final Duration STUCK = Duration.ofMillis(50);

    private static final String COMMENT = ":\n\n";

    /** How a stream is at a tick. */
    enum State {
        RUNNING,
        /** A writer waits for this browser. */
        STUCK,
        /** The browser took nothing for too long and has just been given up. */
        DROPPED,
        OVER
    }

    private final Executor writers;
    private final LongSupplier nanos;
    private final StringBuilder waiting = new StringBuilder();
    private @Nullable AsyncContext async;
    private @Nullable ServletOutputStream out;
    private @Nullable Answering answering;
    /** Whether the container will call {@link #onWritePossible} before anything may be written. */
    private boolean blocked = true;

    /** Whether a writer is at work or on its way. */
    private boolean writing;

    /** The thread that is within a write or flush of the container. */
    private @Nullable Thread inContainer;

    private boolean unflushed;
    private boolean ending;
    private boolean gone;
    private boolean over;
    private boolean completed;
    private long progressAt;
    private @Nullable Runnable resume;

    /**
     * Makes a stream that collects until it is opened.
     *
     * @param writers run what writes, which may have to wait for the browser
     * @param nanos such as {@link System#nanoTime}
     */
    EventStream(Executor writers, LongSupplier nanos) {
        this.writers = writers;
        this.nanos = nanos;
    }

    /** Connects the stream with the response, whose head is committed; what has been accepted before is written now. */
    void open(AsyncContext async, ServletOutputStream out, Answering answering) {
        synchronized (this) {
            this.async = async;
            this.out = out;
            this.answering = answering;
            this.progressAt = nanos.getAsLong();
        }
        out.setWriteListener(this);
    }

    /** Text waits for {@link #whenReady}, which a provider's adapter calls once for all that one read has brought. */
    @Override
    public void accept(AnswerEvent event) {
        synchronized (this) {
            if (ending || over) {
                return;
            }
            ending = event instanceof AnswerEvent.Done || event instanceof AnswerEvent.Failed;
            waiting.append("event: ").append(EventJson.name(event)).append("\ndata: ");
            waiting.append(EventJson.data(event)).append("\n\n");
        }
        if (!(event instanceof AnswerEvent.Delta)) {
            wake();
        }
    }

    @Override
    public void whenReady(Runnable more) {
        wake();
        synchronized (this) {
            if (waiting.length() >= BEHIND && !over) {
                resume = more;
                return;
            }
        }
        more.run();
    }

    /**
     * Keeps the stream awake: a silent one gets a comment line, by which a browser that has left is noticed; text that nobody
     * has asked to be written is written; a browser that takes nothing for longer than the answer's patience is given up.
     */
    State tick() {
        boolean givenUp = false;
        synchronized (this) {
            if (over) {
                return completed ? State.OVER : writerWaits() ? State.STUCK : State.RUNNING;
            }
            if (answering == null) {
                return State.RUNNING;
            }
            long still = nanos.getAsLong() - progressAt;
            if (inContainer != null || (blocked && (unflushed || !waiting.isEmpty()))) {
                if (still < answering.patience().toNanos()) {
                    return still > STUCK.toNanos() && writerWaits() ? State.STUCK : State.RUNNING;
                }
                gone = true;
                givenUp = true;
            } else if (waiting.isEmpty() && !ending && !writing) {
                if (still < SILENCE.toNanos()) {
                    return State.RUNNING;
                }
                waiting.append(COMMENT);
            }
        }
        if (givenUp) {
            leave();
            complete();
            return State.DROPPED;
        }
        wake();
        return State.RUNNING;
    }

    /** On a server without processor time to spare all writes are long, and more writers would only make them longer. */
    private boolean writerWaits() {
        if (inContainer == null) {
            return false;
        }
        Thread.State state = inContainer.getState();
        return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
    }

    /** The answer's id, for the log. */
    synchronized String answer() {
        return answering == null ? "" : answering.id();
    }

    @Override
    public void onWritePossible() {
        synchronized (this) {
            blocked = false;
        }
        // On the container's own thread for this, which is free to wait.
        if (claim()) {
            write();
        }
    }

    @Override
    public void onError(Throwable failure) {
        synchronized (this) {
            gone = true;
        }
        wake();
    }

    private synchronized boolean isGone() {
        return gone;
    }

    synchronized boolean isOver() {
        return over;
    }

    /** Sends a writer if there is work and none is at it. */
    private void wake() {
        if (claim()) {
            writers.execute(this::write);
        }
    }

    /** Whether there is work and none was at it; the caller is to see to it then. */
    private synchronized boolean claim() {
        boolean work = gone || (!blocked && (ending || unflushed || !waiting.isEmpty()));
        if (!work || writing || over || out == null) {
            return false;
        }
        writing = true;
        return true;
    }

    private void write() {
        try {
            while (step()) {
                goOn();
            }
        } catch (IOException | RuntimeException e) {
            synchronized (this) {
                inContainer = null;
                writing = false;
                gone = true;
            }
        }
        if (isGone()) {
            leave();
        }
        goOn();
        complete();
    }

    /** Writes or flushes once, without holding the lock; false if there is nothing to do or the browser cannot take it. */
    private boolean step() throws IOException {
        ServletOutputStream to;
        byte[] bytes;
        synchronized (this) {
            to = out;
            boolean work = unflushed || !waiting.isEmpty();
            if (to == null || gone || blocked || !work || !to.isReady()) {
                blocked |= to != null && !gone && work;
                over |= ending && !work;
                writing = false;
                return false;
            }
            bytes = waiting.toString().getBytes(StandardCharsets.UTF_8);
            waiting.setLength(0);
            inContainer = Thread.currentThread();
            progressAt = nanos.getAsLong();
        }
        if (bytes.length > 0) {
            to.write(bytes);
        } else {
            to.flush();
        }
        synchronized (this) {
            inContainer = null;
            unflushed = bytes.length > 0;
            progressAt = nanos.getAsLong();
        }
        return true;
    }

    /** Lets the provider go on if the reader has caught up, or if nobody reads any more. */
    private void goOn() {
        Runnable more = null;
        synchronized (this) {
            if (over || waiting.length() < BEHIND) {
                more = resume;
                resume = null;
            }
        }
        if (more != null) {
            more.run();
        }
    }

    /** The browser has left or is given up: ends the answer, once. */
    private void leave() {
        Answering left;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            left = answering;
        }
        if (left != null) {
            left.stop();
        }
        goOn();
    }

    /** Gives the request back to the container, once, when no writer is within it. */
    private void complete() {
        AsyncContext finished;
        synchronized (this) {
            if (!over || inContainer != null || completed) {
                return;
            }
            completed = true;
            finished = async;
        }
        if (finished != null) {
            try {
                finished.complete();
            } catch (IllegalStateException e) {
                // The container has done so itself, as it may after an error.
            }
        }
    }
}
