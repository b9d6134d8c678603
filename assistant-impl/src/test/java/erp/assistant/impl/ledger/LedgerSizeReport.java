package erp.assistant.impl.ledger;

import static erp.assistant.impl.ledger.Fixtures.BERLIN;

import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.Slot;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * Measures a ledger of many rows: what the metrics and the report of a month, the insert of an attempt and a month's re-rating
 * take. Not part of the build; run with
 *
 * <pre>
 * mvn -q -Dquick -pl assistant-impl -am test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * cd assistant-impl &amp;&amp; java -Xmx6g -cp target/test-classes:target/classes:../assistant-api/target/classes:$(cat target/classpath) \
 *     erp.assistant.impl.ledger.LedgerSizeReport h2 10000000 60000
 * </pre>
 *
 * <p>Arguments: {@code h2} or {@code postgresql}, how many attempts (10,000,000), and how many a month (60,000).
 */
final class LedgerSizeReport {

    private static final int READINGS = 60;
    private static final int INSERTS = 2000;
    private static final int ROWS_PER_STATEMENT = 250_000;
    private static final Duration MONTH = Duration.ofDays(365).dividedBy(12);

    private final DataSource dataSource;
    private final Database database;
    private final boolean h2;
    private final Settings settings = Fixtures.settings(Dialect.ANTHROPIC);

    private LedgerSizeReport(DataSource dataSource, boolean h2) {
        this.dataSource = dataSource;
        this.database = new Database(dataSource);
        this.h2 = h2;
    }

