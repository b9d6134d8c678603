package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The circuit breaker in the server, at the request volume that the test server's configuration sets. */
class BreakerIT extends ServerTest {

    private static final int REQUEST_VOLUME = 40;

    private static String source(Answer answer) {
        return answer.done().getString("source");
    }

    private static Answer ask() {
        return Answer.ask("Why is it blocked?").whole();
    }

    @Test
    void aPrimaryThatKeepsFailingIsLeftAloneForAWhileAndAskedAgainAfterIt() {
        Server.configure(PROVIDERS.configuration("anthropic", "openai"));
        // A refused key is not tried twice, so that each answer is one request.
        PROVIDERS.primary.configure("failn=" + REQUEST_VOLUME + " fails=401");
        for (int i = 1; i <= REQUEST_VOLUME; i++) {
            assertThat(source(ask())).isEqualTo("backup");
            assertThat(PROVIDERS.primary.stats().requests()).as("still asked").isEqualTo(i);
        }

        List<Answer> whileOpen = List.of(ask(), ask());

        assertThat(PROVIDERS.primary.stats().requests()).as("asked while open").isEqualTo(REQUEST_VOLUME);
        assertThat(whileOpen).extracting(BreakerIT::source).containsOnly("backup");
        assertThat(whileOpen)
                .allSatisfy(answer -> assertThat(answer.ledger())
                        .singleElement()
                        .extracting(row -> row.getString("slot"))
                        .isEqualTo("backup"));

        Server.await("the primary to be asked again", () -> source(ask()).equals("primary"));
    }

    /** What follows on this server finds a closed breaker. */
    @AfterEach
    void recover() {
        PROVIDERS.reset();
        Server.await("the breaker to close", () -> {
            ask();
            return primary().getJsonObject("breaker").getString("state").equals("closed");
        });
    }

    /** 404 is told at once and not tried twice, so that each answer is one request. */
    private static void openTheBreaker() {
        PROVIDERS.primary.configure("failn=" + REQUEST_VOLUME + " fails=404");
        for (int i = 1; i <= REQUEST_VOLUME; i++) {
            ask();
        }
        PROVIDERS.primary.configure("failn=0");
        PROVIDERS.primary.reset();
        ask();
        assertThat(PROVIDERS.primary.stats().requests()).as("asked while open").isZero();
    }

    @Test
    void anAskerWhoLeavesDoesNotCloseAHalfOpenBreaker() {
        Server.configure(PROVIDERS.configuration("anthropic", "openai"));
        openTheBreaker();
        PROVIDERS.primary.configure("hang=100");
        for (long left = 1; left <= 2; left++) {
            long before = left - 1;
            Server.await("the primary to be asked again", () -> {
                long others = PROVIDERS.backup.stats().requests();
                Answer answer = Answer.ask("Why is it blocked?");
                Server.await(
                        "somebody to be asked",
                        () -> PROVIDERS.primary.stats().requests() > before
                                || PROVIDERS.backup.stats().requests() > others);
                boolean asked = PROVIDERS.primary.stats().requests() > before;
                stop(answer);
                return asked;
            });
            Server.await(
                    "the connection to be closed",
                    () -> PROVIDERS.primary.stats().active() == 0);
        }
        PROVIDERS.primary.configure("hang=0 e404=100");

        ask();
        ask();

        assertThat(PROVIDERS.primary.stats().requests())
                .as("one more failure opens a breaker that is still half open")
                .isEqualTo(3);
    }

    /** By the interface: a closed tab is noticed only when something is written to it. */
    private static void stop(Answer answer) {
        answer.next("meta");
        Server.send(Server.request("anna", "/assistant/api/v1/answers/" + answer.id())
                .DELETE()
                .build());
        answer.whole();
    }

    private static JsonObject primary() {
        return Server.json("adam", "/assistant/api/v1/admin/providers")
                .getJsonArray("providers")
                .getJsonObject(0);
    }

    @Test
    void theAdminSeesTheBreakerAndWhatIsToBeDone() {
        Server.configure(PROVIDERS.configuration("anthropic", "openai"));
        openTheBreaker();

        JsonObject primary = primary();

        assertThat(primary.getString("slot")).isEqualTo("primary");
        assertThat(primary.getString("dialect")).isEqualTo("anthropic");
        assertThat(primary.getJsonObject("breaker").getString("state")).isEqualTo("open");
        assertThat(primary.getJsonObject("lastFault").getString("kind")).isEqualTo("not-found");
        assertThat(primary.getJsonArray("alerts"))
                .extracting(alert -> alert.asJsonObject().getString("cause"))
                .contains("model", "outage");
        assertThat(primary.getJsonArray("keys").getJsonObject(0).getString("hint"))
                .isEqualTo(Providers.PRIMARY_KEY.substring(Providers.PRIMARY_KEY.length() - 4));
        assertThat(Server.get("", "/health/ready").body())
                .contains("\"primaryBreaker\":\"open\"", "\"primaryAlerts\":\"model outage\"");
        assertThat(Server.get("", "/metrics").body()).contains("assistant_provider_alerts_total{cause=\"model\"");
        assertThat(Server.messages())
                .contains("The primary provider anthropic needs an admin: the model or the address");
        assertThat(Server.get("anna", "/assistant/api/v1/admin/providers").statusCode())
                .isEqualTo(403);

        recover();
        assertThat(primary().getJsonArray("alerts")).isEmpty();
    }
}
