package erp.assistant.benchmark.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One measurement.
 *
 * @param part such as {@code seed}
 * @param target such as {@code nginx}
 * @param variant what the part did this time, such as {@code 2000 streams}
 * @param values figures by name; what was not seen is missing, never 0
 * @param note failures by kind or another remark, empty for none
 */
public record Sample(String part, String target, String variant, Map<String, Double> values, String note) {

    public Sample {
        Map<String, Double> seen = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (Double.isFinite(value)) {
                seen.put(name, value);
            }
        });
        values = java.util.Collections.unmodifiableMap(seen);
    }
}