    public static void main(String[] arguments) throws Exception {
        boolean h2 = arguments.length == 0 || arguments[0].equals("h2");
        int rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000_000;
        int rowsAMonth = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 60_000;
        Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "ledger-size");
        if (h2) {
            String file = directory.resolve("assistant").toString();
            // Filled by other settings than those that are measured: random keys fill an index that does not fit into
            // the cache
            // a hundred times slower.
            JdbcConnectionPool filling =
                    JdbcConnectionPool.create("jdbc:h2:file:" + file + ";CACHE_SIZE=3000000", "assistant", "");
            new LedgerSizeReport(filling, true).fill(rows, rowsAMonth);
            filling.dispose();
            JdbcConnectionPool shipped =
                    JdbcConnectionPool.create("jdbc:h2:retry:" + file + EmbeddedDatabase.SETTINGS, "assistant", "");
            new LedgerSizeReport(shipped, true).measure();
            shipped.dispose();
        } else {
            try (EmbeddedPostgres server = durable(directory)) {
                LedgerSizeReport report = new LedgerSizeReport(server.getPostgresDatabase(), false);
                report.fill(rows, rowsAMonth);
                report.measure();
            }
        }
    }

    /** As a server is run: each commit waits for the disk. The library's own settings are for tests. */
    private static EmbeddedPostgres durable(Path directory) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .start();
    }

    private void measure() throws SQLException {
        long start = System.nanoTime();
        new Rollup(dataSource, () -> settings, Clock.systemUTC()).run();
        System.out.printf(
                Locale.ROOT,
                "added up in %d s: %,d sums of attempts%n",
                seconds(start),
                database.query("SELECT COUNT(*) AS n FROM rollup_attempt", row -> row.getLong("n"))
                        .get(0));

        LedgerReports reports = new LedgerReports(dataSource, () -> settings, Clock.systemUTC());
        YearMonth now = YearMonth.now(BERLIN);
        System.out.println("last month: " + reports.month(now.minusMonths(1)).errors() + ", "
                + reports.month(now.minusMonths(1)).cost().amount());
        tell("metrics of the running month", READINGS, () -> reports.month(now));
        tell("metrics of last month", READINGS, () -> reports.month(now.minusMonths(1)));
        tell("report of last month", READINGS, () -> reports.report(now.minusMonths(1)));

        Ledger ledger =
                new Ledger(dataSource, PriceCatalogue.load(settings), () -> settings, Clock.systemUTC(), row -> {});
        ProviderSettings provider = settings.primary();
        tell(
                "insert of an attempt",
                INSERTS,
                () -> ledger.open(
                        Slot.PRIMARY,
                        provider,
                        Fixtures.request(UUID.randomUUID(), Instant.now().plusSeconds(60))));

        LedgerRerating rerating = new LedgerRerating(
                dataSource, new PriceCatalogue(() -> settings, Clock.systemUTC()), () -> settings, Clock.systemUTC());
        tell("preview of a month at other prices", 1, () -> rerating.preview(now.minusMonths(1)));
        tell(
                "re-rating of last month",
                1,
                () -> System.out.println(
                        rerating.apply(now.minusMonths(1), "measurement").totals()));
        tell(
                "re-rating of the month before",
                1,
                () -> System.out.println(
                        rerating.apply(now.minusMonths(2), "measurement").totals()));
    }

    /** Rows spread evenly over the time before now, by statements that the database runs alone. */
    private void fill(int rows, int rowsAMonth) throws SQLException {
        Schema.migrate(dataSource);
        long start = System.nanoTime();
        long step = MONTH.toMillis() / rowsAMonth;
        Instant from = Instant.now().minusMillis(step * rows);
        for (int first = 0; first < rows; first += ROWS_PER_STATEMENT) {
            int last = Math.min(rows, first + ROWS_PER_STATEMENT) - 1;
            String series = h2
                    ? "(SELECT X AS n, RANDOM_UUID() AS call_id FROM SYSTEM_RANGE(%d, %d)) series"
                            .formatted(first, last)
                    : "(SELECT n, gen_random_uuid() AS call_id FROM generate_series(CAST(%d AS bigint), %d) AS n) series"
                            .formatted(first, last);
            String sentAt = (h2
                            ? "DATEADD(MILLISECOND, CAST(n AS bigint) * %d, CAST(? AS timestamp(6) with time zone))"
                            : "CAST(? AS timestamp(6) with time zone) + CAST(n AS bigint) * %d * INTERVAL '0.001' SECOND")
                    .formatted(step);
            // The same ids for both tables.
            database.update(
                    "INSERT INTO answer (call_id, asked_at, asker, organisation, record_type, record_id, action_id,"
                            + " template, state, lease_until, settled_at, outcome, source, provider, model, attempts,"
                            + " unpriced_attempts, currency, cost_nanos, input_tokens, cache_read_tokens,"
                            + " cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens,"
                            + " usage_source, first_millis, total_millis)"
                            + " SELECT call_id, at, 'anna', CAST(1000 + MOD(n, 12) AS varchar),"
                            + " CASE MOD(n, 3) WHEN 0 THEN 'sales-order' WHEN 1 THEN 'customer' ELSE 'invoice' END,"
                            + " CAST(MOD(n, 5000) AS varchar), '', 'answer/1', 'settled', at, at,"
                            + " CASE WHEN MOD(n, 200) = 0 THEN 'failed' WHEN MOD(n, 50) = 0 THEN 'length' ELSE 'end' END,"
                            + " CASE MOD(n, 20) WHEN 0 THEN 'backup' ELSE 'primary' END,"
                            + " CASE MOD(n, 20) WHEN 0 THEN 'openai' ELSE 'anthropic' END,"
                            + " CASE MOD(n, 20) WHEN 0 THEN 'gpt-6-luna' WHEN 1 THEN 'claude-sonnet-5-5'"
                            + " ELSE 'claude-haiku-4-5' END, 1, 0, 'EUR', 1000000 + MOD(n, 1000) * 1000, 2500, 0, 0, 0, 300,"
                            + " 0, 'reported', 400 + MOD(n * 7919, 3000), 5000 + MOD(n * 7919, 30000)"
                            + " FROM (SELECT n, call_id, " + sentAt + " AS at FROM " + series + ") timed",
                    from);
            database.update(
                    "INSERT INTO attempt (call_id, attempt_no, sent_at, asker, organisation, record_type, record_id,"
                            + " action_id, slot, provider, requested_model, tier, state, lease_until, reserved_nanos,"
                            + " reserved_input_tokens, reserved_output_tokens, currency, price_row, rate_row, settled_at,"
                            + " response_model, outcome, http_status, in_stream, input_tokens, cache_read_tokens,"
                            + " cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens,"
                            + " usage_source, cost_nanos, first_content_millis, total_millis, provider_request_id)"
                            + " SELECT call_id, 1, asked_at, asker, organisation, record_type, record_id, action_id, source,"
                            + " provider, model, 'small', 'settled', asked_at, 5000000, 2500, 700, 'EUR', 'p', 'r',"
                            + " asked_at, model, CASE outcome WHEN 'failed' THEN 'server-error' ELSE outcome END, 200,"
                            + " false, 2500, 0, 0, 0, 300, 0, 'reported', cost_nanos, first_millis, total_millis, 'req'"
                            + " FROM answer WHERE asked_at >= ? AND asked_at < ?",
                    from.plusMillis(first * step - step / 2),
                    from.plusMillis((last + 1) * step - step / 2));
        }
        database.update("ANALYZE");
        System.out.printf(Locale.ROOT, "filled with %,d attempts and answers in %d s%n", rows, seconds(start));
    }

    private static long seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toSeconds();
    }

    private static void tell(String what, int times, Runnable work) {
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            work.run();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, longest %.2f ms (%d times)%n",
                what,
                millis[times / 2],
                millis[times * 95 / 100],
                millis[times * 99 / 100],
                millis[times - 1],
                times);
    }
}
