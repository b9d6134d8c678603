package erp.assistant.impl.mapping;

import java.sql.Types;
import java.util.Locale;

/** What a database column holds, as far as a mapping cares. */
enum ColumnKind {
    TEXT,
    NUMBER,
    DATE,
    MOMENT,
    FLAG,
    OTHER,
    /** Bytes and the like, which no field can be. */
    BINARY;

    /** The kind of a type of {@link Types}; a bit is what some drivers call a boolean. */
    static ColumnKind of(int jdbcType) {
        return switch (jdbcType) {
            case Types.CHAR,
                    Types.VARCHAR,
                    Types.LONGVARCHAR,
                    Types.NCHAR,
                    Types.NVARCHAR,
                    Types.LONGNVARCHAR,
                    Types.CLOB,
                    Types.NCLOB -> TEXT;
            case Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.NUMERIC,
                    Types.DECIMAL,
                    Types.REAL,
                    Types.FLOAT,
                    Types.DOUBLE -> NUMBER;
            case Types.DATE -> DATE;
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> MOMENT;
            case Types.BOOLEAN, Types.BIT -> FLAG;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BINARY;
            default -> OTHER;
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
