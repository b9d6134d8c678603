package erp.assistant.impl.resilience;

import erp.assistant.impl.config.Resilience;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A circuit breaker that also knows ends which say nothing about the provider. Safe for use by many threads.
 *
 * <p>Closed, it looks back on the latest ends and opens when enough of them failed. Open, it lets nothing through. Half open, it
 * lets as many requests through as must succeed to close it; a failure opens it again. An end that says nothing gives its place
 * back and counts for neither. What began before the last change of state does not count: it tells of another time.
 */
final class Breaker {

    enum State {
        CLOSED,
        OPEN,
        HALF_OPEN;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What it is at one moment. */
    record Snapshot(State state, Instant since, int successes, int failures) {}

    private final Supplier<Resilience.Breaker> limits;
    private final Clock clock;
    private final Runnable opened;
    private final Deque<Boolean> ends = new ArrayDeque<>();
    private State state = State.CLOSED;
    private Instant since;
    private int generation;
    private int probing;
    private int probed;

    /** @param opened runs when it opens, on the thread of the end that opened it */
    Breaker(Supplier<Resilience.Breaker> limits, Clock clock, Runnable opened) {
        this.limits = limits;
        this.clock = clock;
        this.opened = opened;
        this.since = clock.instant();
    }

    /** Leave for one request, or {@code null}; its end must be told. */
    synchronized @Nullable Permit acquire() {
        if (leavesAlone()) {
            return null;
        }
        if (state == State.OPEN) {
            become(State.HALF_OPEN);
        }
        if (state == State.HALF_OPEN) {
            if (probing + probed >= limits.get().probes()) {
                return null;
            }
            probing++;
        }
        return new Permit(generation);
    }

    /** Whether it is open and will stay so for now. */
    synchronized boolean leavesAlone() {
        return state == State.OPEN
                && clock.instant().isBefore(since.plus(limits.get().open()));
    }

    synchronized Snapshot snapshot() {
        int failures = failures();
        return new Snapshot(state, since, ends.size() - failures, failures);
    }

    private int failures() {
        return (int) ends.stream().filter(success -> !success).count();
    }

    private void become(State next) {
        state = next;
        since = clock.instant();
        generation++;
        probing = 0;
        probed = 0;
        if (next == State.CLOSED) {
            ends.clear();
        }
    }

    /** @return whether it has opened */
    private synchronized boolean ended(int began, boolean success) {
        if (began != generation) {
            return false;
        }
        Resilience.Breaker now = limits.get();
        ends.addLast(success);
        while (ends.size() > now.window()) {
            ends.removeFirst();
        }
        if (state == State.HALF_OPEN) {
            probing--;
            if (success && ++probed >= now.probes()) {
                become(State.CLOSED);
            } else if (!success) {
                become(State.OPEN);
                return true;
            }
        } else if (ends.size() == now.window() && failures() * 100 >= now.failurePercent() * now.window()) {
            become(State.OPEN);
            return true;
        }
        return false;
    }

    private synchronized void givenBack(int began) {
        if (began == generation && state == State.HALF_OPEN) {
            probing--;
        }
    }

    /** Leave for one request; the first end that is told counts. */
    final class Permit {
        private final int began;
        private boolean told;

        private Permit(int began) {
            this.began = began;
        }

        void succeeded() {
            if (first()) {
                boolean unused = ended(began, true);
            }
        }

        void failed() {
            if (first() && ended(began, false)) {
                opened.run();
            }
        }

        /** The end says nothing about the provider. */
        void saidNothing() {
            if (first()) {
                givenBack(began);
            }
        }

        private synchronized boolean first() {
            boolean first = !told;
            told = true;
            return first;
        }
    }
}
