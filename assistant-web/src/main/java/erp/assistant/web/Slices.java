package erp.assistant.web;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of a month that a request names: {@code model=m&department=sales}, or one as {@code by=model&is=m}. */
final class Slices {

    private static final List<String> DIMENSIONS =
            List.of("model", "provider", "recordType", "organisation", "department");

    private Slices() {}

    /** By dimension; a parameter without a value is the slice of what is not known. */
    static Map<String, String> of(MultivaluedMap<String, String> parameters) {
        Map<String, String> slices = new LinkedHashMap<>();
        for (String dimension : DIMENSIONS) {
            List<String> named = parameters.getOrDefault(dimension, List.of());
            if (named.size() > 1) {
                throw JsonBody.invalid(dimension + " can be named once.");
            }
            named.forEach(slice -> slices.put(dimension, slice));
        }
        String by = text(parameters, "by");
        if (!by.isEmpty()) {
            if (!DIMENSIONS.contains(by)) {
                throw JsonBody.invalid("by must be one of " + String.join(", ", DIMENSIONS) + ".");
            }
            if (slices.putIfAbsent(by, text(parameters, "is")) != null) {
                throw JsonBody.invalid(by + " can be named once.");
            }
        }
        return slices;
    }

    private static String text(MultivaluedMap<String, String> parameters, String name) {
        String value = parameters.getFirst(name);
        return value == null ? "" : value;
    }
}
