package erp.assistant.record;

import java.util.Objects;

/** A column by which a list is sorted. */
public record ListSort(String column, boolean descending) {

    public ListSort {
        Objects.requireNonNull(column, "column");
    }

    /** Reads {@code dueDate}, or {@code -dueDate} for the greatest first. */
    public static ListSort of(String written) {
        return written.startsWith("-") ? new ListSort(written.substring(1), true) : new ListSort(written, false);
    }

    @Override
    public String toString() {
        return (descending ? "-" : "") + column;
    }
}
