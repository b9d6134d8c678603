package erp.assistant.benchmark.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * One run of the program.
 *
 * @param parts those of which it measured what is in the report
 * @param conditions what to know about it, such as machine and versions, in the order to show
 */
public record Run(Set<String> parts, Map<String, String> conditions) {

    public Run {
        parts = Collections.unmodifiableSet(new LinkedHashSet<>(parts));
        conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
    }

    Run without(Set<String> measuredAnew) {
        Set<String> left = new LinkedHashSet<>(parts);
        left.removeAll(measuredAnew);
        return new Run(left, conditions);
    }
}
