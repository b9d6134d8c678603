package erp.assistant.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The sets that ERP applications on this server have registered; as {@link erp.assistant.record.RecordSources} for records.
 *
 * <p>All methods are safe for use by many threads.
 */
public final class EvaluationSets {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_NAME = 64;
    private static final Set<String> RESERVED = Set.of("stored", "all");
    private static final Map<String, EvaluationSet> BY_NAME = new ConcurrentHashMap<>();

    private EvaluationSets() {}

    /** Keeps a set registered until it is closed. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Registers a set under its name.
     *
     * @throws IllegalStateException if another set of that name is registered
     * @throws IllegalArgumentException if it cannot have that name
     */
    public static Registration register(EvaluationSet set) {
        String name = set.name();
        if (!isName(name)) {
            throw new IllegalArgumentException("an evaluation set cannot be called " + name
                    + ": lower case words joined by dashes, neither stored nor all");
        }
        EvaluationSet present = BY_NAME.putIfAbsent(name, set);
        if (present != null) {
            throw new IllegalStateException("evaluation set " + name + " is already registered by "
                    + present.getClass().getName() + "; close that registration first");
        }
        return () -> BY_NAME.remove(name, set);
    }

    /** Whether a set can have this name. */
    public static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && NAME.matcher(name).matches() && !RESERVED.contains(name);
    }

    /** The sets registered at this moment. */
    public static Collection<EvaluationSet> registered() {
        return List.copyOf(BY_NAME.values());
    }
}
