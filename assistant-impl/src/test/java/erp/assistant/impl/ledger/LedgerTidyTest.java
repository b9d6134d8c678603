package erp.assistant.impl.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.impl.sql.FileTidy;
import erp.assistant.impl.sql.GuardedDataSource;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of the embedded ledger is made small, and no row is lost by it. */
class LedgerTidyTest {

    private static final int ANSWERS = 120;
    private static final Logger LEDGER = Logger.getLogger("erp.assistant.ledger");

    private final Fixtures.TestClock clock = new Fixtures.TestClock(Instant.EPOCH);

    @TempDir
    private Path directory;

    private final List<LogRecord> log = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord told) {
            log.add(told);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LEDGER.addHandler(listener);
    }

    @AfterEach
    void forget() {
        LEDGER.removeHandler(listener);
    }

    private EmbeddedLedger ledger() {
        return new EmbeddedLedger(directory);
    }

    /** As a server starts: opens the file, tidies it, uses it. */
    private GuardedDataSource start(DataSource pool, long from) {
        GuardedDataSource guarded = new GuardedDataSource(pool);
        new FileTidy(guarded, () -> from, clock).run();
        Schema.migrate(guarded);
        return guarded;
    }

    private List<LogRecord> warnings() {
        return log.stream()
                .filter(told -> told.getLevel().intValue() >= Level.WARNING.intValue())
                .toList();
    }

    /** A ledger that was used and stopped; returns its calls. */
    private Set<String> used() throws SQLException {
        JdbcConnectionPool pool = JdbcConnectionPool.create(ledger().dataSource());
        try {
            Schema.migrate(pool);
            Database direct = new Database(pool);
            int unused = direct.update("CREATE USER clerk PASSWORD ''")
                    + direct.update("GRANT ALL ON SCHEMA public TO clerk");
            EmbeddedLedger.book(pool, ANSWERS);
            return EmbeddedLedger.calls(pool);
        } finally {
            pool.dispose();
        }
    }

    @Test
    void aFileThatHasGrownIsSmallAfterTheStartAndHasAllRows() throws SQLException {
        Set<String> calls = used();
        long before = ledger().bytes();

        GuardedDataSource started = start(ServerPool.of(ledger().dataSource()), 1_000_000);

        assertThat(calls).hasSize(ANSWERS);
        assertThat(before).isGreaterThan(3_000_000);
        assertThat(ledger().bytes()).isLessThan(before / 4);
        assertThat(EmbeddedLedger.calls(started)).isEqualTo(calls);
        assertThat(log).anySatisfy(told -> assertThat(told.getMessage()).contains("was written anew"));
        assertThat(warnings()).isEmpty();
        EmbeddedLedger.book(started, 1);
        assertThat(EmbeddedLedger.calls(started)).hasSize(ANSWERS + 1);
    }

    @Test
    void aSmallFileAndOneThatShallGrowStayAsTheyAre() throws SQLException, IOException {
        used();
        long before = ledger().bytes();

        for (long from : new long[] {0, 2 * before}) {
            new FileTidy(new GuardedDataSource(ServerPool.of(ledger().dataSource())), () -> from, clock).run();
        }

        assertThat(ledger().bytes()).isGreaterThanOrEqualTo(before);
        assertThat(log).noneMatch(told -> told.getMessage().contains("was written anew"));
    }

    @Test
    void aFileThatIsMostlyInUseStaysAsItIs() throws SQLException {
        used();
        GuardedDataSource started = start(ServerPool.of(ledger().dataSource()), 1_000_000);
        assertThat(log).anyMatch(told -> told.getMessage().contains("was written anew"));
        log.clear();

        new FileTidy(started, () -> 1, clock).run();

        assertThat(log).noneMatch(told -> told.getMessage().contains("was written anew"));
    }

    /** People go on asking while the file is made small again and again: nobody notices but by waiting. */
    @Test
    void whileItIsUsedNobodyFailsAndNothingIsLost() throws Exception {
        inUse(ServerPool.of(ledger().dataSource()));
    }

    /** Of which a connection of a closed database cannot even be had. */
    @Test
    void whileItIsUsedByThePoolOfH2NobodyFailsAndNothingIsLost() throws Exception {
        inUse(JdbcConnectionPool.create(ledger().dataSource()));
    }

    private void inUse(DataSource pool) throws Exception {
        GuardedDataSource started = start(pool, 0);
        FileTidy tidy = new FileTidy(started, () -> 500_000, clock);
        Set<String> told = ConcurrentHashMap.newKeySet();
        AtomicBoolean enough = new AtomicBoolean();
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<?>> askers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                askers.add(threads.submit((Callable<Void>) () -> {
                    Bookings bookings = new Bookings(started);
                    while (!enough.get()) {
                        OpenAttempt open = bookings.open(Instant.now(), "1000", "claude-haiku-4-5");
                        bookings.settle(open, 7, 1, "end", Instant.now());
                        told.add(open.id().call().toString());
                    }
                    return null;
                }));
            }
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (tidied() < 3 && System.nanoTime() < until) {
                tidy.run();
            }
            enough.set(true);
            for (Future<?> asker : askers) {
                asker.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(tidied()).isGreaterThanOrEqualTo(3);
        assertThat(warnings()).isEmpty();
        assertThat(told).isNotEmpty();
        assertThat(EmbeddedLedger.calls(started)).isEqualTo(told);
    }

    private long tidied() {
        return log.stream()
                .filter(told -> told.getMessage().contains("was written anew"))
                .count();
    }

    @Test
    void whoHoldsAConnectionIsNotDisturbed() throws SQLException {
        Set<String> calls = used();
        GuardedDataSource guarded = new GuardedDataSource(ServerPool.of(ledger().dataSource()));
        long before = ledger().bytes();

        try (Connection held = guarded.getConnection();
                Statement statement = held.createStatement()) {
            new FileTidy(guarded, () -> 1_000_000, clock).run();
            assertThat(statement.execute("SELECT 1")).isTrue();
        }

        assertThat(ledger().bytes()).isGreaterThanOrEqualTo(before);
        assertThat(EmbeddedLedger.calls(guarded)).isEqualTo(calls);
        assertThat(log).anyMatch(told -> told.getMessage().contains("is in use"));
    }

    /** H2 closes a database for its administrators only. */
    @Test
    void aTidyingThatIsRefusedIsToldAndTheServerStarts() throws SQLException {
        Set<String> calls = used();
        JdbcDataSource clerk = ledger().dataSource();
        clerk.setUser("clerk");
        // Which only an administrator may set.
        clerk.setURL(clerk.getURL().replace("WRITE_DELAY=0;", ""));

        GuardedDataSource guarded = new GuardedDataSource(ServerPool.of(clerk));
        FileTidy tidy = new FileTidy(guarded, () -> 1_000_000, clock);
        tidy.run();
        clock.advanceMillis(Duration.ofHours(11).toMillis());
        tidy.run();

        assertThat(warnings()).singleElement().satisfies(told -> {
            assertThat(told.getMessage()).contains("could not be made small", "admin manual");
            assertThat(told.getThrown()).isInstanceOf(SQLException.class);
        });
        assertThat(EmbeddedLedger.calls(guarded)).isEqualTo(calls);
        clock.advanceMillis(Duration.ofHours(1).toMillis());
        tidy.run();
        assertThat(warnings()).as("tried again the next night").hasSize(2);
    }

    /** The database is closed, and then it fails, as on a disk that is full. */
    @Test
    void aTidyingThatBreaksOffIsToldAndTheServerStarts() throws SQLException {
        Set<String> calls = used();
        JdbcDataSource database = ledger().dataSource();

        GuardedDataSource started = start(closingAndFailing(ServerPool.of(database)), 1_000_000);

        assertThat(warnings())
                .singleElement()
                .satisfies(told -> assertThat(told.getThrown()).hasMessageContaining("no space"));
        assertThat(EmbeddedLedger.calls(started)).isEqualTo(calls);
    }

    private static DataSource closingAndFailing(DataSource pool) {
        return (DataSource) proxy(
                DataSource.class,
                pool,
                "getConnection",
                connection -> proxy(
                        Connection.class,
                        connection,
                        "createStatement",
                        statement -> proxy(Statement.class, statement, "execute", result -> result)));
    }

    private interface Change {
        Object of(Object result);
    }

    /** The object with the result of one method changed; a statement that compacts closes the database instead, and fails. */
    private static Object proxy(Class<?> type, Object object, String name, Change change) {
        return Proxy.newProxyInstance(
                LedgerTidyTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (arguments != null && "SHUTDOWN COMPACT".equals(arguments[0])) {
                        method.invoke(object, "SHUTDOWN");
                        throw new SQLException("no space left on device");
                    }
                    try {
                        Object result = method.invoke(object, arguments);
                        return method.getName().equals(name) ? change.of(result) : result;
                    } catch (java.lang.reflect.InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void aDatabaseInMemoryStaysOpen() throws SQLException {
        DataSource memory = TestDatabase.H2.migrated();
        EmbeddedLedger.book(memory, 1);
        GuardedDataSource guarded = new GuardedDataSource(memory);

        new FileTidy(guarded, () -> 1, clock).run();

        assertThat(EmbeddedLedger.calls(guarded)).hasSize(1);
        assertThat(log).isEmpty();
    }

    @Test
    void postgreSqlIsLeftAloneAndItsConnectionsAreThePoolsOwn() throws SQLException {
        DataSource pool = TestDatabase.POSTGRESQL.migrated();
        EmbeddedLedger.book(pool, 1);
        GuardedDataSource guarded = new GuardedDataSource(pool);

        new FileTidy(guarded, () -> 1, clock).run();

        assertThat(log).isEmpty();
        assertThat(EmbeddedLedger.calls(guarded)).hasSize(1);
        try (Connection connection = guarded.getConnection()) {
            assertThat(Proxy.isProxyClass(connection.getClass())
                            && Proxy.getInvocationHandler(connection)
                                    .getClass()
                                    .getPackageName()
                                    .equals(GuardedDataSource.class.getPackageName()))
                    .isFalse();
        }
    }

    @Test
    void whatADeathHasLeftBesideTheFileIsRemovedByTheNextStart() throws SQLException, IOException {
        Set<String> calls = used();
        Files.write(ledger().temporary(), new byte[100_000]);

        GuardedDataSource started = start(ServerPool.of(ledger().dataSource()), 1_000_000);

        assertThat(ledger().temporary()).doesNotExist();
        assertThat(EmbeddedLedger.calls(started)).isEqualTo(calls);
    }
}
