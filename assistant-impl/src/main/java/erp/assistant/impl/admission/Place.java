package erp.assistant.impl.admission;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The place of one answer among those under way. Safe for use by many threads. */
public final class Place {

    private final AtomicReference<@Nullable Runnable> release;

    Place(Runnable release) {
        this.release = new AtomicReference<>(release);
    }

    /** Makes the place free for another answer; the second call does nothing. */
    public void leave() {
        Runnable due = release.getAndSet(null);
        if (due != null) {
            due.run();
        }
    }
}
