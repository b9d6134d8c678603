package erp.assistant.impl.ledger;

import java.util.Optional;
import java.util.function.Function;

/** By what a month is broken down, besides days. Calls for which it is not known are in the slice with the empty key. */
enum Dimension {
    WHOLE("", facets -> ""),
    MODEL("model", Facets::model),
    PROVIDER("provider", Facets::provider),
    RECORD_TYPE("recordType", Facets::recordType),
    ORGANISATION("organisation", Facets::organisation);

    /**
     * What a row can be broken down by.
     *
     * @param model of attempts the one that the response named, else the one asked for; of answers the one that answered
     */
    record Facets(String provider, String model, String recordType, String organisation) {}

    private final String key;
    private final Function<Facets, String> slice;

    Dimension(String key, Function<Facets, String> slice) {
        this.key = key;
        this.slice = slice;
    }

    /** The dimension that {@link #stored} names. */
    static Dimension of(String stored) {
        for (Dimension dimension : values()) {
            if (dimension.key.equals(stored)) {
                return dimension;
            }
        }
        throw new IllegalArgumentException("no dimension '" + stored + "'");
    }

    /** The name in reports; empty for the whole. */
    Optional<String> key() {
        return key.isEmpty() ? Optional.empty() : Optional.of(key);
    }

    /** The name in the database. */
    String stored() {
        return key;
    }

    String slice(Facets facets) {
        return slice.apply(facets);
    }
}
