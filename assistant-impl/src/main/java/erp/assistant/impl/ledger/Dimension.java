package erp.assistant.impl.ledger;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** By what a month is broken down, besides days. Calls for which it is not known are in the slice with the empty key. */
enum Dimension {
    WHOLE("", false, facets -> ""),
    MODEL("model", true, Facets::model),
    PROVIDER("provider", true, Facets::provider),
    RECORD_TYPE("recordType", true, Facets::recordType),
    ORGANISATION("organisation", true, Facets::organisation),
    DEPARTMENT("department", true, Facets::department),
    /** All that a line of the monthly report is told apart by. */
    DETAIL("detail", false, Facets::detail),
    /** All that a month can be broken down by, together. */
    COMBINATION("combination", false, Facets::combination);

    /**
     * What a row can be broken down by.
     *
     * @param model of attempts the one that the response named, else the one asked for; of answers the one that answered
     */
    record Facets(String provider, String model, String recordType, String organisation, String department) {

        private static final char SEPARATOR = '\u001f';
        private static final int COMBINED = 5;

        /** The facets that {@link #detail} has put together, without provider and department. */
        static Facets of(String detail) {
            String[] parts = detail.split(String.valueOf(SEPARATOR), -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("no detail '" + detail + "'");
            }
            return new Facets("", parts[1], parts[2], parts[0], "");
        }

        /** The facets that {@link #combination} has put together. */
        static Facets combined(String combination) {
            String[] parts = combination.split(String.valueOf(SEPARATOR), -1);
            if (parts.length != COMBINED) {
                throw new IllegalArgumentException("no combination '" + combination + "'");
            }
            return new Facets(parts[0], parts[1], parts[2], parts[3], parts[4]);
        }

        private String combination() {
            return Stream.of(provider, model, recordType, organisation, department)
                    .map(Facets::part)
                    .collect(Collectors.joining(String.valueOf(SEPARATOR)));
        }

        private String detail() {
            return part(organisation) + SEPARATOR + part(model) + SEPARATOR + part(recordType);
        }

        private static String part(String facet) {
            return facet.replace(SEPARATOR, ' ');
        }
    }

    private final String stored;
    private final boolean reported;
    private final Function<Facets, String> slice;

    Dimension(String stored, boolean reported, Function<Facets, String> slice) {
        this.stored = stored;
        this.reported = reported;
        this.slice = slice;
    }

    /** The dimension that {@link #stored} names. */
    static Dimension of(String stored) {
        for (Dimension dimension : values()) {
            if (dimension.stored.equals(stored)) {
                return dimension;
            }
        }
        throw new IllegalArgumentException("no dimension '" + stored + "'");
    }

    /** The name in the breakdowns of a month; empty if it is none of them. */
    Optional<String> key() {
        return reported ? Optional.of(stored) : Optional.empty();
    }

    /** The dimension that breakdowns of a month name so. */
    static Optional<Dimension> reported(String key) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.reported && dimension.stored.equals(key))
                .findFirst();
    }

    /** The name in the database. */
    String stored() {
        return stored;
    }

    String slice(Facets facets) {
        return slice.apply(facets);
    }
}
