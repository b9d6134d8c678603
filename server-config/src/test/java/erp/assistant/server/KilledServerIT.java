package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.stub.ProviderStub;
import erp.assistant.stub.StubRequest;
import erp.assistant.stub.StubWatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A server that is killed again and again while people ask it. Once by {@code kill -9} and once in order; more with
 * {@code -Dit.kills=200 -Dit.terms=50}, see the admin manual. After each start it compares what the run before has left: the
 * figures are in {@code target/killed-server.txt}, a line a run as it comes.
 */
class KilledServerIT {

    private static final int KILLS = Integer.getInteger("it.kills", 1);
    private static final int TERMS = Integer.getInteger("it.terms", 1);
    private static final Duration SWEPT = Duration.ofSeconds(60);
    private static final Pattern NUMBER = Pattern.compile("Why is it late\\? No (\\d+)\\.");

    private final Random random = new Random(Long.getLong("it.seed", 4711L));
    private final Seen seen = new Seen();
    private final Path figures = Path.of("target/killed-server.txt");
    private Duration slowestSweep = Duration.ZERO;

    @Test
    void everyRequestThatTheProviderSawHasExactlyOneSettledRow() throws IOException {
        Files.deleteIfExists(figures);
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
                List<Boolean> deaths = deaths();
                Instant before = Instant.EPOCH;
                for (int run = 0; run < deaths.size(); run++) {
                    before = run(server, asking, before, run + 1, deaths.size(), deaths.get(run));
                }
                LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
                asking.close();
                awaitSweepOf(server, Instant.MAX);
                compareAll(server, asking.asked());
            }
        }
    }

    /** Lets it run for a moment, ends it, starts it again, and compares what that run has left; returns when it died. */
    private Instant run(OwnServer server, SteadyAsking asking, Instant before, int number, int of, boolean kill)
            throws IOException {
        long start = System.nanoTime();
        int askedBefore = asking.asked();
        LockSupport.parkNanos(Duration.ofMillis(1500 + random.nextInt(3000)).toNanos());
        int asked = asking.asked() - askedBefore;
        if (kill) {
            server.kill();
        } else {
            server.terminate();
        }
        Instant died = Instant.now();
        // Nobody is there to send anything until the next start; what is on its way arrives.
        LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        Map<String, Integer> requests = seen.take();
        server.launch();
        Duration sweep = awaitSweepOf(server, died);
        Bookings bookings = Bookings.of(server.callsBetween(before, died));
        tell(
                "run %d of %d, %s: asked %d, %s, sweep %d ms, %d s",
                number,
                of,
                kill ? "kill -9" : "SIGTERM",
                asked,
                bookings.against(requests),
                sweep.toMillis(),
                Duration.ofNanos(System.nanoTime() - start).toSeconds());
        return died;
    }

    private void tell(String format, Object... values) throws IOException {
        String line = format.formatted(values);
        System.out.println(line);
        Files.writeString(figures, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static Map<String, String> properties(ProviderStub provider) {
        return Map.of(
                // Three of ten streams fail, which would send most questions elsewhere.
                "assistant.breaker.window", "1000",
                "assistant.ledger.url",
                        "jdbc:h2:retry:${server.output.dir}/data/assistant;WRITE_DELAY=0;REUSE_SPACE=FALSE;PAGE_SIZE=2048",
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
            seen.add(SteadyAsking.key(Integer.parseInt(number.group(1))));
        }
    }

    /** Waits until all rows from before an instant are settled, for a minute at most; returns how long that took. */
    private Duration awaitSweepOf(OwnServer server, Instant before) {
        Instant up = Instant.now();
        Server.await("the settlement of what was left open", SWEPT, () -> openBefore(server, before) == 0);
        Duration took = Duration.between(up, Instant.now());
        slowestSweep = took.compareTo(slowestSweep) > 0 ? took : slowestSweep;
        return took;
    }

    private static long openBefore(OwnServer server, Instant before) {
        return server.json("adam", "/assistant/api/v1/admin/calls?limit=1000").getJsonArray("calls").stream()
                .map(row -> row.asJsonObject())
                .filter(row -> row.getString("state").equals("open"))
                .filter(row -> Instant.parse(row.getString("sentAt")).isBefore(before))
                .count();
    }

    private void compareAll(OwnServer server, int asked) throws IOException {
        Bookings bookings = Bookings.of(server.calls());
        // A single run may be over before anybody was answered.
        assertThat(seen.all()).as("requests that the provider saw").isNotEmpty();
        tell(
                "all: kill -9: %d, SIGTERM: %d, asked %d, %s, slowest sweep after the start %d ms",
                KILLS, TERMS, asked, bookings.against(seen.all()), slowestSweep.toMillis());
    }
}
