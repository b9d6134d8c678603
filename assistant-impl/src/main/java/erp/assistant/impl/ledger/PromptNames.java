package erp.assistant.impl.ledger;

import erp.assistant.AnswerEvent.SentValue;
import erp.assistant.chat.Fact;
import erp.assistant.report.AuditLog.PromptField;
import erp.assistant.report.AuditLog.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of what a prompt holds, as they are stored: a list of fields and columns, which many prompts share, and which rows had
 * which columns, which few do. Nothing that a receipt tells is lost between {@link #of} and {@link #read}.
 *
 * @param fields a line for each field and column: id, tab, label, tab, and {@code m} if it is masked
 * @param rows a line for each kind of row: the numbers of its columns in {@code fields}, from 0, with commas; a colon; and the keys
 *     of the rows, with blanks
 */
record PromptNames(String fields, String rows) {

    private static final String ANY_ROW = "*";

    /** What stands before the ids of what was looked up. */
    private static final Pattern LOOKED_UP = Pattern.compile("^found[1-9]\\d*(?:x\\d+)?(?=.)");

    /** Line breaks and tabs, which no id has and a label should not. */
    private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]+");

    /** A field, or a column. */
    private record Column(String id, String label, boolean masked) {}

    private static final Comparator<Column> BY_NAME = Comparator.comparing(Column::id)
            .thenComparing(Column::label)
            .thenComparing(Column::masked, Comparator.reverseOrder());

    /** The id of a cell has so many parts. */
    private static final int CELL = 3;

    static PromptNames ofFacts(List<Fact> facts) {
        return of(facts.stream()
                .map(fact -> new SentValue(fact.id(), fact.label(), fact.masked()))
                .toList());
    }

    static PromptNames of(List<SentValue> sent) {
        // By name, not as in the prompt: there the order depends on the question, and each order would be a list of its
        // own.
        Map<Column, Integer> columns = new LinkedHashMap<>();
        sent.stream().map(PromptNames::column).distinct().sorted(BY_NAME).forEach(column -> number(columns, column));
        Map<String, Set<Integer>> ofRows = new LinkedHashMap<>();
        for (SentValue value : sent) {
            String[] parts = value.id().split("\\.", -1);
            int number = number(columns, column(value));
            if (parts.length == CELL) {
                ofRows.computeIfAbsent(parts[0] + "." + parts[1], row -> new TreeSet<>())
                        .add(number);
            }
        }
        Map<Set<Integer>, List<String>> kinds = new LinkedHashMap<>();
        ofRows.forEach((row, numbers) ->
                kinds.computeIfAbsent(numbers, kind -> new ArrayList<>()).add(row.substring(row.indexOf('.') + 1)));
        return new PromptNames(
                columns.keySet().stream()
                        .map(column -> column.id()
                                + '\t'
                                + BREAKS.matcher(column.label()).replaceAll(" ")
                                + '\t'
                                + (column.masked() ? "m" : ""))
                        .collect(Collectors.joining("\n")),
                kinds.entrySet().stream()
                        .map(kind -> kind.getKey().stream().map(String::valueOf).collect(Collectors.joining(",")) + ":"
                                + String.join(" ", kind.getValue()))
                        .collect(Collectors.joining("\n")));
    }

    private static Column column(SentValue value) {
        String[] parts = value.id().split("\\.", -1);
        String id = parts.length == CELL ? parts[0] + "." + ANY_ROW + "." + parts[2] : value.id();
        return new Column(id, value.label(), value.masked());
    }

    private static int number(Map<Column, Integer> columns, Column column) {
        Integer known = columns.putIfAbsent(column, columns.size());
        return known == null ? columns.size() - 1 : known;
    }

    /** The fields and columns in their order, each column with the rows that had it. */
    static List<PromptField> read(List<PromptField> columns, String rows) {
        Map<Integer, List<String>> keys = new HashMap<>();
        for (String kind : lines(rows)) {
            int colon = kind.indexOf(':');
            List<String> ofKind = List.of(kind.substring(colon + 1).split(" "));
            for (String number : kind.substring(0, colon).split(",")) {
                keys.merge(Integer.valueOf(number), ofKind, PromptNames::both);
            }
        }
        List<PromptField> fields = new ArrayList<>(columns);
        keys.forEach((number, of) -> {
            PromptField column = columns.get(number);
            fields.set(number, new PromptField(column.id(), column.label(), column.masked(), of));
        });
        return fields;
    }

    /** The list alone, in which columns have no rows. */
    static List<PromptField> columns(String fields) {
        return lines(fields).stream()
                .map(line -> line.split("\t", -1))
                .map(parts -> new PromptField(parts[0], parts[1], parts[2].equals("m"), List.of()))
                .toList();
    }

    /** What a question's prompts held, the first and those of its requests; the rows of a column together. */
    static List<PromptField> all(List<PromptField> first, List<Request> requests) {
        Map<Column, Set<String>> rows = new LinkedHashMap<>();
        Stream.concat(Stream.of(first), requests.stream().map(Request::fields))
                .flatMap(List::stream)
                .forEach(field -> rows.computeIfAbsent(
                                new Column(field.id(), field.label(), field.masked()), column -> new LinkedHashSet<>())
                        .addAll(field.rows()));
        return rows.entrySet().stream()
                .map(entry -> new PromptField(
                        entry.getKey().id(),
                        entry.getKey().label(),
                        entry.getKey().masked(),
                        List.copyOf(entry.getValue())))
                .toList();
    }

    /** The ids in a list, each once, with the names by which they are looked for. */
    static Map<String, String> names(String fields) {
        Map<String, String> names = new LinkedHashMap<>();
        for (PromptField column : columns(fields)) {
            String last = column.id().substring(column.id().lastIndexOf('.') + 1);
            names.put(column.id(), LOOKED_UP.matcher(last).replaceFirst(""));
        }
        return names;
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n"));
    }

    private static List<String> both(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
