package erp.assistant.impl.ledger;

import erp.assistant.impl.sql.Sql;
import erp.assistant.impl.sql.Sql.RowReader;
import erp.assistant.impl.sql.Sql.SessionWork;
import erp.assistant.impl.sql.Sql.Work;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The ledger's SQL: as {@link Sql}, with short texts, and with transactions that works of several threads share. */
final class Database {

    /** What a browser or a provider sent has no natural end. */
    private static final int LONGEST_TEXT = 200;

    private final Sql sql;
    private final GroupCommit group = new GroupCommit(this);

    Database(DataSource dataSource) {
        this.sql = new Sql(dataSource, LONGEST_TEXT);
    }

    /** Returns how many rows it changed. */
    int update(String statement, @Nullable Object... values) throws SQLException {
        return sql.update(statement, values);
    }

    <T> List<T> query(String statement, RowReader<T> reader, @Nullable Object... values) throws SQLException {
        return sql.query(statement, reader, values);
    }

    /** All of the work, or nothing of it if it throws. */
    <T> T transaction(Work<T> work) throws SQLException {
        return sql.transaction(work);
    }

    /** The same in a transaction that works of other threads may share; see {@link GroupCommit}. */
    <T> T together(Work<T> work) throws SQLException {
        return group.write(work);
    }

    /** One transaction after the other on one connection; the last is rolled back if this throws. */
    void session(SessionWork work) throws SQLException {
        sql.session(work);
    }
}
