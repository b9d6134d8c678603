package erp.assistant.impl.cache;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.TestSettings;
import erp.assistant.impl.ledger.TestDatabase;
import erp.assistant.impl.sql.Sql;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two servers on one database. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class AnswerDatabaseTest {

    private static final CacheKey KEY = new CacheKey("a".repeat(64));
    private static final CacheKey OTHER_KEY = new CacheKey("b".repeat(64));
    private static final String TEXT = "It is blocked \uD83D\uDE42 [#status]. ".repeat(50);

    /** Held, so that its setting is: what the tests provoke is not the build's to tell. */
    private static final Logger QUIET = Logger.getLogger("erp.assistant.cache");

    static {
        QUIET.setUseParentHandlers(false);
    }

    private final Map<String, String> configuration = new HashMap<>(Map.of("assistant.cache.shared", "true"));
    private final TestClock clock = new TestClock();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final DataSource database;
    private final Sql sql;
    private final AnswerCache one;
    private final AnswerCache other;

    AnswerDatabaseTest(TestDatabase kind) {
        database = kind.migrated();
        sql = new Sql(database);
        // What is kept is there at once; what is looked for is on a thread of its own, as in the server.
        one = cache(sql, Runnable::run);
        other = cache(sql, threads);
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private static final class TestClock extends Clock {
        private Instant now = Instant.parse("2026-05-05T09:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private Settings settings() {
        return TestSettings.of(configuration);
    }

    private AnswerCache cache(Sql over, Executor executor) {
        return new AnswerCache(over, executor, this::settings, clock);
    }

    private UUID keep(AnswerCache cache, CacheKey key, String text) {
        UUID call = UUID.randomUUID();
        cache.keep(key, call, text, "anthropic", "small-1");
        return call;
    }

    private void sweep() {
        new CacheSweep(sql, this::settings, clock).run();
    }

    private List<String> stored(String column) throws SQLException {
        return sql.query("SELECT " + column + " AS it FROM cached_answer", row -> row.getString("it"));
    }

    @Test
    void whatOneServerRemembersTheOtherKnowsWithItsAge() {
        UUID call = keep(one, KEY, TEXT);
        Instant then = clock.now;
        clock.now = clock.now.plusSeconds(60);

        assertThat(other.find(KEY)).contains(new CachedAnswer(call, TEXT, "anthropic", "small-1", then));
        assertThat(other.find(OTHER_KEY)).isEmpty();
    }

    @Test
    void anotherAnswerToTheSameTakesItsPlace() {
        keep(one, KEY, TEXT);
        clock.now = clock.now.plusSeconds(60);
        UUID later = keep(cache(sql, Runnable::run), KEY, "Put differently.");

        assertThat(other.find(KEY))
                .get()
                .extracting(CachedAnswer::call, CachedAnswer::text)
                .containsExactly(later, "Put differently.");
    }

    @Test
    void itEndsWithItsTimeOnBothAndNotLaterBecauseOneReadItLate() {
        keep(one, KEY, TEXT);
        clock.now = clock.now.plus(Duration.ofMinutes(10)).minusSeconds(1);
        assertThat(other.find(KEY)).isPresent();
        clock.now = clock.now.plusSeconds(1);

        assertThat(other.find(KEY)).isEmpty();
        assertThat(one.find(KEY)).isEmpty();
    }

    @Test
    void theDatabaseAloneTellsNothing() throws SQLException {
        keep(one, KEY, TEXT);
        keep(one, OTHER_KEY, TEXT);

        assertThat(stored("sealed")).hasSize(2).doesNotHaveDuplicates().noneMatch(text -> text.contains("blocked"));
        assertThat(stored("cache_key")).doesNotContain(KEY.sha256()).allMatch(id -> id.matches("[0-9a-f]{64}"));
    }

    @Test
    void anEntryThatWasPutUnderAnotherKeyOrChangedIsAMiss() throws SQLException {
        keep(one, KEY, TEXT);
        sql.update("UPDATE cached_answer SET cache_key = ?", OTHER_KEY.id());
        assertThat(other.find(OTHER_KEY)).isEmpty();

        sql.update("UPDATE cached_answer SET cache_key = ?, sealed = ?", KEY.id(), "no Base64 at all");
        assertThat(other.find(KEY)).isEmpty();
        keep(one, KEY, TEXT);
        assertThat(other.find(KEY)).as("the database is not to blame").isPresent();
    }

    @Test
    void nothingIsSharedUnlessTheConfigurationSaysSo() throws SQLException {
        configuration.put("assistant.cache.shared", "false");
        keep(one, KEY, TEXT);
        assertThat(stored("sealed")).isEmpty();

        configuration.put("assistant.cache.shared", "true");
        keep(one, KEY, TEXT);
        configuration.put("assistant.cache.shared", "false");
        assertThat(other.find(KEY)).isEmpty();
        sweep();
        assertThat(stored("sealed")).as("what was shared is removed").isEmpty();
    }

    @Test
    void withoutTimeNothingIsShared() throws SQLException {
        configuration.put("assistant.cache.ttl", "0s");
        keep(one, KEY, TEXT);

        assertThat(stored("sealed")).isEmpty();
        assertThat(other.find(KEY)).isEmpty();
    }

    @Test
    void whatIsTooOldOrTooManyIsSweptTheOldestFirst() throws SQLException {
        configuration.put("assistant.cache.entries", "3");
        keep(one, new CacheKey("old"), TEXT);
        clock.now = clock.now.plus(Duration.ofMinutes(10));
        List<String> young = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            clock.now = clock.now.plusSeconds(1);
            young.add(keep(one, new CacheKey("young " + i), TEXT).toString());
        }

        sweep();

        assertThat(stored("call_id")).containsExactlyInAnyOrderElementsOf(young.subList(2, 5));
    }

    @Test
    void anAnswerWithoutBoundsIsNotShared() throws SQLException {
        keep(one, KEY, "x".repeat(AnswerDatabase.LONGEST + 1));

        assertThat(stored("sealed")).isEmpty();
        assertThat(one.find(KEY)).as("but remembered").isPresent();
    }

    @Test
    void aDatabaseThatFailsIsAMissAndLeftAloneForAWhile() {
        AtomicInteger asked = new AtomicInteger();
        AnswerCache cache = cache(new Sql(broken(asked)), Runnable::run);

        assertThat(cache.find(KEY)).isEmpty();
        UUID call = keep(cache, KEY, TEXT);
        assertThat(cache.find(KEY)).get().extracting(CachedAnswer::call).isEqualTo(call);
        assertThat(cache.find(OTHER_KEY)).isEmpty();
        assertThat(asked).hasValue(1);
        clock.now = clock.now.plus(AnswerDatabase.REST);
        assertThat(cache.find(OTHER_KEY)).isEmpty();
        assertThat(asked).hasValue(2);
    }

    private static DataSource broken(AtomicInteger asked) {
        return (DataSource) Proxy.newProxyInstance(
                AnswerDatabaseTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    asked.incrementAndGet();
                    throw new SQLException("the database is away");
                });
    }

    @Test
    void aDatabaseThatHangsHoldsAQuestionUpForAMomentOnceAndFewThreads() throws InterruptedException {
        keep(one, KEY, TEXT);
        CountDownLatch goesOn = new CountDownLatch(1);
        AtomicInteger held = new AtomicInteger();
        AnswerCache cache = cache(
                sql,
                work -> threads.execute(() -> {
                    held.incrementAndGet();
                    try {
                        goesOn.await();
                        work.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }));
        long before = System.nanoTime();

        assertThat(cache.find(KEY)).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isBetween(AnswerDatabase.PATIENCE, AnswerDatabase.PATIENCE.multipliedBy(20));
        for (int i = 0; i < 100; i++) {
            keep(cache, new CacheKey("key " + i), TEXT);
            clock.now = clock.now.plusMillis(1);
        }
        assertThat(held).as("it is left alone").hasValue(1);
        clock.now = clock.now.plus(AnswerDatabase.REST);
        for (int i = 0; i < 100; i++) {
            keep(cache, new CacheKey("key " + i), TEXT);
        }
        assertThat(held.get()).isLessThanOrEqualTo(AnswerDatabase.MOST_AT_ONCE);
        goesOn.countDown();
        assertThat(cache.find(new CacheKey("key 5")))
                .as("its own memory was never in doubt")
                .isPresent();
    }
}
