package erp.assistant.impl.mapping;

import erp.assistant.record.ListAggregate;
import erp.assistant.record.ListFilter;
import erp.assistant.record.ListOperator;
import erp.assistant.record.ListQuery;
import erp.assistant.record.ListSort;
import erp.assistant.record.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one query on a mapped list. Names of columns are the file's; what was asked for is only ever a parameter.
 */
final class ListStatements {

    /** No file can use it: a parameter there has letters, digits and underscores. */
    private static final String BOUND = "list-";

    private final MappedList list;
    private final Sql matching;
    private final Map<String, @Nullable Object> bound = new HashMap<>();

    /** @param columns those that the asker may see */
    ListStatements(Mapping mapping, MappedList list, List<MappedList.Column> columns, ListQuery query) {
        this.list = list;
        Map<String, MappedList.Column> byId = columns.stream()
                .collect(Collectors.toMap(column -> column.field().id(), column -> column));
        Sql visible = mapping.visible(list.query());
        if (query.filters().isEmpty()) {
            this.matching = visible;
            return;
        }
        Sql conditions = Sql.plain("");
        for (ListFilter filter : query.filters()) {
            Sql condition = condition(column(byId, filter.column()), filter);
            conditions = (conditions.jdbc().isEmpty() ? conditions : conditions.then(" AND "))
                    .then("(")
                    .then(condition)
                    .then(")");
        }
        this.matching =
                Sql.plain("SELECT * FROM (").then(visible).then(") m WHERE ").then(conditions);
    }

    /** The values that the statements bind. */
    Map<String, @Nullable Object> bound() {
        return Collections.unmodifiableMap(bound);
    }

    /** The first rows. */
    Sql first(List<ListSort> sort, List<MappedList.Column> columns) {
        Map<String, MappedList.Column> byId = columns.stream()
                .collect(Collectors.toMap(column -> column.field().id(), column -> column));
        List<String> order = new ArrayList<>();
        for (ListSort by : sort) {
            order.add(column(byId, by.column()) + (by.descending() ? " DESC" : ""));
        }
        // Behind what is asked for, so that equal rows have an order too.
        order.add(list.order());
        return Statement.from("*", matching, " t ORDER BY " + String.join(", ", order));
    }

    /** How many rows there are, as {@code n}, and their figures, as {@code a0} and so on with their units. */
    Sql figures(List<Figure> figures) {
        return Statement.from(selects(figures), matching, " t");
    }

    /** The same for each value of a column, as {@code g}; the most numerous first. */
    Sql groups(MappedList.Column by, List<Figure> figures) {
        String column = by.field().column();
        return Statement.from(
                column + " AS g, " + selects(figures), matching, " t GROUP BY " + column + " ORDER BY n DESC, g");
    }

    /** A figure over all rows; {@code index} makes its names unique. */
    record Figure(int index, MappedList.Column column, ListAggregate aggregate) {

        static List<Figure> of(List<MappedList.Column> columns) {
            List<Figure> figures = new ArrayList<>();
            for (MappedList.Column column : columns) {
                column.aggregates().stream()
                        .sorted()
                        .forEach(aggregate -> figures.add(new Figure(figures.size(), column, aggregate)));
            }
            return figures;
        }

        String alias() {
            return "a" + index;
        }

        /** The column that has its unit, or empty. */
        String unitColumn() {
            return column.field()
                    .unit()
                    .filter(Unit.FromColumn.class::isInstance)
                    .map(unit -> ((Unit.FromColumn) unit).column())
                    .orElse("");
        }

        String leastUnit() {
            return "u" + index;
        }

        String greatestUnit() {
            return "v" + index;
        }
    }

    private static String selects(List<Figure> figures) {
        List<String> selects = new ArrayList<>();
        selects.add("COUNT(*) AS n");
        for (Figure figure : figures) {
            selects.add(figure.aggregate() + "(" + figure.column().field().column() + ") AS " + figure.alias());
            if (!figure.unitColumn().isEmpty()) {
                selects.add("MIN(" + figure.unitColumn() + ") AS " + figure.leastUnit());
                selects.add("MAX(" + figure.unitColumn() + ") AS " + figure.greatestUnit());
            }
        }
        return String.join(", ", selects);
    }

    private static String column(Map<String, MappedList.Column> byId, String id) {
        MappedList.Column column = byId.get(id);
        if (column == null) {
            throw new IllegalStateException("the list has no column " + id);
        }
        return column.field().column();
    }

    private Sql condition(String name, ListFilter filter) {
        // A column may be a timestamp: a day is compared with its day.
        String column = filter.value() instanceof Value.Day ? "CAST(" + name + " AS DATE)" : name;
        if (filter.operator() == ListOperator.CONTAINS) {
            String text = ((Value.Text) filter.value()).text().strip().toLowerCase(Locale.ROOT);
            return Sql.plain("LOWER(" + column + ") LIKE ")
                    .then(bind("%" + text.replaceAll("([!%_])", "!$1") + "%"))
                    .then(" ESCAPE '!'");
        }
        if (filter.operator() == ListOperator.IN) {
            Sql values = Sql.plain(column + " IN (");
            for (int i = 0; i < filter.values().size(); i++) {
                values = (i == 0 ? values : values.then(", "))
                        .then(bind(bound(filter.values().get(i))));
            }
            return values.then(")");
        }
        Sql comparison = Sql.plain(column + comparison(filter.operator())).then(bind(bound(filter.value())));
        return filter.operator() == ListOperator.NE ? comparison.then(" OR " + column + " IS NULL") : comparison;
    }

    private static String comparison(ListOperator operator) {
        return switch (operator) {
            case EQ -> " = ";
            case NE -> " <> ";
            case LT -> " < ";
            case LE -> " <= ";
            case GT -> " > ";
            case GE -> " >= ";
            case IN, CONTAINS -> throw new IllegalStateException(operator + " has a form of its own");
        };
    }

    private Sql bind(Object value) {
        String name = BOUND + bound.size();
        bound.put(name, value);
        return new Sql("?", List.of(name));
    }

    private static Object bound(Value value) {
        if (value instanceof Value.Text text) {
            return text.text();
        }
        if (value instanceof Value.Quantity number) {
            return number.number();
        }
        if (value instanceof Value.Day day) {
            return day.date();
        }
        if (value instanceof Value.Flag flag) {
            return flag.yes();
        }
        throw new IllegalStateException(
                "a list is not filtered by " + value.getClass().getSimpleName());
    }
}
