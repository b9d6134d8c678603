package erp.assistant.impl.mapping;

import erp.assistant.record.Sensitivity;
import jakarta.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A mapping file for a table as an admin may start from: all columns, the rows of child tables, and a row filter that is
 * refused until the admin has decided it.
 */
record Proposal(String dataSource, Table table, List<Child> children, SqlNames names) {

    /** A table with a foreign key to the proposed one. */
    record Child(Table table, Table.Key key) {}

    private static final int MOST_COLUMNS = 60;

    String text() {
        List<String> members = new ArrayList<>();
        members.add(member("$schema", text("mapping.schema.json")));
        members.add(member("type", text(Words.kebab(table.name()))));
        members.add(member("dataSource", text(dataSource)));
        members.add(member("label", text(label())));
        members.add(member("rowFilter", text("decide")));
        idType().ifPresent(type -> members.add(member("idType", text(type))));
        currency(table).ifPresent(column -> members.add(member("currency", column(column))));
        members.add(member("query", query(table, "t", names.of(keyColumn()) + " = :id")));
        members.add(member("fields", fields(table, "    ", true)));
        List<Child> shown = children.stream()
                .filter(child -> order(child.table()).isPresent())
                .toList();
        if (!shown.isEmpty()) {
            members.add(
                    "  \"rows\": {\n" + shown.stream().map(this::rows).collect(Collectors.joining(",\n")) + "\n  }");
        }
        return "{\n" + String.join(",\n", members) + "\n}\n";
    }

    private String label() {
        String name = Words.label(table.name());
        return columns(table).stream()
                .filter(column -> column.name().equals(keyColumn()))
                .filter(column -> ColumnGuess.sensitivity(column.name()) == Sensitivity.PUBLIC)
                .map(column -> name + " {" + Words.camel(column.name()) + "}")
                .findFirst()
                .orElse(name);
    }

    private String keyColumn() {
        return table.primaryKey().isEmpty()
                ? table.columns().get(0).name()
                : table.primaryKey().get(0);
    }

    private Optional<String> idType() {
        return table.columns().stream()
                .filter(column -> column.name().equals(keyColumn()))
                .map(column -> column.kind() == ColumnKind.NUMBER ? "number" : column.typeName())
                .filter(type -> type.equals("number") || type.equals("uuid"))
                .findFirst();
    }

    private static List<Table.Column> columns(Table table) {
        return table.columns().stream()
                .filter(column -> column.kind() != ColumnKind.BINARY)
                .limit(MOST_COLUMNS)
                .toList();
    }

    private String query(Table of, String alias, String condition) {
        return "[\n      "
                + text("SELECT "
                        + columns(of).stream()
                                .map(column -> alias + "." + names.of(column.name()))
                                .collect(Collectors.joining(", ")))
                + ",\n      "
                + text("FROM " + names.of(of.schema(), of.name()) + " " + alias + " WHERE " + alias + "." + condition)
                + "]";
    }

    private String fields(Table of, String indent, boolean top) {
        return columns(of).stream()
                .sorted(Comparator.comparing(column -> !identity(of, column, top)))
                .map(column -> indent + "  " + field(of, column, top))
                .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
    }

    private static boolean identity(Table of, Table.Column column, boolean top) {
        return top && (of.primaryKey().contains(column.name()) || ColumnGuess.identifies(column.name()));
    }

    private String field(Table of, Table.Column column, boolean top) {
        List<String> members = new ArrayList<>();
        members.add("\"label\": " + text(Words.label(column.name())));
        members.add("\"column\": " + text(column.name().toLowerCase(Locale.ROOT)));
        type(of, column).ifPresent(members::add);
        Sensitivity sensitivity = ColumnGuess.sensitivity(column.name());
        if (sensitivity != Sensitivity.PUBLIC) {
            members.add("\"sensitivity\": " + text(sensitivity.name().toLowerCase(Locale.ROOT)));
        }
        if (identity(of, column, top)) {
            members.add("\"importance\": \"identity\"");
        } else if (ColumnGuess.background(column.name())) {
            members.add("\"importance\": \"detail\"");
        }
        of.toParents().stream()
                .filter(key -> key.column().equals(column.name()))
                .findFirst()
                .ifPresent(key -> members.add("\"link\": {\"type\": " + text(Words.kebab(key.table()))
                        + ", \"column\": " + text(column.name().toLowerCase(Locale.ROOT)) + "}"));
        return text(Words.camel(column.name())) + ": {" + String.join(", ", members) + "}";
    }

    private Optional<String> type(Table of, Table.Column column) {
        return switch (column.kind()) {
            case NUMBER -> Optional.of(number(of, column));
            case DATE -> Optional.of("\"type\": \"date\"");
            case MOMENT -> Optional.of("\"type\": \"moment\"");
            case FLAG -> Optional.of("\"type\": \"flag\"");
            default -> Optional.empty();
        };
    }

    /** Money only where a column says in which currency; keys are no numbers to reckon with. */
    private String number(Table of, Table.Column column) {
        boolean key = of.primaryKey().contains(column.name())
                || of.toParents().stream().anyMatch(each -> each.column().equals(column.name()));
        boolean currency = currency(of).isPresent() || currency(table).isPresent();
        String type = key
                ? "text"
                : ColumnGuess.share(column) ? "percent" : currency && ColumnGuess.money(column) ? "money" : "number";
        String own = currency(table).isEmpty() && type.equals("money")
                ? ", \"currency\": " + currency(of).map(this::column).orElse("")
                : "";
        return "\"type\": " + text(type) + own;
    }

    private static Optional<String> currency(Table of) {
        return of.columns().stream()
                .filter(column -> column.kind() == ColumnKind.TEXT && ColumnGuess.currency(column.name()))
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .findFirst();
    }

    private String rows(Child child) {
        Table of = child.table();
        String condition = names.of(child.key().otherColumn()) + " = :record."
                + child.key().column().toLowerCase(Locale.ROOT);
        return "    " + text(id(child)) + ": {\n      \"label\": " + text(Words.label(of.name()))
                + ",\n      \"order\": " + text(order(of).orElse(""))
                + ",\n      \"cap\": 20,\n      \"query\": " + query(of, "c", condition)
                + ",\n      \"fields\": " + fields(of, "      ", false) + "\n    }";
    }

    /** A table may refer to another one twice, as a bill of materials does to its products. */
    private String id(Child child) {
        String name = child.table().name();
        boolean alone = children.stream()
                        .filter(other -> other.table().name().equals(name))
                        .count()
                == 1;
        return Words.camel(alone ? name : name + "_by_" + child.key().otherColumn());
    }

    /** By the key, where its name can stand in an order. */
    private Optional<String> order(Table of) {
        List<String> plain = (of.primaryKey().isEmpty()
                        ? of.columns().stream().map(Table.Column::name).limit(1).toList()
                        : of.primaryKey())
                .stream()
                        .filter(names::plain)
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList();
        return plain.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", plain));
    }

    private String column(String name) {
        return "{\"column\": " + text(name) + "}";
    }

    private static String member(String name, String json) {
        return "  " + text(name) + ": " + json;
    }

    private static String text(String text) {
        return Json.createValue(text).toString();
    }
}
