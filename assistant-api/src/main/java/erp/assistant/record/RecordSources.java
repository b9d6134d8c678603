package erp.assistant.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sources that ERP applications on this server have registered.
 *
 * <p>An ERP that is deployed beside the assistant shares this class through a Liberty library and registers at start:
 *
 * <pre>{@code
 * void start(@Observes Startup event, @Any Instance<RecordSource> sources) {
 *     registrations = sources.stream().map(RecordSources::register).toList();
 * }
 * void stop(@Observes Shutdown event) {
 *     registrations.forEach(RecordSources.Registration::close);
 * }
 * }</pre>
 *
 * <p>All methods are safe for use by many threads.
 */
public final class RecordSources {

    private static final Map<String, RecordSource> BY_TYPE = new ConcurrentHashMap<>();

    private RecordSources() {}

    /** Keeps a source registered until it is closed; an ERP closes it at shutdown so that a redeployment leaves nothing behind. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Registers a source for its type.
     *
     * @throws IllegalStateException if another source of that type is registered
     */
    public static Registration register(RecordSource source) {
        String type = Objects.requireNonNull(source.type(), "type");
        RecordSource present = BY_TYPE.putIfAbsent(type, source);
        if (present != null) {
            throw new IllegalStateException("record type " + type + " is already registered by "
                    + present.getClass().getName() + "; close that registration first");
        }
        return () -> BY_TYPE.remove(type, source);
    }

    /** The sources registered at this moment. */
    public static Collection<RecordSource> registered() {
        return List.copyOf(BY_TYPE.values());
    }
}
