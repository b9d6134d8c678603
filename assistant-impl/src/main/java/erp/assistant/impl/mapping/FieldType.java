package erp.assistant.impl.mapping;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a column means to the business, and which kinds of columns can mean it. */
enum FieldType {
    TEXT(ColumnKind.TEXT, ColumnKind.NUMBER, ColumnKind.DATE, ColumnKind.MOMENT, ColumnKind.FLAG, ColumnKind.OTHER),
    /** A number without a unit. */
    NUMBER(ColumnKind.NUMBER),
    QUANTITY(ColumnKind.NUMBER),
    MONEY(ColumnKind.NUMBER),
    PERCENT(ColumnKind.NUMBER),
    DATE(ColumnKind.DATE, ColumnKind.MOMENT),
    MOMENT(ColumnKind.MOMENT),
    FLAG(ColumnKind.FLAG, ColumnKind.NUMBER);

    private final Set<ColumnKind> from;

    FieldType(ColumnKind... from) {
        this.from = Set.of(from);
    }

    boolean takes(ColumnKind kind) {
        return from.contains(kind);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String words() {
        return Arrays.stream(values()).map(FieldType::word).collect(Collectors.joining(", "));
    }
}
