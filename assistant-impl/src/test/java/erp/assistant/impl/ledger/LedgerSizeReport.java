package erp.assistant.impl.ledger;

import static erp.assistant.impl.ledger.Fixtures.BERLIN;

import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.Slot;
import erp.assistant.report.CallLog;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * Measures a ledger of many rows: what the metrics and the report of a month, the insert of an attempt and a month's re-rating
 * take. Not part of the build; run with
 *
 * <pre>
 * mvn -q -Dquick -pl assistant-impl -am test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * cd assistant-impl &amp;&amp; java -Xmx6g -cp target/test-classes:target/classes:../assistant-api/target/classes:$(cat target/classpath) \
 *     erp.assistant.impl.ledger.LedgerSizeReport postgresql fill target/big 10000000 60000
 * </pre>
 *
 * <p>and the same with {@code measure} in the place of {@code fill}, on an idle machine and as often as wanted: but the prices of the months
 * that it re-rates have changed by then, so that a second measurement wants a copy of the folder.
 *
 * <p>Arguments: {@code h2} or {@code postgresql}; {@code fill} or {@code measure}; the folder of the database; to fill it, how many attempts
 * (10,000,000), how many a month (60,000), and of how many departments (25): with 997 nearly each call of a day is a combination of its
 * own.
 */
final class LedgerSizeReport {

    private static final int READINGS = 60;
    private static final int INSERTS = 2000;
    private static final int ROWS_PER_STATEMENT = 250_000;

    /** What a transaction has written is gone through again at its end; so little of it that this stays in memory. */
    private static final int H2_ROWS_PER_STATEMENT = 20_000;

    /** Each with an id that begins with its time, as the ids of calls do. */
    private static final String H2_ROWS = """
            FROM (SELECT n, at, CAST(SUBSTRING(RAWTOHEX(CAST(DATEDIFF(MILLISECOND, TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00', at)
                AS varbinary)), 5) || '7' || SUBSTRING(hash, 1, 3) || '8' || SUBSTRING(hash, 4, 15) AS uuid) AS call_id
              FROM (SELECT X AS n, RAWTOHEX(HASH('MD5', CAST(X AS varchar))) AS hash,
                  DATEADD(MILLISECOND, X * %d, CAST(? AS timestamp(6) with time zone)) AS at
                FROM SYSTEM_RANGE(%d, %d)) times) series""";

    private static final String POSTGRESQL_ROWS = """
            FROM (SELECT n, at, CAST(LPAD(TO_HEX(CAST(FLOOR(EXTRACT(EPOCH FROM at) * 1000) AS bigint)), 12, '0')
                || '7' || SUBSTRING(hash, 1, 3) || '8' || SUBSTRING(hash, 4, 15) AS uuid) AS call_id
              FROM (SELECT n, md5(CAST(n AS varchar)) AS hash,
                  CAST(? AS timestamp(6) with time zone) + n * %d * INTERVAL '0.001' SECOND AS at
                FROM generate_series(CAST(%d AS bigint), %d) AS n) times) series""";

    private static final String COST = "1000000 + MOD(n, 1000) * 1000";

    /** In the place of {@code :departments} stands how many there are. */
    private static final String COMMON = """
            'd' || CAST(MOD(n, :departments) AS varchar), 'anna', CAST(1000 + MOD(n, 12) AS varchar),
              CASE MOD(n, 3) WHEN 0 THEN 'sales-order' WHEN 1 THEN 'customer' ELSE 'invoice' END,
              CAST(MOD(n, 5000) AS varchar), '', 'settled', at, at, 'EUR', 2500, 0, 0, 0, 300, 0, 'reported',
              CASE MOD(n, 20) WHEN 0 THEN 'openai' ELSE 'anthropic' END,
              CASE MOD(n, 20) WHEN 0 THEN 'backup' ELSE 'primary' END,
              :cost, 5000 + MOD(n * 7919, 30000), 400 + MOD(n * 7919, 3000)""".replace(":cost", COST);

    private static final String COMMON_COLUMNS = """
            department, asker, organisation, record_type, record_id, action_id, state, lease_until, settled_at, currency, input_tokens,
              cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, usage_source,
              provider""";

