package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.stub.ProviderStub;
import erp.assistant.stub.StubRequest;
import erp.assistant.stub.StubWatcher;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/**
 * What a day of questions costs with the prompts that the sample ERP's records really make, beside what it would with the record's
 * whole JSON, without the cache and with the large tier. A short day; 2,000 questions with {@code -Dit.day=2000}, see the benchmarks' README. The report is in
 * {@code target/day.md}.
 *
 * <p>Ten hours are replayed at ten questions a second; the cache forgets faster by the same factor. Tokens are those that the stub
 * reports, a quarter of a request's characters; an answer has 160.
 */
class DayReplayIT {

    private static final int CALLS = Integer.getInteger("it.day", 60);
    private static final int CALLS_A_DAY = 2000;
    private static final int DAYS = 30;
    private static final int CHARACTERS_A_TOKEN = 4;
    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final Duration DAY = Duration.ofHours(10);
    private static final Duration CACHE = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SMALL = "claude-haiku-4-5";
    private static final String LARGE = "claude-opus-4-5";
    private static final String LARGE_ROW = "claude-opus-4";
    private static final BigDecimal MOST_CENTS = new BigDecimal("0.5");

    private final AtomicLong sentCharacters = new AtomicLong();
    private final AtomicLong sentDataCharacters = new AtomicLong();

    @Test
    void aCallCostsAtMostHalfACent() throws IOException {
        OwnServer server = new OwnServer("day");
        try (ProviderStub provider = ProviderStub.start(0);
                server) {
            provider.configure("tokens=160 ttft=5 gap=0");
            provider.watch(new StubWatcher() {
                @Override
                public void arrived(StubRequest request, long nanos) {
                    sentCharacters.addAndGet(request.body().length());
                    sentDataCharacters.addAndGet(dataBlock(request.body()));
                }
            });
            server.startWith(Map.of(
                    "assistant.provider.primary.dialect",
                    "anthropic",
                    "assistant.provider.primary.model.small",
                    SMALL,
                    "assistant.provider.primary.base-url",
                    provider.baseUri().toString(),
                    "assistant.provider.primary.api-key",
                    "stub-key",
                    "assistant.cache.ttl",
                    cacheTtl().toMillis() + "ms",
                    "assistant.rate.per-user-minute",
                    "10000"));
            ErpScreens screens = new ErpScreens(server.awaitApplications());
            List<ErpDay.Asked> day = new ErpDay(screens, 2026).questions(CALLS);
            ask(server, day);
            report(server, screens, day);
        }
    }

    /** As much shorter than by default as the day is. */
    private static Duration cacheTtl() {
        return Duration.ofMillis(CACHE.toMillis() * INTERVAL.toMillis() * CALLS_A_DAY / DAY.toMillis());
    }

    private static long dataBlock(String body) {
        int from = body.lastIndexOf("<record_data>");
        int to = body.lastIndexOf("</record_data>");
        return from < 0 || to < from ? 0 : to - from;
    }

