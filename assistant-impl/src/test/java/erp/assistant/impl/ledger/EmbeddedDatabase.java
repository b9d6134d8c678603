package erp.assistant.impl.ledger;

import java.nio.file.Path;
import org.h2.jdbcx.JdbcDataSource;

/** The embedded database with the address that is shipped in {@code assistant.xml}. */
final class EmbeddedDatabase {

    /** What follows the file's name. */
    static final String SETTINGS = ";WRITE_DELAY=0;REUSE_SPACE=FALSE;PAGE_SIZE=2048";

    private EmbeddedDatabase() {}

    static JdbcDataSource in(Path directory) {
        return at(directory.resolve("assistant"), SETTINGS);
    }

    static JdbcDataSource at(Path file, String settings) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:retry:" + file + settings);
        dataSource.setUser("assistant");
        dataSource.setPassword("");
        return dataSource;
    }
}