    private static final String MODEL =
            "CASE MOD(n, 20) WHEN 0 THEN 'gpt-6-luna' WHEN 1 THEN 'claude-sonnet-5-5' ELSE 'claude-haiku-4-5' END";

    private static final String ANSWERS = """
            INSERT INTO answer (call_id, asked_at, %s, source, cost_nanos, total_millis, first_millis, template, outcome, model,
              attempts, unpriced_attempts)
            SELECT call_id, at, %s, 'answer/1',
              CASE WHEN MOD(n, 200) = 0 THEN 'failed' WHEN MOD(n, 50) = 0 THEN 'length' ELSE 'end' END, %s, 1, 0
            """.formatted(COMMON_COLUMNS, COMMON, MODEL);

    private static final String ATTEMPTS = """
            INSERT INTO attempt (call_id, attempt_no, sent_at, %s, slot, cost_nanos, total_millis, first_content_millis,
              requested_model, response_model, tier, reserved_nanos, reserved_input_tokens, reserved_output_tokens, price_row,
              rate_row, outcome, http_status, in_stream, provider_request_id)
            SELECT call_id, 1, at, %s, %s, %s, 'small', 5000000, 2500, 700, 'p', 'r',
              CASE WHEN MOD(n, 200) = 0 THEN 'server-error' WHEN MOD(n, 50) = 0 THEN 'length' ELSE 'end' END, 200, false, 'req'
            """.formatted(COMMON_COLUMNS, COMMON, MODEL, MODEL);

    /** As each attempt has one from its end on. */
    private static final String SETTLEMENTS = """
            INSERT INTO settlement (call_id, attempt_no, entry_no, entered_at, reason, outcome, input_tokens, cache_read_tokens,
              cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, usage_source, currency, cost_after,
              price_row, rate_row)
            SELECT call_id, 1, 1, at, 'end', 'end', 2500, 0, 0, 0, 300, 0, 'reported', 'EUR', %s, 'p', 'r'
            """.formatted(COST);

    /** As in a company with a budget. */
    private static final String CHARGES = """
            INSERT INTO budget_charge (call_id, attempt_no, month_key, currency, budgets, nanos, settled)
            SELECT call_id, 1, TO_CHAR(at, 'YYYY-MM'), 'EUR', 'company ', %s, true
            """.formatted(COST);

