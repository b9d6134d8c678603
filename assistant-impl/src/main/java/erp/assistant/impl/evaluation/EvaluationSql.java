package erp.assistant.impl.evaluation;

import erp.assistant.impl.sql.Sql;
import erp.assistant.impl.sql.Sql.RowReader;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The evaluation's SQL: as {@link Sql}; a failure of the database is an {@link EvaluationException}. */
final class EvaluationSql {

    private final Sql sql;

    EvaluationSql(DataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    /** Returns how many rows it changed. */
    int update(String statement, @Nullable Object... values) {
        try {
            return sql.update(statement, values);
        } catch (SQLException e) {
            throw notRecorded(e);
        }
    }

    /** The same statement once for each of the rows, all of them or none; returns how many rows were changed in all. */
    int batch(String statement, List<@Nullable Object[]> rows) {
        try {
            return sql.transaction(statements -> {
                int changed = 0;
                for (@Nullable Object[] row : rows) {
                    changed += statements.update(statement, row);
                }
                return changed;
            });
        } catch (SQLException e) {
            throw notRecorded(e);
        }
    }

    <T> List<T> query(String statement, RowReader<T> reader, @Nullable Object... values) {
        try {
            return sql.query(statement, reader, values);
        } catch (SQLException e) {
            throw new EvaluationException("the evaluation could not be read", e);
        }
    }

    private static EvaluationException notRecorded(SQLException e) {
        return new EvaluationException("the evaluation could not be recorded", e);
    }
}
