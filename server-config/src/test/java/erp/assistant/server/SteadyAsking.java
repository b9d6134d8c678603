package erp.assistant.server;

import jakarta.json.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * People who ask a server 20 questions a second, whether it is up or not. Of ten streams one breaks off, one gets an error, one
 * falls silent and one is left by its reader; the others take one to three seconds.
 *
 * <p>Each question is about another sales order for as long as there are any, so that what a provider gets and a ledger has can be
 * compared.
 */
final class SteadyAsking implements AutoCloseable {

    static final String RECORD_TYPE = "sales-order";

    private static final long INTERVAL_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LAST = PATIENCE.plusSeconds(10);
    private static final int NEWEST_ORDER = 4711;
    private static final int ORDERS = 1500;
    private static final String[] PEOPLE = {"anna", "carl"};

    private final OwnServer server;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger asked = new AtomicInteger();
    private final Set<CompletableFuture<?>> open = ConcurrentHashMap.newKeySet();

    SteadyAsking(OwnServer server) {
        this.server = server;
        clock.scheduleAtFixedRate(this::ask, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Who asks about which order in a question that contains this number. */
    static String key(int number) {
        return PEOPLE[number / ORDERS % PEOPLE.length] + " " + (NEWEST_ORDER - number % ORDERS);
    }

    int asked() {
        return asked.get();
    }

    private void ask() {
        int number = asked.getAndIncrement();
        String[] key = key(number).split(" ");
        String body = Json.createObjectBuilder()
                .add("question", "Why is it late? No " + number + ". [[stub " + stream(number) + "]]")
                .add(
                        "record",
                        Json.createObjectBuilder().add("type", RECORD_TYPE).add("id", key[1]))
                .build()
                .toString();
        HttpRequest request = HttpRequest.newBuilder(server.uri("/assistant/api/v1/answers"))
                .header("X-Requested-With", "test")
                .header("Authorization", Server.basic(key[0]))
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        CompletableFuture<HttpResponse<Void>> answer =
                Server.HTTP.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        open.add(answer);
        answer.whenComplete((response, failure) -> open.remove(answer));
        if (number % 10 == 3) {
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(() -> answer.cancel(true));
        }
    }

    private static String stream(int number) {
        return switch (number % 10) {
            case 0 -> "ttft=200 gap=10 midcut=100";
            case 1 -> "ttft=100 e500=100";
            case 2 -> "ttft=200 gap=10 hangmid=100";
            default -> "ttft=" + 100 * (number % 7) + " gap=" + 10 * (1 + number % 3);
        };
    }

    /** Asks no more, and waits until each question has been answered or given up. */
    @Override
    public void close() {
        clock.shutdownNow();
        Server.await("the last answers", LAST, () -> clock.isTerminated() && open.isEmpty());
    }
}