    private static final String BUDGETS = """
            INSERT INTO budget (month_key, currency, scope, name, spent_nanos, reserved_nanos, warned)
            SELECT month_key, currency, 'company', '', SUM(nanos), 0, 0 FROM budget_charge GROUP BY month_key, currency""";

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
        boolean h2 = arguments[0].equals("h2");
        boolean fill = arguments[1].equals("fill");
        Path directory = Path.of(arguments[2]).toAbsolutePath();
        int rows = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 10_000_000;
        int rowsAMonth = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 60_000;
        int departments = arguments.length > 5 ? Integer.parseInt(arguments[5]) : 25;
        Step step = report -> {
            if (fill) {
                report.fill(rows, rowsAMonth, departments);
                report.addUp();
            } else {
                report.measure();
            }
        };
        if (h2) {
            // Filled by other settings than those that are measured.
            String settings = fill ? ";CACHE_SIZE=1000000;RETENTION_TIME=0" : EmbeddedDatabase.SETTINGS;
            JdbcConnectionPool pool = JdbcConnectionPool.create(
                    (fill ? "jdbc:h2:file:" : "jdbc:h2:retry:") + directory.resolve("assistant") + settings,
                    "assistant",
                    "");
            step.with(new LedgerSizeReport(pool, true));
            pool.dispose();
        } else {
            try (EmbeddedPostgres server = durable(directory)) {
                // As in a server, from a pool: a new connection takes longer than what is measured.
                PGConnectionPoolDataSource connections = new PGConnectionPoolDataSource();
                connections.setUrl(server.getJdbcUrl("postgres", "postgres"));
                JdbcConnectionPool pool = JdbcConnectionPool.create(connections);
                step.with(new LedgerSizeReport(pool, false));
                pool.dispose();
            }
        }
    }

    private interface Step {
        void with(LedgerSizeReport report) throws SQLException;
    }

    /** As a server is run: each commit waits for the disk. The library's own settings are for tests. */
    private static EmbeddedPostgres durable(Path directory) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .start();
    }

    private void addUp() throws SQLException {
        long start = System.nanoTime();
        new Rollup(dataSource, () -> settings, Clock.systemUTC()).run();
        System.out.printf(
                Locale.ROOT,
                "added up in %d s: %,d sums of attempts%n",
                seconds(start),
                database.query("SELECT COUNT(*) AS n FROM rollup_attempt", row -> row.getLong("n"))
                        .get(0));
        execute("ANALYZE");
        if (!h2) {
            // Not while it is measured.
            execute("CHECKPOINT");
        }
    }

    private void measure() {
        LedgerReports reports = new LedgerReports(dataSource, () -> settings, Clock.systemUTC());
        YearMonth now = YearMonth.now(BERLIN);
        System.out.println("last month: " + reports.month(now.minusMonths(1)).errors() + ", "
                + reports.month(now.minusMonths(1)).cost().amount());
        tell("metrics of the running month", READINGS, () -> reports.month(now));
        tell("metrics of last month", READINGS, () -> reports.month(now.minusMonths(1)));
        Map<String, String> three = Map.of("department", "d1", "model", "claude-haiku-4-5", "recordType", "customer");
        System.out.println("of three filters: "
                + reports.month(now.minusMonths(1), three).errors() + "; of one: "
                + reports.month(now.minusMonths(1), Map.of("department", "d1")).errors());
        tell("metrics of last month, three filters", READINGS, () -> reports.month(now.minusMonths(1), three));
        tell(
                "metrics of last month, two wide filters",
                READINGS,
                () -> reports.month(now.minusMonths(1), Map.of("model", "claude-haiku-4-5", "provider", "anthropic")));
        tell("metrics of the running month, three filters", READINGS, () -> reports.month(now, three));
        tell(
                "calls of last month, three filters",
                READINGS,
                () -> reports.attempts(new CallLog.Search(Optional.of(now.minusMonths(1)), three), 0, 60));
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
                        Fixtures.request(callId(), Instant.now().plusSeconds(60))));

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

    /** As a call has: it begins with the time. */
    private static UUID callId() {
        return new UUID(
                (System.currentTimeMillis() << 16) | 0x7000, UUID.randomUUID().getLeastSignificantBits());
    }

    /** Rows spread evenly over the time before now, a table a thread, by statements that the database runs alone. */
    private void fill(int rows, int rowsAMonth, int departments) throws SQLException {
        Schema.migrate(dataSource);
        long start = System.nanoTime();
        long step = MONTH.toMillis() / rowsAMonth;
        Instant from = Instant.now().minusMillis(step * rows);
        String answer = ANSWERS.replace(":departments", String.valueOf(departments));
        String attempt = ATTEMPTS.replace(":departments", String.valueOf(departments));
        CompletableFuture<Void> answers = CompletableFuture.runAsync(() -> {
            fill(answer, rows, step, from);
            fill(SETTLEMENTS, rows, step, from);
        });
        fill(attempt, rows, step, from);
        // After the attempts, which they belong to.
        fill(CHARGES, rows, step, from);
        answers.join();
        System.out.printf(Locale.ROOT, "rows after %d s%n", seconds(start));
        execute(BUDGETS);
        execute("ANALYZE");
        System.out.printf(Locale.ROOT, "filled with %,d attempts and answers in %d s%n", rows, seconds(start));
    }

    private void fill(String insert, int rows, long step, Instant from) {
        int rowsPerStatement = h2 ? H2_ROWS_PER_STATEMENT : ROWS_PER_STATEMENT;
        for (int first = 0; first < rows; first += rowsPerStatement) {
            int last = Math.min(rows, first + rowsPerStatement) - 1;
            execute(insert + (h2 ? H2_ROWS : POSTGRESQL_ROWS).formatted(step, first, last), from);
        }
    }

    private void execute(String sql, Object... values) {
        try {
            int unused = database.update(sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
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
