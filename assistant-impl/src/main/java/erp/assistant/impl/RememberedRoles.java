package erp.assistant.impl;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The roles of an asker beyond the request in which they were asked: while it runs each answer of the container is remembered, after
 * it only what is remembered counts. A role that nobody had asked about is one that the asker does not hold. Safe for use by many
 * threads.
 *
 * <p>After a request its object may already serve somebody else, so that it must not be asked again.
 */
final class RememberedRoles implements Predicate<String> {

    private final Map<String, Boolean> known = new ConcurrentHashMap<>();
    private volatile Predicate<String> container;

    RememberedRoles(Predicate<String> container) {
        this.container = container;
    }

    @Override
    public boolean test(String role) {
        return known.computeIfAbsent(role, asked -> container.test(asked));
    }

    /** The request ends. */
    void close() {
        container = role -> false;
    }
}
