package erp.assistant.impl.mapping;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A function of a database that writes although it is called by a query. Public for the database. */
public final class Watch {

    private static final AtomicInteger SEEN = new AtomicInteger();

    private Watch() {}

    static int seen() {
        return SEEN.get();
    }

    public static String write(Connection connection, String login) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO seen VALUES (?)")) {
            statement.setString(1, login);
            SEEN.addAndGet(statement.executeUpdate());
        }
        return "";
    }
}
