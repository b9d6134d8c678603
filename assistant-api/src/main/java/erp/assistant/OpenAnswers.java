package erp.assistant;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The answers under way on this server, for an ERP that ends a person's session.
 *
 * <p>An ERP that is deployed beside the assistant shares this class through a Liberty library, as it does
 * {@link erp.assistant.record.RecordSources}, and says at sign-out and when a session expires:
 *
 * <pre>{@code
 * OpenAnswers.stop(userName);
 * }</pre>
 *
 * <p>Safe for use by many threads.
 */
public final class OpenAnswers {

    private static final AtomicReference<@Nullable ToIntFunction<String>> ASSISTANT = new AtomicReference<>();

    private OpenAnswers() {}

    /** Keeps the assistant registered until it is closed. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Stops all answers of a person, whichever session asked for them; their providers' connections are closed and what was used
     * so far is charged. Does nothing while no assistant runs. Returns at once.
     *
     * @param asker the name of the person's principal
     * @return how many answers were under way
     */
    public static int stop(String asker) {
        ToIntFunction<String> assistant = ASSISTANT.get();
        return assistant == null ? 0 : assistant.applyAsInt(Objects.requireNonNull(asker, "asker"));
    }

    /**
     * Registers the assistant of this server, in the place of one that was registered before.
     *
     * @param stopAll stops the answers of a person and returns how many there were
     */
    public static Registration register(ToIntFunction<String> stopAll) {
        ASSISTANT.set(stopAll);
        return () -> ASSISTANT.compareAndSet(stopAll, null);
    }
}
