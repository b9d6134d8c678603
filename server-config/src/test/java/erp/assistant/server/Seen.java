package erp.assistant.server;

import java.util.HashMap;
import java.util.Map;

/** What a provider has been asked, by who asked about what. Safe for use by many threads. */
final class Seen {

    private final Map<String, Integer> all = new HashMap<>();
    private Map<String, Integer> latest = new HashMap<>();

    synchronized void add(String key) {
        all.merge(key, 1, Integer::sum);
        latest.merge(key, 1, Integer::sum);
    }

    /** How often each since this was called last. */
    synchronized Map<String, Integer> take() {
        Map<String, Integer> taken = latest;
        latest = new HashMap<>();
        return taken;
    }

    synchronized Map<String, Integer> all() {
        return Map.copyOf(all);
    }
}
