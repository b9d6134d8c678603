package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Two servers with the shipped WARs whose ledger is one PostgreSQL. */
class PostgreSqlIT {

    private static final Duration SWEPT = Duration.ofSeconds(60);

    @Test
    void oneLedgerHasTheRowsOfBothAndOneSettlesWhatTheOtherLeftOpenOnce() {
        try (TwoServers both = new TwoServers("ledger", Map.of())) {
            for (int i = 0; i < 3; i++) {
                assertThat(both.ask(both.one, "Why is it late? " + i).join().body())
                        .contains("event: done");
                assertThat(both.ask(both.other, "Why is it blocked? " + i)
                                .join()
                                .body())
                        .contains("event: done");
            }
            assertThat(both.one.calls()).hasSize(6).isEqualTo(both.other.calls());
            assertThat(both.number("SELECT COUNT(DISTINCT run) FROM attempt")).isEqualTo(2);
            assertThat(both.number("SELECT COUNT(DISTINCT place) FROM server_run"))
                    .isEqualTo(2);

            CompletableFuture<HttpResponse<String>> cut =
                    both.ask(both.other, "Why is it late? [[stub gap=10 hangmid=100]]");
            CompletableFuture<HttpResponse<String>> living = both.ask(both.one, "Why is it late? [[stub ttft=8000]]");
            Server.await("both requests", () -> open(both) == 2);
            both.other.kill();

            Server.await("the settlement by the server that lives", SWEPT, () -> open(both) == 0);
            assertThat(cut).isCompletedExceptionally();
            assertThat(living.join().body()).contains("event: done");
            List<JsonObject> rows = both.one.calls();
            assertThat(rows).extracting(row -> row.getString("outcome")).containsOnlyOnce("crash");
            JsonObject crashed = rows.stream()
                    .filter(row -> row.getString("outcome").equals("crash"))
                    .findFirst()
                    .orElseThrow();
            assertThat(crashed.getJsonObject("cost")).isEqualTo(crashed.getJsonObject("reserved"));

            both.other.launch();
            assertThat(both.number("SELECT COUNT(*) FROM settlement")).isEqualTo(rows.size());
            assertThat(both.number("SELECT COUNT(DISTINCT call_id) FROM settlement"))
                    .isEqualTo(rows.size());
            assertThat(amount(both.other))
                    .isEqualByComparingTo(rows.stream()
                            .map(row -> new BigDecimal(row.getJsonObject("cost").getString("amount")))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(amount(both.one));
        }
    }

    private static BigDecimal amount(OwnServer server) {
        return new BigDecimal(server.json("adam", "/assistant/api/v1/admin/metrics")
                .getJsonObject("cost")
                .getString("amount"));
    }

    private static long open(TwoServers both) {
        return both.number("SELECT COUNT(*) FROM attempt WHERE state = 'open'");
    }
}
