package erp.assistant.impl.mapping;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A figure over all rows, computed by the database so that a cap loses no sum. */
record MappedTotal(Aggregate aggregate, MappedField field) {

    enum Aggregate {
        SUM,
        MIN,
        MAX,
        AVG,
        /** How many rows have a value in the column. */
        COUNT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static String words() {
            return Arrays.stream(values()).map(Aggregate::word).collect(Collectors.joining(", "));
        }
    }

    String sql() {
        return aggregate + "(" + field.column() + ")";
    }
}
