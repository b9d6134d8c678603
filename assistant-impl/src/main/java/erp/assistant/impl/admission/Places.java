package erp.assistant.impl.admission;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The places for answers under way on this server. Safe for use by many threads.
 *
 * <p>The last tenth, at least one where there are two, is for people who have no answer under way: who opens many at once cannot
 * take the last place from everybody else.
 */
final class Places {

    private static final int KEPT = 10;

    private final Map<String, Integer> byPerson = new HashMap<>();
    private int taken;

    /** Takes a place for this person; empty if there is none. */
    synchronized Optional<Place> take(String person, int limit) {
        int kept = limit == 1 ? 0 : Math.max(1, limit / KEPT);
        int open = byPerson.getOrDefault(person, 0);
        if (taken >= (open == 0 ? limit : limit - kept)) {
            return Optional.empty();
        }
        taken++;
        byPerson.put(person, open + 1);
        return Optional.of(new Place(() -> release(person)));
    }

    private synchronized void release(String person) {
        taken--;
        byPerson.computeIfPresent(person, (name, open) -> open == 1 ? null : open - 1);
    }

    synchronized int taken() {
        return taken;
    }
}
