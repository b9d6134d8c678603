package erp.assistant.impl.mapping;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a database's names into SQL, in quotes where it would take them otherwise for something else. */
final class SqlNames {

    private final boolean upper;
    private final boolean lower;

    SqlNames(DatabaseMetaData metaData) throws SQLException {
        this.upper = metaData.storesUpperCaseIdentifiers();
        this.lower = metaData.storesLowerCaseIdentifiers();
    }

    String of(String name) {
        return plain(name) ? name.toLowerCase(Locale.ROOT) : '"' + name + '"';
    }

    String of(@Nullable String schema, String table) {
        return schema == null ? of(table) : of(schema) + "." + of(table);
    }

    /** Whether the name needs no quotes. */
    boolean plain(String name) {
        boolean sameCase = upper && name.equals(name.toUpperCase(Locale.ROOT))
                || lower && name.equals(name.toLowerCase(Locale.ROOT))
                || !upper && !lower;
        return sameCase && Name.COLUMN.matches(name) && !ColumnGuess.reserved(name);
    }
}
