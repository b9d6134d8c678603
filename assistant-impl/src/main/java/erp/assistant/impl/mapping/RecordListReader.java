package erp.assistant.impl.mapping;

import erp.assistant.impl.mapping.ListStatements.Figure;
import erp.assistant.record.Asker;
import erp.assistant.record.Field;
import erp.assistant.record.ListAggregate;
import erp.assistant.record.ListColumn;
import erp.assistant.record.ListQuery;
import erp.assistant.record.ListResult;
import erp.assistant.record.QuickAction;
import erp.assistant.record.RecordList;
import erp.assistant.record.Rows;
import erp.assistant.record.Value;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Declares and reads the list of a mapping for one asker. For one thread. */
final class RecordListReader {

    private final Mapping mapping;
    private final MappedList list;
    private final Reading reading;
    private final Rights rights;
    private final Parameters parameters;
    private final Locale language;
    private final Instant now;
    private final ZoneId zone;

    RecordListReader(
            Mapping mapping,
            MappedList list,
            Reading reading,
            Asker asker,
            Map<String, @Nullable Object> values,
            Instant now,
            ZoneId zone)
            throws SQLException {
        this.mapping = mapping;
        this.list = list;
        this.reading = reading;
        this.parameters = new Parameters(values, null);
        this.rights = Rights.of(asker, mapping, reading, parameters);
        this.language = asker.language();
        this.now = now;
        this.zone = zone;
    }

    /** The list as the asker may use it, or nothing. */
    Optional<RecordList> declared() {
        List<MappedList.Column> columns = columns();
        if (!mayRead() || columns.isEmpty()) {
            return Optional.empty();
        }
        Set<String> ids = columns.stream().map(column -> column.field().id()).collect(Collectors.toSet());
        return Optional.of(new RecordList(
                mapping.type(),
                list.label().in(language),
                list.about().in(language),
                columns.stream().map(this::declared).toList(),
                list.actions().stream()
                        .filter(action -> action.when().map(ids::contains).orElse(true))
                        .map(action -> new QuickAction(
                                action.id(),
                                action.label().in(language),
                                action.question().in(language)))
                        .toList()));
    }

    /** The rows that the asker may see; empty if the asker may see none at all. */
    Optional<ListResult> read(ListQuery query) throws SQLException {
        if (!mayRead()) {
            return Optional.empty();
        }
        List<MappedList.Column> columns = columns();
        ListStatements statements = new ListStatements(mapping, list, columns, query);
        Parameters bound = parameters.with(statements.bound());
        List<RowData> found =
                reading.rows(statements.first(query.sort(), columns), bound, Math.min(query.limit(), list.cap()));
        RowKeys keys = new RowKeys();
        List<Rows.Row> rows = new ArrayList<>();
        Set<String> organisations = new HashSet<>();
        for (RowData row : found) {
            FieldValues values = new FieldValues(row, language, zone);
            rows.add(new Rows.Row(
                    keys.next(list.key().map(row::text).orElse("")),
                    columns.stream()
                            .map(column -> values.field(column.field(), row))
                            .toList()));
            mapping.organisation().filter(row::has).ifPresent(name -> organisations.add(row.text(name)));
        }
        List<Figure> figures = Figure.of(columns);
        RowData all = reading.first(statements.figures(figures), bound)
                .orElseThrow(() -> new IllegalStateException("a count has no row"));
        int total = Math.max(rows.size(), number(all, "n"));
        List<Field> totals = new ArrayList<>();
        figures.forEach(figure -> figure(figure, all).ifPresent(totals::add));
        // Rows that were not read may belong to others.
        boolean allRead = total == rows.size();
        return Optional.of(new ListResult(
                rows,
                total,
                totals,
                query.groupBy().isEmpty() ? List.of() : groups(query.groupBy(), columns, statements, bound),
                now,
                allRead && organisations.size() == 1 ? organisations.iterator().next() : ""));
    }

    private List<Rows.Row> groups(
            String groupBy, List<MappedList.Column> columns, ListStatements statements, Parameters bound)
            throws SQLException {
        MappedList.Column by = columns.stream()
                .filter(column -> column.field().id().equals(groupBy))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the list has no column " + groupBy));
        List<Figure> sums = Figure.of(columns).stream()
                .filter(figure -> figure.aggregate() == ListAggregate.SUM)
                .toList();
        List<Rows.Row> groups = new ArrayList<>();
        for (RowData row : reading.rows(statements.groups(by, sums), bound, ListQuery.MAX_GROUPS)) {
            FieldValues values = new FieldValues(row, language, zone);
            List<Field> cells = new ArrayList<>();
            cells.add(values.field(by.field(), row, "g"));
            cells.add(Field.of(
                    ListResult.COUNT, "Number of rows", new Value.Quantity(BigDecimal.valueOf(number(row, "n")), "")));
            sums.forEach(sum -> figure(sum, row).ifPresent(cells::add));
            groups.add(new Rows.Row(Integer.toString(groups.size() + 1), cells));
        }
        return groups;
    }

    /** Empty where the rows have several currencies or units: they have no sum, and the least of them is not comparable. */
    private Optional<Field> figure(Figure figure, RowData row) {
        MappedField field = figure.column().field();
        if (!figure.unitColumn().isEmpty()) {
            if (!row.text(figure.leastUnit()).equals(row.text(figure.greatestUnit()))) {
                return Optional.empty();
            }
            field = field.in(new Unit.FromColumn(figure.leastUnit()));
        }
        Field value = new FieldValues(row, language, zone).field(field.unlinked(), row, figure.alias());
        return Optional.of(new Field(
                figure.aggregate().idOf(field.id()),
                value.label(),
                value.value(),
                value.sensitivity(),
                value.importance()));
    }

    private static int number(RowData row, String column) {
        return new BigDecimal(row.text(column)).intValueExact();
    }

    private boolean mayRead() {
        return rights.anyOf(mapping.roles()) && rights.anyOf(list.roles());
    }

    private List<MappedList.Column> columns() {
        return list.columns().stream()
                .filter(column -> rights.anyOf(column.field().roles()))
                .toList();
    }

    private ListColumn declared(MappedList.Column column) {
        MappedField field = column.field();
        return new ListColumn(
                field.id(),
                field.label().in(language),
                ListReader.kind(field.type()),
                field.unit()
                        .filter(Unit.Fixed.class::isInstance)
                        .map(unit -> ((Unit.Fixed) unit).text().in(language))
                        .orElse(""),
                field.sensitivity(),
                column.filter(),
                column.choices(),
                column.sort(),
                column.group(),
                column.aggregates());
    }
}
