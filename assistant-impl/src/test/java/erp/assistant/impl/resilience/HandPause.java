package erp.assistant.impl.resilience;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets a test say when a pause is over. */
final class HandPause implements Pause {
    final List<Duration> delays = new ArrayList<>();
    final List<Runnable> actions = new ArrayList<>();

    @Nullable
    RuntimeException failure;

    int takenBack;

    @Override
    public Runnable after(Duration delay, Runnable action) {
        if (failure != null) {
            throw failure;
        }
        delays.add(delay);
        actions.add(action);
        return () -> takenBack++;
    }

    void passes() {
        actions.forEach(Runnable::run);
    }
}
