package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.stub.StubRequest;
import erp.assistant.stub.StubWatcher;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * A crowd that asks two servers at once within a budget for half of it, and a server that is killed while it holds a part of the
 * budget. A short crowd by default; {@code -Dit.budget.calls=1000} for the figure, see the admin manual.
 */
class BudgetIT {

    private static final int CALLS = Integer.getInteger("it.budget.calls", 60);

    /** Until then no answer begins, so that all requests are under way together. */
    private static final Duration HELD = Duration.ofSeconds(30 + CALLS / 8);

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration RECLAIMED = Duration.ofSeconds(60);
    private static final String COMPANY = "assistant.budget.monthly";

    private final AtomicInteger sent = new AtomicInteger();

    @Test
    void aCrowdOnTwoServersIsAdmittedAsFarAsTheBudgetGoesAndNothingOfItLeaks() throws IOException {
        try (TwoServers both = new TwoServers("budget", properties())) {
            both.provider.watch(new StubWatcher() {
                @Override
                public void arrived(StubRequest request, long nanos) {
                    sent.incrementAndGet();
                }
            });
            JsonObject first = probe(both);
            BigDecimal before = amount(first, "cost");
            BigDecimal limit = before.add(amount(first, "reserved").multiply(BigDecimal.valueOf(CALLS / 2)));
            both.one.configure(COMPANY, limit.toPlainString());
            both.other.configure(COMPANY, limit.toPlainString());
            sent.set(0);

            Instant asked = Instant.now();
            List<CompletableFuture<HttpResponse<String>>> answers = crowd(both);
            Server.await("all refusals and admissions", PATIENCE, () -> sent.get() + refusals(answers) == CALLS);
            Duration decided = Duration.between(asked, Instant.now());
            int admitted = sent.get();
            assertThat(refusals(answers) + admitted).isEqualTo(CALLS);
            JsonObject company = budget(both.one, "company", "");
            BigDecimal held = amount(company, "reserved");
            assertThat(amount(company, "spent").add(held)).as("overshoot").isLessThanOrEqualTo(limit);
            BigDecimal least = least(both, "reserved_nanos");
            assertThat(amount(company, "left")).as("room that was refused").isLessThan(least);
            assertThat(admitted).isEqualTo(both.number("SELECT COUNT(*) FROM attempt WHERE state = 'open'"));

            assertThat(warnings(both.one) + warnings(both.other)).isEqualTo(1);

            both.other.kill();
            Instant killed = Instant.now();
            // The living server's answers come to their end meanwhile.
            Server.await(
                    "the end of all answers of the server that lives",
                    PATIENCE,
                    () -> answers.stream().allMatch(CompletableFuture::isDone));
            Instant last = Instant.now();
            Server.await(
                    "the release of what the dead server held",
                    RECLAIMED,
                    () -> amount(budget(both.one, "company", ""), "reserved").signum() == 0);
            Duration reclaimed = Duration.between(killed, Instant.now());
            BigDecimal spent = amount(budget(both.one, "company", ""), "spent");
            assertThat(spent).isLessThanOrEqualTo(limit).isEqualByComparingTo(costs(both));
            assertThat(both.number("SELECT COUNT(*) FROM attempt WHERE outcome = 'crash'"))
                    .isPositive();
            for (String[] each :
                    new String[][] {{"department", "sales"}, {"user", "anna"}, {"capability", "sales-order"}}) {
                assertThat(amount(budget(both.one, each[0], each[1]), "reserved"))
                        .as(each[0])
                        .isZero();
                assertThat(amount(budget(both.one, each[0], each[1]), "spent"))
                        .as(each[0])
                        .isEqualByComparingTo(spent);
            }
            // What a dead server held is spent: if nearly all was admitted there, nothing has room any more.
            boolean room =
                    limit.subtract(spent).compareTo(amount(first, "reserved").multiply(BigDecimal.valueOf(2))) > 0;
            assertThat(both.ask(both.one, "Why is it late? Once more.").join().body())
                    .as("%s spent of %s: what was given back has room again", spent, limit)
                    .contains(room ? "event: done" : "budget-reached");
            report(admitted, refusals(answers), limit, held.add(before), spent, decided, reclaimed, last);
        }
    }

