package erp.assistant.impl.sql;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Lets any number in, or keeps everybody out. It shuts only once nobody is inside, and holds newcomers up for a short time until
 * then; so even who is inside and wants to enter again is not locked up. Safe for use by many threads.
 */
final class Door {

    private int inside;
    private boolean shut;
    private boolean closing;

    /** Waits while it is shut or about to be. An interrupt does not end the wait: who enters has something to write. */
    synchronized void enter() {
        boolean interrupted = false;
        while (shut || closing) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        inside++;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void leave() {
        inside--;
        if (inside == 0) {
            notifyAll();
        }
    }

    /** Shuts it once nobody is inside; false if somebody stays, or if another is about to shut it. */
    synchronized boolean shut(Duration patience) {
        if (shut || closing) {
            return false;
        }
        closing = true;
        try {
            shut = empty(patience);
            return shut;
        } finally {
            closing = false;
            notifyAll();
        }
    }

    private boolean empty(Duration patience) {
        return await(() -> inside == 0, patience);
    }

    private boolean await(BooleanSupplier state, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (!state.getAsBoolean()) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** Whether it is open, or is within so long. */
    synchronized boolean awaitOpen(Duration patience) {
        return await(() -> !shut, patience);
    }

    synchronized void open() {
        shut = false;
        notifyAll();
    }
}
