package erp.assistant.impl.ledger;

import erp.assistant.impl.ledger.Dimension.Facets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What of a month is looked at: the slices that all must hold at once.
 *
 * @param slices by dimension; an empty text is the slice of what is not known
 */
record Filter(Map<Dimension, String> slices) {

    /** In the order in which a combination is put together. */
    private static final List<Dimension> COMBINED = List.of(
            Dimension.PROVIDER, Dimension.MODEL, Dimension.RECORD_TYPE, Dimension.ORGANISATION, Dimension.DEPARTMENT);

    private static final String SEPARATOR = "\u001f";

    Filter {
        slices = Map.copyOf(slices);
    }

    /**
     * Of dimensions by their names in reports.
     *
     * @throws IllegalArgumentException if there is no such dimension
     */
    static Filter of(Map<String, String> named) {
        Map<Dimension, String> slices = new EnumMap<>(Dimension.class);
        named.forEach((name, slice) -> slices.put(
                Dimension.reported(name)
                        .orElseThrow(() -> new IllegalArgumentException("there is no dimension '" + name + "'")),
                slice));
        return new Filter(slices);
    }

    /** Its only slice; empty if there is none or more than one. */
    Optional<Map.Entry<Dimension, String>> single() {
        return slices.size() == 1 ? slices.entrySet().stream().findFirst() : Optional.empty();
    }

    boolean matches(Facets facets) {
        return slices.entrySet().stream()
                .allMatch(wanted -> wanted.getKey().slice(facets).equals(wanted.getValue()));
    }

    /**
     * A pattern for {@code LIKE ... ESCAPE '!'} that the combinations match that it lets through. Each has as many separators as the
     * pattern, so that what stands for any slice cannot stand for more.
     */
    String pattern() {
        return COMBINED.stream()
                .map(dimension -> Optional.ofNullable(slices.get(dimension))
                        .map(Filter::literally)
                        .orElse("%"))
                .collect(Collectors.joining(SEPARATOR));
    }

    private static String literally(String slice) {
        return slice.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