    private static Map<String, String> properties() {
        return Map.ofEntries(
                Map.entry("assistant.budget.per-user", "100000"),
                Map.entry("assistant.budget.department.sales", "100000"),
                Map.entry("assistant.budget.capability.sales-order", "100000"),
                Map.entry("assistant.budget.at-limit", "refuse"),
                Map.entry("assistant.cache.ttl", "0s"),
                Map.entry("assistant.rate.per-user-minute", "1000000"),
                Map.entry("assistant.timeout.connect", "30s"),
                Map.entry("assistant.timeout.first-content", "5m"),
                Map.entry("assistant.timeout.total", "10m"));
    }

    /** A first call tells how much one holds. */
    private static JsonObject probe(TwoServers both) {
        assertThat(both.ask(both.other, question(0, 0)).join().body()).contains("event: done");
        return both.one.calls().get(0);
    }

    private static String question(int number, long heldMillis) {
        return "Why is it late? No %04d. [[stub ttft=%06d]]".formatted(number, heldMillis);
    }

    private static List<CompletableFuture<HttpResponse<String>>> crowd(TwoServers both) {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 1; i <= CALLS; i++) {
            // Every fourth as JSON: the refusal is a status then.
            answers.add(both.ask(
                    i % 2 == 0 ? both.one : both.other,
                    question(i, HELD.toMillis()),
                    i % 4 == 0 ? "application/json" : "text/event-stream"));
        }
        return answers;
    }

    private static int refusals(List<CompletableFuture<HttpResponse<String>>> answers) {
        int refusals = 0;
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            if (answer.isDone() && !answer.isCompletedExceptionally()) {
                HttpResponse<String> response = answer.join();
                if (response.body().contains("\"code\":\"budget-reached\"")) {
                    assertThat(response.body()).contains("\"resetDate\":\"" + nextMonth() + "\"");
                    boolean stream = response.body().contains("event: error");
                    assertThat(response.statusCode()).isEqualTo(stream ? 200 : 402);
                    refusals++;
                }
            }
        }
        return refusals;
    }

    private static long warnings(OwnServer server) {
        return server.file("messages.log")
                .lines()
                .filter(line -> line.contains("the company's budget of") && line.contains("has come to 100 percent"))
                .count();
    }

    private static LocalDate nextMonth() {
        return YearMonth.now(ZoneId.of("Europe/Berlin")).plusMonths(1).atDay(1);
    }

    private static JsonObject budget(OwnServer server, String scope, String name) {
        return server.json("adam", "/assistant/api/v1/admin/budgets").getJsonArray("budgets").stream()
                .map(budget -> budget.asJsonObject())
                .filter(budget -> budget.getString("scope").equals(scope)
                        && budget.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal amount(JsonObject of, String name) {
        return new BigDecimal(of.getJsonObject(name).getString("amount"));
    }

    private static BigDecimal least(TwoServers both, String column) {
        return BigDecimal.valueOf(both.number("SELECT MIN(" + column + ") FROM attempt"), 9);
    }

    private static BigDecimal costs(TwoServers both) {
        return BigDecimal.valueOf(both.number("SELECT SUM(cost_nanos) FROM attempt"), 9);
    }

    private static void report(
            int admitted,
            int refused,
            BigDecimal limit,
            BigDecimal most,
            BigDecimal spent,
            Duration decided,
            Duration reclaimed,
            Instant last)
            throws IOException {
        String report =
                ("calls at once on two servers: %d, admitted: %d, refused: %d, limit: %s, held and spent at the most: %s,"
                                + " overshoot: %s, refused although there was room: 0; decided after %d ms; one server killed (-9) with its"
                                + " calls: all given back %d ms after, %d ms after the last answer of the other; spent in the end: %s")
                        .formatted(
                                CALLS,
                                admitted,
                                refused,
                                limit.toPlainString(),
                                most.toPlainString(),
                                most.subtract(limit).max(BigDecimal.ZERO).toPlainString(),
                                decided.toMillis(),
                                reclaimed.toMillis(),
                                Duration.between(last, Instant.now()).toMillis(),
                                spent.toPlainString());
        System.out.println(report);
        Files.writeString(Path.of("target/budget.txt"), report + "\n");
    }
}
