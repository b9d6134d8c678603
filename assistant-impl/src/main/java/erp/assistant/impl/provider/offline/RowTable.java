package erp.assistant.impl.provider.offline;

import erp.assistant.chat.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one kind as a Markdown table that fits a narrow panel: few rows, and the few columns that tell most of them.
 *
 * <p>It knows no ERP. A row's key, such as a line or document number, and the first columns name it, so they always stand; of the others those are taken first that the question asks
 * about, then dates, then what the ERP tells first. A yes or no tells least. What is the same in all rows tells nothing, unless it
 * is asked about. A row is cited once, by its first value.
 */
final class RowTable {

    private static final int MOST_ROWS = 5;
    private static final int MOST_COLUMNS = 4;
    private static final int NAMING_COLUMNS = 2;

    /** A longer key is a technical one that nobody knows a row by. */
    private static final int LONGEST_KEY = 12;

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");
    private static final Pattern FLAG = Pattern.compile("yes|no");
    private static final Pattern QUANTITY =
            Pattern.compile("-?\\d{1,30}\\.\\d{1,30}|-?\\d{1,30}(\\.\\d{1,30})? \\S{1,20}");

    private final LocalForm form;
    private final List<Map<String, Fact>> rows;
    private final List<Column> columns;
    private final boolean keyed;

    private record Column(String id, String label, List<String> values) {
        boolean only(Pattern form) {
            return values.stream().allMatch(value -> form.matcher(value).matches());
        }
    }

    /** Makes a table of the values of rows, the values of a row side by side. */
    RowTable(List<Fact> facts, AskedWords asked, LocalForm form) {
        this.form = form;
        this.rows = facts.stream()
                .collect(Collectors.groupingBy(
                        RowTable::key,
                        LinkedHashMap::new,
                        Collectors.toMap(
                                RowTable::column, Function.identity(), (first, second) -> first, LinkedHashMap::new)))
                .values()
                .stream()
                .limit(MOST_ROWS)
                .map(row -> (Map<String, Fact>) row)
                .toList();
        this.columns = mostTelling(columnsOf(rows), asked);
        this.keyed = rows.stream()
                .allMatch(row -> key(row.values().iterator().next()).length() <= LONGEST_KEY);
    }

    int size() {
        return rows.size();
    }

    /** The line of labels and the line that separates it. */
    String head() {
        Stream<String> labels = columns.stream().map(Column::label).map(RowTable::inCell);
        Stream<String> sides = columns.stream().map(column -> column.only(QUANTITY) ? "---:" : "---");
        return keyed
                ? line(Stream.concat(Stream.of("#"), labels)) + line(Stream.concat(Stream.of("---"), sides))
                : line(labels) + line(sides);
    }

    List<String> rows() {
        return rows.stream().map(this::row).toList();
    }

    private String row(Map<String, Fact> row) {
        Fact first = row.values().iterator().next();
        List<String> cells = new ArrayList<>();
        if (keyed) {
            cells.add(inCell(key(first)));
        }
        columns.forEach(column -> cells.add(value(row.get(column.id()))));
        cells.set(0, cells.get(0) + " [#" + first.id() + "]");
        return line(cells.stream());
    }

    private String value(@Nullable Fact fact) {
        return fact == null ? "–" : inCell(form.of(fact.value()));
    }

    private List<Column> mostTelling(List<Column> all, AskedWords asked) {
        Comparator<Column> tellingFirst = Comparator.comparing((Column column) -> column.only(FLAG))
                .thenComparing(column -> !asked.in(column.label()))
                .thenComparing(column -> !column.only(DATE));
        List<Column> naming = all.stream().limit(NAMING_COLUMNS).toList();
        List<Column> others = all.stream()
                .skip(NAMING_COLUMNS)
                .filter(column -> asked.in(column.label()) || !same(column))
                .sorted(tellingFirst)
                .limit(MOST_COLUMNS - naming.size())
                .toList();
        return all.stream()
                .filter(column -> naming.contains(column) || others.contains(column))
                .toList();
    }

    private boolean same(Column column) {
        return rows.size() > 1
                && column.values().size() == rows.size()
                && column.values().stream().distinct().count() == 1;
    }

    private static List<Column> columnsOf(List<Map<String, Fact>> rows) {
        Map<String, String> labels = new LinkedHashMap<>();
        rows.forEach(row -> row.forEach((id, fact) -> labels.putIfAbsent(id, fact.label())));
        return labels.entrySet().stream()
                .map(label -> new Column(
                        label.getKey(),
                        label.getValue(),
                        rows.stream()
                                .map(row -> row.get(label.getKey()))
                                .filter(Objects::nonNull)
                                .map(Fact::value)
                                .toList()))
                .toList();
    }

    private static String line(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String inCell(String text) {
        return Markdown.escape(text).replaceAll("\\R", " ");
    }

    private static String key(Fact fact) {
        return fact.id().split("\\.", -1)[1];
    }

    private static String column(Fact fact) {
        return fact.id().substring(fact.id().lastIndexOf('.') + 1);
    }
}
