package sample.erp.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rows of a company in the making. Numbers them in the order in which they are made, the same each time. */
final class Book {

    private final LocalDate today;
    private final List<Object> rows = new ArrayList<>();
    private long lastId;

    Book(LocalDate today) {
        this.today = today;
    }

    LocalDate today() {
        return today;
    }

    /** A day before today, or after it if negative. */
    LocalDate daysAgo(int days) {
        return today.minusDays(days);
    }

    long nextId() {
        return ++lastId;
    }

    <T> T add(T row) {
        rows.add(row);
        return row;
    }

    List<Object> rows() {
        return rows;
    }

    <T> Stream<T> all(Class<T> type) {
        return rows.stream().filter(type::isInstance).map(type::cast);
    }
}
