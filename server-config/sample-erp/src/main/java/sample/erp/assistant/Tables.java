package sample.erp.assistant;

import erp.assistant.record.Field;
import erp.assistant.record.Rows;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Writes lists of the ERP as rows of a record, capped. */
final class Tables {

    private Tables() {}

    /** Rows that have a key of their own, such as a line's position. */
    static <T> Rows keyed(
            String id,
            String label,
            List<T> all,
            int most,
            Function<T, String> key,
            Function<T, List<Field>> cells,
            Field... totals) {
        return rows(id, label, all, most, (index, row) -> key.apply(row), cells, totals);
    }

    /** Rows that are numbered from 1. */
    static <T> Rows numbered(
            String id, String label, List<T> all, int most, Function<T, List<Field>> cells, Field... totals) {
        return rows(id, label, all, most, (index, row) -> String.valueOf(index + 1), cells, totals);
    }

    private static <T> Rows rows(
            String id,
            String label,
            List<T> all,
            int most,
            BiFunction<Integer, T, String> key,
            Function<T, List<Field>> cells,
            Field... totals) {
        List<Rows.Row> rows = IntStream.range(0, Math.min(most, all.size()))
                .mapToObj(i -> new Rows.Row(key.apply(i, all.get(i)), cells.apply(all.get(i))))
                .toList();
        return new Rows(id, label, rows, all.size(), List.of(totals));
    }
}
