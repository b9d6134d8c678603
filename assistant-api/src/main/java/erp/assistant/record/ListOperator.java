package erp.assistant.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a list's filter compares a column with a value. A row that has no value in the column passes {@link #NE} only. */
public enum ListOperator {
    EQ("is"),
    NE("is not"),
    LT("below"),
    LE("at most"),
    GT("above"),
    GE("at least"),
    /** One of several values. */
    IN("is one of"),
    /** Text that has the value somewhere, in small or capital letters. */
    CONTAINS("contains");

    private final String words;

    ListOperator(String words) {
        this.words = words;
    }

    /** As requests write it, such as {@code eq}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As a sentence says it, such as {@code at least}. */
    public String words() {
        return words;
    }

    /** The operator that requests write so. */
    public static Optional<ListOperator> of(String key) {
        return Arrays.stream(values())
                .filter(operator -> operator.key().equals(key))
                .findFirst();
    }
}
