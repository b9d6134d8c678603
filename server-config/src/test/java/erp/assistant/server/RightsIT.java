package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RightsIT extends ServerTest {

    private static final String CONTEXT_4711 = "/assistant/api/v1/records/sales-order/4711/context";

    @BeforeEach
    void providers() {
        Server.configure(PROVIDERS.configuration("anthropic", "openai"));
    }

    private static HttpResponse<String> ask(String user, String type, String id) {
        return Server.send(Answer.asking(user, type, id, "What is this?")
                .header("Accept", "text/event-stream")
                .build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CONTEXT_4711,
                "/assistant/api/v1/admin/metrics",
                "/assistant/api/v1/admin/calls",
                "/assistant/api/v1/admin/config",
                "/assistant/api/v1/nothing-here"
            })
    void nobodyGetsInWithoutSigningIn(String path) {
        HttpResponse<String> response = Server.get("", path);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(Server.object(response.body()).getString("code")).isEqualTo("not-signed-in");
    }

    @Test
    void anAnonymousQuestionIsTurnedAwayWithoutABrowsersPasswordDialog() {
        HttpResponse<String> response = ask("", "sales-order", "4711");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"metrics", "calls", "config"})
    void staffDoNotSeeWhatIsForAdmins(String page) {
        assertThat(Server.get("anna", "/assistant/api/v1/admin/" + page).statusCode())
                .isEqualTo(403);
        assertThat(Server.get("adam", "/assistant/api/v1/admin/" + page).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aForbiddenRecordLooksLikeOneThatDoesNotExist() {
        HttpResponse<String> forbidden = ask("anna", "sales-order", "4712");
        HttpResponse<String> missing = ask("anna", "sales-order", "9999999");
        HttpResponse<String> unknownType = ask("anna", "space-ship", "1");

        assertThat(forbidden.statusCode()).isEqualTo(404);
        assertThat(forbidden.body()).isEqualTo(missing.body()).isEqualTo(unknownType.body());
        assertThat(PROVIDERS.primary.lastRequest())
                .as("nothing left the company")
                .isEmpty();
    }

    @Test
    void whoMaySeeTheOtherOrganisationIsAnswered() {
        assertThat(ask("adam", "sales-order", "4712").statusCode()).isEqualTo(200);
    }

    @Test
    void warehouseStaffAreNotToldWhatTheCustomerOwes() {
        String anna = Server.get("anna", CONTEXT_4711).body();
        String vera = Server.get("vera", CONTEXT_4711).body();

        assertThat(anna).contains("\"creditLimit\"");
        assertThat(vera).doesNotContain("\"creditLimit\"");
    }

    @Test
    void whatIsShownAsSentIsWhatIsSent() {
        Map<String, String> roomForAll = PROVIDERS.configuration("anthropic", "openai");
        roomForAll.put("assistant.prompt.max-tokens", "50000");
        Server.configure(roomForAll);
        JsonObject context = Server.json("anna", CONTEXT_4711);

        Answer.ask("Why is it blocked?").whole();

        String sent = PROVIDERS.primary.lastRequest().orElseThrow().body();
        context.getJsonArray("fields")
                .forEach(field -> assertThat(sent).contains(field.asJsonObject().getString("id")));
        assertThat(sent).doesNotContainIgnoringCase("iban").doesNotContain("margin");
        assertThat(context.getJsonArray("leftOut")).isEmpty();
    }

    @Test
    void theKeyReachesTheProviderAndNothingElse() {
        Answer answer = Answer.ask("Why is it blocked? [[stub e500=100]]").whole();

        assertThat(PROVIDERS.primary.lastRequest().orElseThrow().headers()).containsValue(Providers.PRIMARY_KEY);
        String seen = answer.events
                + Server.get("adam", "/assistant/api/v1/admin/config").body()
                + Server.get("adam", "/assistant/api/v1/admin/calls").body()
                + Server.get("", "/metrics").body()
                + Server.get("", "/health").body()
                + Server.logs();
        assertThat(seen.contains(Providers.PRIMARY_KEY))
                .as("the primary's key is somewhere")
                .isFalse();
        assertThat(seen.contains(Providers.BACKUP_KEY))
                .as("the backup's key is somewhere")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json|The body is not a JSON object.",
                "{}|The body needs a record,",
                "{\"record\":{\"type\":\"sales-order\",\"id\":\"4711\"}}|The body needs question as a text,",
                "{\"question\":\" \",\"record\":{\"type\":\"sales-order\",\"id\":\"4711\"}}|question must have 1 to 4000",
                "{\"question\":\"Why?\",\"record\":{\"type\":\"Sales Order\",\"id\":\"4711\"}}|record type must be lower case"
            })
    void aBadQuestionIsToldWhatToMend(String body, String detail) {
        HttpResponse<String> response = Server.send(Server.request("anna", "/assistant/api/v1/answers")
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());

        assertThat(response.statusCode()).isEqualTo(400);
        JsonObject problem = Server.object(response.body());
        assertThat(problem.getString("code")).isEqualTo("question-invalid");
        assertThat(problem.getString("detail")).contains(detail);
    }

    @Test
    void aFormOnAnotherSiteCannotAsk() {
        HttpRequest plain = HttpRequest.newBuilder(Server.uri("/assistant/api/v1/answers"))
                .header("Authorization", Server.basic("anna"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();

        assertThat(Server.send(plain).statusCode()).isEqualTo(403);
    }

    @Test
    void theKillSwitchWorksWhileTheServerRuns() {
        Map<String, String> configuration = PROVIDERS.configuration("anthropic", "openai");
        configuration.put("assistant.enabled", "false");
        Server.configure(configuration);

        HttpResponse<String> response = ask("anna", "sales-order", "4711");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(Server.object(response.body()).getString("code")).isEqualTo("switched-off");
    }

    @Test
    void whoAsksTooOftenIsToldWhenToAskAgain() {
        Map<String, String> configuration = PROVIDERS.configuration("offline", "offline");
        configuration.put("assistant.rate.per-user-minute", "1");
        Server.configure(configuration);

        HttpResponse<String> last = ask("carl", "sales-order", "4711");
        for (int i = 0; i < 3 && last.statusCode() == 200; i++) {
            last = ask("carl", "sales-order", "4711");
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
    }
}