    private static void ask(OwnServer server, List<ErpDay.Asked> day) {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        long due = System.nanoTime();
        for (ErpDay.Asked asked : day) {
            LockSupport.parkNanos(due - System.nanoTime());
            due += INTERVAL.toNanos();
            answers.add(Server.HTTP.sendAsync(
                    HttpRequest.newBuilder(server.uri("/assistant/api/v1/answers"))
                            .header("X-Requested-With", "test")
                            .header("Authorization", Server.basic(asked.user()))
                            .header("Content-Type", "application/json")
                            .header("Accept", "application/json")
                            .timeout(PATIENCE)
                            .POST(HttpRequest.BodyPublishers.ofString(Json.createObjectBuilder()
                                    .add("question", asked.question())
                                    .add(
                                            "record",
                                            Json.createObjectBuilder()
                                                    .add("type", asked.type())
                                                    .add("id", asked.id()))
                                    .build()
                                    .toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString()));
        }
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            assertThat(answer.join().statusCode()).as(answer.join().body()).isEqualTo(200);
        }
    }

    private void report(OwnServer server, ErpScreens screens, List<ErpDay.Asked> day) throws IOException {
        JsonObject cost = server.json("adam", "/assistant/api/v1/admin/metrics").getJsonObject("cost");
        BigDecimal total = new BigDecimal(cost.getString("amount"));
        BigDecimal savedByCache = new BigDecimal(cost.getString("saved"));
        int hits = cost.getInt("cacheHits");
        List<JsonObject> rows = server.calls();
        long input = sum(rows, "input");
        long output = sum(rows, "output");
        int requests = rows.size();
        assertThat(cost.getInt("unpricedCalls")).isZero();
        assertThat(requests + hits).isEqualTo(CALLS);
        assertThat(sentDataCharacters.get()).isPositive();

        // What is compared is what the ledger has billed.
        ListPrice small = ListPrice.of(SMALL);
        assertThat(small.of(input, output)).isCloseTo(total, Offset.offset(new BigDecimal("0.000001")));

        BigDecimal large = ListPrice.of(LARGE_ROW).of(input, output);
        long naiveInput =
                input + (dumps(screens, day) * requests / CALLS - sentDataCharacters.get()) / CHARACTERS_A_TOKEN;
        BigDecimal untrimmed = small.of(naiveInput, output);
        BigDecimal none = ListPrice.of(LARGE_ROW).of(naiveInput * CALLS / requests, output * CALLS / requests);

        BigDecimal perCall = cents(total, CALLS);
        String text = """
                # A day of questions at the sample ERP

                `mvn verify -Dquick -Dit.test=DayReplayIT -Dit.day=%d -Dtest=ArchitectureTest -Dsurefire.failIfNoSpecifiedTests=false`
                (%s, %s, %d processors). Ten hours replayed at ten questions a second; the provider is the stub, which reports a quarter of
                a request's characters as its input and 160 tokens for an answer. The mix of questions is in `ErpDay`.

                %,d questions, %,d answered from the assistant's cache, %,d requests: %,d input and %,d output tokens, %,d and %,d a request.

                | | whole | a question | a month of %,d a day |
                |---|---|---|---|
                | **as shipped: %s, trimmed, cached** | %s EUR | **%s cent** | %s EUR |
                | without the cache | %s EUR | %s cent | %s EUR |
                | with the record's whole JSON in place of what the assistant chooses | %s EUR | %s cent | %s EUR |
                | with the large tier, %s | %s EUR | %s cent | %s EUR |
                | with none of the three | %s EUR | %s cent | %s EUR |

                - Saved: %s by what the assistant chooses in place of the JSON (a minus: it costs more), %s by caching, %s by the small tier.
                - The JSON is what the ERP's own screen of that record fetches for the same person, with the same instructions and question. It has
                  neither labels and ids to cite by nor the credit and supply facts that the assistant sends along.
                - The provider's prompt cache is not in it: the stub reports all input as fresh, and the repeated instructions are shorter than
                  what the small models of today keep.
                - Prices are the shipped ones (marked *verify*), at the shipped example rate of the dollar.
                """.formatted(
                        CALLS,
                        LocalDate.now(ZoneOffset.UTC),
                        "JDK " + Runtime.version().feature() + " on " + System.getProperty("os.name"),
                        Runtime.getRuntime().availableProcessors(),
                        CALLS,
                        hits,
                        requests,
                        input,
                        output,
                        input / requests,
                        output / requests,
                        CALLS_A_DAY,
                        SMALL,
                        money(total),
                        perCall,
                        month(total),
                        money(total.add(savedByCache)),
                        cents(total.add(savedByCache), CALLS),
                        month(total.add(savedByCache)),
                        money(untrimmed),
                        cents(untrimmed, CALLS),
                        month(untrimmed),
                        LARGE,
                        money(large),
                        cents(large, CALLS),
                        month(large),
                        money(none),
                        cents(none, CALLS),
                        month(none),
                        share(untrimmed.subtract(total), untrimmed),
                        share(savedByCache, total.add(savedByCache)),
                        share(large.subtract(total), large));
        System.out.println(text);
        Files.writeString(Path.of("target/day.md"), text);

        assertThat(perCall).as(text).isPositive().isLessThanOrEqualTo(MOST_CENTS);
        assertThat(large).as(text).isGreaterThan(total);
        assertThat(sentCharacters.get() / CHARACTERS_A_TOKEN).as(text).isCloseTo(input, Percentage.withPercentage(5));
        if (hits > 0) {
            assertThat(savedByCache).as(text).isPositive();
        }
    }

    /** Characters of all records as their screens get them, each escaped once more as a part of a request. */
    private static long dumps(ErpScreens screens, List<ErpDay.Asked> day) {
        Map<String, Long> known = new HashMap<>();
        return day.stream()
                .mapToLong(asked ->
                        known.computeIfAbsent(asked.user() + asked.path() + asked.id(), any -> dump(screens, asked)))
                .sum();
    }

    private static long dump(ErpScreens screens, ErpDay.Asked asked) {
        String path = asked.path() + "/" + URLEncoder.encode(asked.id(), StandardCharsets.UTF_8);
        String record = screens.json(asked.user(), path).toString();
        return Json.createValue(record).toString().length();
    }

    private static long sum(List<JsonObject> rows, String tokens) {
        return rows.stream()
                .mapToLong(
                        row -> row.getJsonObject("usage").getJsonNumber(tokens).longValue())
                .sum();
    }

    private static BigDecimal cents(BigDecimal whole, int calls) {
        return whole.movePointRight(2).divide(BigDecimal.valueOf(calls), 3, RoundingMode.HALF_UP);
    }

    private static String money(BigDecimal amount) {
        return amount.setScale(4, RoundingMode.HALF_UP).toPlainString();
    }

    private static String month(BigDecimal whole) {
        return whole.multiply(BigDecimal.valueOf((long) CALLS_A_DAY * DAYS))
                .divide(BigDecimal.valueOf(CALLS), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String share(BigDecimal part, BigDecimal whole) {
        return String.format(Locale.ROOT, "%.1f %%", part.doubleValue() * 100 / whole.doubleValue());
    }
}
