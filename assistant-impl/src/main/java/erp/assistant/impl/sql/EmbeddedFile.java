package erp.assistant.impl.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The file of a database that H2 has in this process.
 *
 * <p>{@code SHUTDOWN COMPACT} (H2's {@code MVStore.compact}) writes what is in use into {@code .mv.db.tempFile}, forces it to the disk,
 * and puts it in the place of the file by one renaming. So the file is at each moment the one from before or the finished one;
 * the next opening removes a temporary file that a death has left.
 */
final class EmbeddedFile {

    /** As {@code async:}; the letter of a drive is none. */
    private static final Pattern FILE_SYSTEMS = Pattern.compile("^(?:[a-zA-Z][a-zA-Z0-9]+:)+");

    private static final Pattern REMOTE = Pattern.compile("^jdbc:h2:(?:tcp|ssl):");

    private final GuardedDataSource source;
    private final Path file;

    private EmbeddedFile(GuardedDataSource source, Path file) {
        this.source = source;
        this.file = file;
    }

    /** Whether H2 has the database in this process; it may be in memory. */
    static boolean possible(GuardedDataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("H2")
                    && !REMOTE.matcher(connection.getMetaData().getURL()).find();
        }
    }

    /** The file; empty if the database is in memory. */
    static Optional<EmbeddedFile> of(GuardedDataSource source) throws SQLException {
        List<Optional<String>> path = new Sql(source)
                .query("SELECT DATABASE_PATH() AS database_path", row -> Sql.optionalText(row, "database_path"));
        return path.get(0)
                .map(text -> Path.of(FILE_SYSTEMS.matcher(text).replaceFirst("") + ".mv.db"))
                .filter(Files::isRegularFile)
                .map(file -> new EmbeddedFile(source, file));
    }

    Path path() {
        return file;
    }

    long bytes() throws IOException {
        return Files.size(file);
    }

    long freeOnDisk() throws IOException {
        return Files.getFileStore(file).getUsableSpace();
    }

    /**
     * About how much of the file is in use, in bytes, rather too much than too little.
     *
     * @throws SQLException also if the user is no administrator of the database: H2 tells nobody else, and lets nobody else close it
     */
    long liveBytes() throws SQLException, IOException {
        Map<String, Long> facts = new HashMap<>();
        new Sql(source)
                .query(
                        "SELECT SETTING_NAME, SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS"
                                + " WHERE SETTING_NAME IN ('info.FILL_RATE', 'info.CHUNKS_FILL_RATE')",
                        row -> facts.put(row.getString("SETTING_NAME"), Long.valueOf(row.getString("SETTING_VALUE"))));
        Long chunks = facts.get("info.FILL_RATE");
        Long pages = facts.get("info.CHUNKS_FILL_RATE");
        if (chunks == null || pages == null) {
            throw new SQLException("the user is no administrator of the database");
        }
        // In percent: the chunks of the file, and the pages of the chunks. Rounded, so one more of each.
        return bytes() / 100 * Math.min(100, chunks + 1) / 100 * Math.min(100, pages + 1);
    }

    /**
     * Closes the database, writes its file anew and opens it again; for who is alone.
     *
     * @throws SQLException if it is not open afterwards, or if H2 says that it failed; the rows are there in either case
     */
    void compact() throws SQLException {
        Optional<SQLException> refused = shutdown();
        Connection connection = source.living();
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
        if (refused.isPresent()) {
            throw refused.get();
        }
    }

    private Optional<SQLException> shutdown() throws SQLException {
        Connection connection = source.living();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e);
        } finally {
            GuardedDataSource.discard(connection);
        }
    }
}
