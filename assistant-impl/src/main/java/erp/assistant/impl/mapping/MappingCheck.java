package erp.assistant.impl.mapping;

import erp.assistant.record.ListQuery;
import erp.assistant.record.ListSort;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares a mapping with the database that it names: whether its queries are understood and have the columns of its fields. */
final class MappingCheck {

    private final Mapping mapping;
    private final Problems problems;

    private MappingCheck(Mapping mapping, Problems problems) {
        this.mapping = mapping;
        this.problems = problems;
    }

    /**
     * Notes what the database does not know. Nothing is read.
     *
     * @throws SQLException with the database's own words if a statement is refused: they are about the statement, there are no
     *     values in it
     */
    static void check(Mapping mapping, Reading reading, Problems problems) throws SQLException {
        new MappingCheck(mapping, problems).run(reading);
    }

    private void run(Reading reading) throws SQLException {
        Place top = new Place(1, 1);
        if (mapping.rolesQuery().isPresent()) {
            reading.columns(Statement.all(mapping.rolesQuery().get()));
        }
        Optional<Columns> found = reading.columns(mapping.record());
        if (found.isEmpty()) {
            return;
        }
        Columns record = found.get();
        mapping.version().ifPresent(column -> exists(column, record, top, "version"));
        mapping.organisation().ifPresent(column -> exists(column, record, top, "organisation"));
        fields(mapping.fields(), record, record);
        for (MappedFacts facts : mapping.facts()) {
            parameters(facts.query(), record, facts.place());
            reading.columns(Statement.all(facts.query())).ifPresent(columns -> fields(facts.fields(), columns, record));
        }
        for (MappedRows rows : mapping.rows()) {
            parameters(rows.query(), record, rows.place());
            reading.columns(rows.first()).ifPresent(columns -> {
                fields(rows.fields(), columns, record);
                rows.key().ifPresent(key -> exists(key, columns, rows.place(), "key of the rows " + rows.id()));
            });
            sums(rows, reading, record);
        }
        if (mapping.list().isPresent()) {
            list(mapping.list().get(), reading);
        }
    }

    /** All that may be asked of the list is put before the database once, so that no question is the first to find a mistake. */
    private void list(MappedList list, Reading reading) throws SQLException {
        Optional<Columns> found = reading.columns(mapping.visible(list.query()));
        if (found.isEmpty()) {
            return;
        }
        Columns columns = found.get();
        fields(list.columns().stream().map(MappedList.Column::field).toList(), columns, columns);
        list.key().ifPresent(key -> exists(key, columns, list.place(), "key of the list"));
        for (MappedList.Column column : list.columns()) {
            if (columns.has(column.field().column())) {
                comparable(column, columns.kind(column.field().column()));
            }
        }
        if (!problems.none()) {
            return;
        }
        ListStatements statements = new ListStatements(mapping, list, list.columns(), ListQuery.ALL);
        List<ListSort> sorts = list.columns().stream()
                .filter(MappedList.Column::used)
                .map(column -> new ListSort(column.field().id(), false))
                .toList();
        List<ListStatements.Figure> figures = ListStatements.Figure.of(list.columns());
        reading.columns(statements.first(sorts, list.columns()));
        reading.columns(statements.figures(figures));
        for (MappedList.Column column : list.columns()) {
            if (column.group()) {
                reading.columns(statements.groups(column, figures));
            }
        }
    }

    private void comparable(MappedList.Column column, ColumnKind kind) {
        FieldType type = column.field().type();
        boolean asText = type == FieldType.TEXT && kind != ColumnKind.TEXT;
        boolean asFlag = type == FieldType.FLAG && kind != ColumnKind.FLAG;
        if (column.used() && (asText || asFlag)) {
            problems.add(
                    column.field().place(),
                    column.field().id() + " is filtered, sorted or grouped by as " + type.word()
                            + ", but its column is a " + kind.word()
                            + ": give it that type, or convert it in the query");
        }
    }

    private void sums(MappedRows rows, Reading reading, Columns record) throws SQLException {
        Optional<Columns> sums = reading.columns(rows.sums());
        if (sums.isPresent()) {
            for (int i = 0; i < rows.totals().size(); i++) {
                MappedField field = rows.totals().get(i).field();
                kind(field, sums.get().kind(MappedRows.alias(i)));
                unit(field, sums.get(), record);
            }
        }
    }

    private void fields(List<MappedField> fields, Columns columns, Columns record) {
        for (MappedField field : fields) {
            if (exists(field.column(), columns, field.place(), field.id())) {
                kind(field, columns.kind(field.column()));
            }
            unit(field, columns, record);
            field.link().ifPresent(link -> exists(link.column(), columns, field.place(), "the link of " + field.id()));
        }
    }

    private void unit(MappedField field, Columns columns, Columns record) {
        field.unit()
                .filter(Unit.FromColumn.class::isInstance)
                .map(unit -> ((Unit.FromColumn) unit).column())
                .filter(column -> !columns.has(column))
                .ifPresent(column -> exists(column, record, field.place(), "the unit of " + field.id()));
    }

    private void kind(MappedField field, ColumnKind kind) {
        if (!field.type().takes(kind)) {
            problems.add(
                    field.place(),
                    field.id() + " has the type " + field.type().word() + ", but its column is a " + kind.word());
        }
    }

    private void parameters(Sql query, Columns record, Place place) {
        Stream.of(query)
                .flatMap(sql -> sql.parameters().stream())
                .filter(name -> name.startsWith(Parameters.RECORD))
                .forEach(name -> exists(name.substring(Parameters.RECORD.length()), record, place, ":" + name));
    }

    private boolean exists(String column, Columns columns, Place place, String what) {
        if (columns.has(column)) {
            return true;
        }
        problems.add(place, what + ": the query has no column " + column + ", or several; it has " + columns.names());
        return false;
    }
}
