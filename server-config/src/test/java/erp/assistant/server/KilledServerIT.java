package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.stub.ProviderStub;
import erp.assistant.stub.StubRequest;
import erp.assistant.stub.StubWatcher;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A server that is killed again and again while people ask it. Once by {@code kill -9} and once in order; more with
 * {@code -Dit.kills=200 -Dit.terms=50}, see the admin manual.
 */
class KilledServerIT {

    private static final int KILLS = Integer.getInteger("it.kills", 1);
    private static final int TERMS = Integer.getInteger("it.terms", 1);
    private static final Duration SWEPT = Duration.ofSeconds(60);
    private static final Pattern NUMBER = Pattern.compile("Why is it late\\? No (\\d+)\\.");

    private final Random random = new Random(Long.getLong("it.seed", 4711L));
    private final Map<String, Integer> seen = new ConcurrentHashMap<>();
    private Duration slowestSweep = Duration.ZERO;

    @Test
    void everyRequestThatTheProviderSawHasExactlyOneSettledRow() throws IOException {
        OwnServer server = new OwnServer("killed");
        try (ProviderStub provider = ProviderStub.start(0);
                server) {
            provider.watch(new StubWatcher() {
                @Override
                public void arrived(StubRequest request, long nanos) {
                    note(request);
                }
            });
            server.startWith(properties(provider));
            try (SteadyAsking asking = new SteadyAsking(server)) {
                for (boolean kill : deaths()) {
                    LockSupport.parkNanos(
                            Duration.ofMillis(1500 + random.nextInt(3000)).toNanos());
                    if (kill) {
                        server.kill();
                    } else {
                        server.terminate();
                    }
                    Instant died = Instant.now();
                    server.launch();
                    awaitSweepOf(server, died);
                }
                LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
                asking.close();
                awaitSweepOf(server, Instant.MAX);
                compare(server, asking.asked());
            }
        }
    }

    private static Map<String, String> properties(ProviderStub provider) {
        return Map.of(
                // Three of ten streams fail, which would send most questions elsewhere.
                "assistant.breaker.window", "1000",
                "assistant.ledger.url", "jdbc:h2:async:${server.output.dir}/data/assistant;WRITE_DELAY=0",
                "assistant.provider.primary.dialect", "anthropic",
                "assistant.provider.primary.base-url", provider.baseUri().toString(),
                "assistant.provider.primary.api-key", "stub-key",
                "assistant.cache.ttl", "0s",
                "assistant.rate.per-user-minute", "10000",
                "assistant.timeout.first-content", "2s",
                "assistant.timeout.idle", "2s",
                "assistant.timeout.total", "10s");
    }

    /** True for {@code kill -9}, in an order that the seed makes. */
    private List<Boolean> deaths() {
        List<Boolean> deaths = new ArrayList<>(Collections.nCopies(KILLS, true));
        deaths.addAll(Collections.nCopies(TERMS, false));
        Collections.shuffle(deaths, random);
        return deaths;
    }

    private void note(StubRequest request) {
        Matcher number = NUMBER.matcher(request.body());
        if (number.find()) {
            seen.merge(SteadyAsking.key(Integer.parseInt(number.group(1))), 1, Integer::sum);
        }
    }

    /** Waits until all rows from before an instant are settled, for a minute at most. */
    private void awaitSweepOf(OwnServer server, Instant before) {
        Instant up = Instant.now();
        Server.await("the settlement of what was left open", SWEPT, () -> openBefore(server, before) == 0);
        Duration took = Duration.between(up, Instant.now());
        slowestSweep = took.compareTo(slowestSweep) > 0 ? took : slowestSweep;
    }

    private static long openBefore(OwnServer server, Instant before) {
        return server.json("adam", "/assistant/api/v1/admin/calls?limit=1000").getJsonArray("calls").stream()
                .map(row -> row.asJsonObject())
                .filter(row -> row.getString("state").equals("open"))
                .filter(row -> Instant.parse(row.getString("sentAt")).isBefore(before))
                .count();
    }

    private void compare(OwnServer server, int asked) throws IOException {
        List<JsonObject> rows = server.calls();
        Map<String, Integer> booked = new HashMap<>();
        Set<String> attempts = new HashSet<>();
        int crashed = 0;
        for (JsonObject row : rows) {
            assertThat(row.getString("state")).as("%s", row).isEqualTo("settled");
            assertThat(attempts.add(row.getString("call") + "/" + row.getInt("attempt")))
                    .as("a second row of %s", row)
                    .isTrue();
            booked.merge(row.getString("user") + " " + row.getString("recordId"), 1, Integer::sum);
            if (row.getString("outcome").equals("crash")) {
                crashed++;
                assertThat(row.getJsonObject("cost")).as("%s", row).isEqualTo(row.getJsonObject("reserved"));
            }
        }
        List<String> lost = seen.entrySet().stream()
                .filter(each -> booked.getOrDefault(each.getKey(), 0) < each.getValue())
                .map(Map.Entry::getKey)
                .toList();
        int requests = seen.values().stream().mapToInt(Integer::intValue).sum();
        String report =
                "kill -9: %d, SIGTERM: %d, asked: %d, requests the provider saw: %d, rows: %d, of these settled as"
                                .formatted(KILLS, TERMS, asked, requests, rows.size())
                        + " crash: %d, rows of requests that were not sent any more: %d, lost: %d, slowest sweep after the start: %d ms"
                                .formatted(crashed, rows.size() - requests, lost.size(), slowestSweep.toMillis());
        System.out.println(report);
        Files.writeString(Path.of("target/killed-server.txt"), report + "\n");
        assertThat(lost).as(report).isEmpty();
        assertThat(requests).as(report).isPositive();
        assertThat(rows.size() - requests).as(report).isBetween(0, crashed);
    }
}
