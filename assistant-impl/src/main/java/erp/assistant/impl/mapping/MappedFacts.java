package erp.assistant.impl.mapping;

import java.util.List;

/** Figures that a query of their own computes for a record, in one row. */
record MappedFacts(Place place, Sql query, List<MappedField> fields) {
    MappedFacts {
        fields = List.copyOf(fields);
    }
}
