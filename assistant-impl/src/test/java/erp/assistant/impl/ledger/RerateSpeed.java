package erp.assistant.impl.ledger;

import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.Settings;
import erp.assistant.report.Rerating.Report;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Measures how long a month takes to be priced anew, on H2 in a file. Run it with the folder for the file, the attempts of the
 * month, and the attempts of other months beside them.
 */
final class RerateSpeed {

    /** One attempt an answer; spread evenly over 30 days. */
    private static final String FILL = """
            INSERT INTO attempt (call_id, attempt_no, sent_at, asker, organisation, record_type, record_id, action_id, slot,
              provider, requested_model, tier, state, lease_until, reserved_nanos, reserved_input_tokens,
              reserved_output_tokens, currency, price_row, rate_row, settled_at, response_model, outcome, http_status,
              in_stream, input_tokens, cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens,
              cache_write_other_tokens, output_tokens, reasoning_tokens, web_searches, service_tier, inference_geo,
              usage_source, cost_nanos, first_content_millis, total_millis, provider_request_id)
            SELECT RANDOM_UUID(), 1, sent, 'anna', '1000', 'sales-order', '4711', '', 'primary', 'anthropic',
              'claude-haiku-4-5', 'small', 'settled', sent, 9300000, 2500, 500, 'EUR', 'claude-haiku-4-5', 'usd-eur-2026', sent,
              'claude-haiku-4-5', 'end', 200, false, 500 + MOD(x, 977), 2000, 0, 0, 0, 300 + MOD(x, 101), 0, 0, 'standard', '',
              'reported', 4000000 + MOD(x, 977) * 930, 900, 4000, 'req_1'
            FROM (SELECT x, DATEADD(MILLISECOND, CAST(x * 2592000000 / %d AS bigint),
              CAST('%s' AS timestamp(6) with time zone)) AS sent FROM SYSTEM_RANGE(1, %d)) rows""";

    private static final String ANSWERS = """
            INSERT INTO answer (call_id, asked_at, asker, organisation, record_type, record_id, action_id, template, state,
              lease_until, settled_at, outcome, source, provider, model, attempts, unpriced_attempts, currency, cost_nanos,
              input_tokens, output_tokens, usage_source)
            SELECT call_id, sent_at, asker, organisation, record_type, record_id, action_id, 'answer/1', 'settled', sent_at,
              sent_at, 'end', 'primary', provider, requested_model, 1, 0, currency, cost_nanos, input_tokens, output_tokens,
              usage_source FROM attempt""";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private RerateSpeed() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = Path.of(arguments[0]);
        int month = Integer.parseInt(arguments[1]);
        int others = Integer.parseInt(arguments[2]);
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.resolve("ledger") + ";DB_CLOSE_DELAY=-1");
        Schema.migrate(source);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(FILL.formatted(month, "2026-11-01 00:00:00+00", month));
            if (others > 0) {
                statement.execute(FILL.formatted(others, "2026-09-15 00:00:00+00", others));
            }
            statement.execute(ANSWERS);
            statement.execute("ANALYZE");
        }
        Path file = folder.resolve("prices.csv");
        Files.writeString(
                file,
                PriceFiles.shipped(PriceFiles.PRICES).text().replace(",0,1,0.10,1.25,2,,5,", ",0,2,0.20,2.50,4,,10,"));
        Settings settings = Fixtures.settings(Dialect.ANTHROPIC, Optional.empty(), Optional.of(file));
        PriceCatalogue prices = new PriceCatalogue(() -> settings, Clock.systemUTC());
        LedgerRerating rerating = new LedgerRerating(source, prices, () -> settings, Clock.systemUTC());
        told("sums", () -> {
            new Rollup(source, () -> settings, Clock.systemUTC()).run();
            return new Report(YearMonth.of(2026, 11), false, "", 0, List.of(), List.of());
        });
        told("preview", () -> rerating.preview(YearMonth.of(2026, 11)));
        told("preview again", () -> rerating.preview(YearMonth.of(2026, 11)));
        told("apply", () -> rerating.apply(YearMonth.of(2026, 11), "measurement"));
        told("apply again", () -> rerating.apply(YearMonth.of(2026, 11), "measurement"));
    }

    private static void told(String what, Supplier<Report> task) {
        long from = System.nanoTime();
        long cpuFrom = THREADS.getCurrentThreadCpuTime();
        Report report = task.get();
        System.out.printf(
                Locale.ROOT,
                "%-14s %7.2f s, of which processor %7.2f s  %s%n",
                what,
                (System.nanoTime() - from) / 1e9,
                (THREADS.getCurrentThreadCpuTime() - cpuFrom) / 1e9,
                report.totals());
    }
}
