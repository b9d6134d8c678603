package erp.assistant.impl.mapping;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table as the database describes itself. */
record Table(
        @Nullable String catalog,
        @Nullable String schema,
        String name,
        List<Column> columns,
        List<String> primaryKey,
        List<Key> toParents,
        List<Key> fromChildren) {

    /** @param scale digits after the point */
    record Column(String name, ColumnKind kind, String typeName, int scale) {}

    /** A foreign key of one column. */
    record Key(@Nullable String schema, String table, String column, String otherColumn) {}

    private record Found(@Nullable String catalog, @Nullable String schema, String name) {

        boolean is(String wanted) {
            return name.equalsIgnoreCase(wanted) || (schema + "." + name).equalsIgnoreCase(wanted);
        }
    }

    /** Finds a table or view by its name, with or without its schema and in any case; nothing if there are several. */
    static Optional<Table> find(DatabaseMetaData metaData, String wanted) throws SQLException {
        List<Found> found = new ArrayList<>();
        try (ResultSet tables = metaData.getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE", "VIEW"})) {
            while (tables.next()) {
                Found each = new Found(
                        tables.getString("TABLE_CAT"), tables.getString("TABLE_SCHEM"), tables.getString("TABLE_NAME"));
                if (each.is(wanted)) {
                    found.add(each);
                }
            }
        }
        if (found.size() != 1) {
            return Optional.empty();
        }
        Found table = found.get(0);
        return Optional.of(describe(metaData, table.catalog(), table.schema(), table.name()));
    }

    static Table describe(DatabaseMetaData metaData, @Nullable String catalog, @Nullable String schema, String name)
            throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (ResultSet each = metaData.getColumns(catalog, escaped(metaData, schema), escaped(metaData, name), "%")) {
            while (each.next()) {
                columns.add(new Column(
                        each.getString("COLUMN_NAME"),
                        ColumnKind.of(each.getInt("DATA_TYPE")),
                        each.getString("TYPE_NAME").toLowerCase(Locale.ROOT),
                        each.getInt("DECIMAL_DIGITS")));
            }
        }
        List<String> primaryKey = new ArrayList<>();
        try (ResultSet each = metaData.getPrimaryKeys(catalog, schema, name)) {
            while (each.next()) {
                primaryKey.add(each.getString("COLUMN_NAME"));
            }
        }
        return new Table(
                catalog,
                schema,
                name,
                columns,
                primaryKey,
                keys(metaData.getImportedKeys(catalog, schema, name), "PK", "FK"),
                keys(metaData.getExportedKeys(catalog, schema, name), "FK", "PK"));
    }

    private static List<Key> keys(ResultSet found, String other, String own) throws SQLException {
        record Part(int sequence, Key key) {}
        List<Part> parts = new ArrayList<>();
        try (found) {
            while (found.next()) {
                parts.add(new Part(
                        found.getInt("KEY_SEQ"),
                        new Key(
                                found.getString(other + "TABLE_SCHEM"),
                                found.getString(other + "TABLE_NAME"),
                                found.getString(own + "COLUMN_NAME"),
                                found.getString(other + "COLUMN_NAME"))));
            }
        }
        List<Key> single = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            boolean alone = parts.get(i).sequence() == 1
                    && (i + 1 == parts.size() || parts.get(i + 1).sequence() == 1);
            if (alone) {
                single.add(parts.get(i).key());
            }
        }
        return single;
    }

    private static @Nullable String escaped(DatabaseMetaData metaData, @Nullable String name) throws SQLException {
        String escape = metaData.getSearchStringEscape();
        return name == null
                ? null
                : name.replace(escape, escape + escape)
                        .replace("_", escape + "_")
                        .replace("%", escape + "%");
    }
}
