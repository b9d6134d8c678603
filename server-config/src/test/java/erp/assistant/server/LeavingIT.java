package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However an answer is left, its provider's connection closes and what it used is settled. */
class LeavingIT extends ServerTest {

    @BeforeEach
    void providers() {
        Map<String, String> configuration = PROVIDERS.configuration("anthropic", "openai");
        configuration.put("assistant.timeout.first-content", "60s");
        configuration.put("assistant.timeout.idle", "60s");
        Server.configure(configuration);
        PROVIDERS.primary.configure("ttft=50 gap=100 tokens=600 capmax=0");
    }

    @AfterEach
    void nobodyWatches() {
        PROVIDERS.primary.watch(erp.assistant.stub.StubWatcher.NONE);
    }

    /** Settled as cancelled, with the tokens and the money so far. */
    private static void isSettled(Answer answer) {
        Server.await(
                "the provider's connection to be closed",
                () -> PROVIDERS.primary.stats().active() == 0);
        Server.await(
                "the row to be settled",
                () -> answer.ledger().get(0).getString("state").equals("settled"));
        JsonObject row = answer.ledger().get(0);
        assertThat(row.getString("outcome")).isEqualTo("cancelled");
        assertThat(row.getJsonObject("usage").getInt("input")).isPositive();
        assertThat(row.getJsonObject("usage").getString("usageSource")).isIn("partial", "estimated");
        assertThat(row.getJsonObject("cost").getString("amount")).isNotEqualTo("0");
    }

    @Test
    void aClosedTabEndsAnAnswerWhoseProviderIsStillSilent() {
        PROVIDERS.primary.configure("hang=100");
        Answer answer = Answer.ask("Why is it blocked?");
        answer.next("meta");
        Server.await("the provider to be asked", () -> PROVIDERS.primary.stats().active() == 1);

        long left = System.nanoTime();
        answer.close();

        Server.await(
                "the connection to be closed", () -> PROVIDERS.primary.stats().clientAborts() == 1);
        assertThat(Duration.ofNanos(PROVIDERS.primary.stats().lastAbortNanos() - left))
                .isLessThan(Duration.ofSeconds(2));
        isSettled(answer);
    }

    @Test
    void manyClosedTabsLeaveNothingBehind() throws Exception {
        AbortedStreams streams = new AbortedStreams(Server.uri(""), PROVIDERS.primary);

        AbortedStreams.Figures figures = streams.run(200, 20);

        // 250 ms on a machine that does nothing else; this one may do a lot.
        assertThat(figures.p50()).isLessThan(1_000);
        assertThat(PROVIDERS.primary.stats().clientAborts()).isEqualTo(200);
        Server.await(
                "all connections to be closed", () -> PROVIDERS.primary.stats().active() == 0);
        Server.await("all answers to be over", () -> openAnswers() == 0);
    }

    static int openAnswers() {
        return Server.object(Server.get("", "/health/ready").body()).getJsonArray("checks").stream()
                .map(check -> check.asJsonObject())
                .filter(check -> check.getString("name").equals("assistant"))
                .mapToInt(check -> check.getJsonObject("data").getInt("openAnswers"))
                .sum();
    }

    @Test
    void allAnswersOfAPersonCanBeStoppedTogether() {
        Answer annas = Answer.ask("Tell me everything.");
        Answer annasToo = Answer.ask("Tell me everything else.");
        Answer carls = Answer.ask("carl", "sales-order", "4711", "Tell me everything.");
        for (Answer answer : new Answer[] {annas, annasToo, carls}) {
            answer.next("delta");
        }

        HttpResponse<String> stopped = Server.send(
                Server.request("anna", "/assistant/api/v1/answers").DELETE().build());

        assertThat(stopped.statusCode()).isEqualTo(204);
        assertThat(annas.whole().done().getString("reason")).isEqualTo("stopped");
        assertThat(annasToo.whole().done().getString("reason")).isEqualTo("stopped");
        assertThat(PROVIDERS.primary.stats().active()).as("carl's goes on").isEqualTo(1);
        carls.close();
        isSettled(annas);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream", "application/json"})
    void whoSignsOutOfTheErpEndsTheOwnAnswers(String accept) throws Exception {
        HttpClient browser = signedIn("anna");
        HttpRequest question = HttpRequest.newBuilder(Server.uri("/assistant/api/v1/answers"))
                .header("X-Requested-With", "test")
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .POST(HttpRequest.BodyPublishers.ofString("{\"question\":\"Tell me everything.\",\"record\":"
                        + "{\"type\":\"sales-order\",\"id\":\"4711\"}}"))
                .build();
        var answered = browser.sendAsync(question, HttpResponse.BodyHandlers.ofString());
        Server.await("text to arrive", () -> PROVIDERS.primary.stats().tokens() > 2);

        post(browser, "/erp/sign-out", "");

        HttpResponse<String> answer = answered.get();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"incomplete\",\"reason\":\"stopped\"");
        Server.await(
                "the connection to be closed", () -> PROVIDERS.primary.stats().active() == 0);
        assertThat(PROVIDERS.primary.stats().clientAborts()).isEqualTo(1);
    }

    private static HttpClient signedIn(String user) throws Exception {
        HttpClient browser = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        browser.send(
                HttpRequest.newBuilder(Server.uri("/erp/sales-orders.html")).build(),
                HttpResponse.BodyHandlers.discarding());
        HttpResponse<String> home =
                post(browser, "/erp/j_security_check", "j_username=" + user + "&j_password=" + user);
        assertThat(home.statusCode()).isEqualTo(200);
        return browser;
    }

    private static HttpResponse<String> post(HttpClient browser, String path, String form) throws Exception {
        URI uri = Server.uri(path);
        return browser.send(
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
