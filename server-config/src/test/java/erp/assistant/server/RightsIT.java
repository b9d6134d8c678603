package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        roomForAll.put("assistant.prompt.target-tokens", "50000");
        Server.configure(roomForAll);
        JsonObject context = Server.json("anna", CONTEXT_4711);

        JsonObject receipt = Answer.ask("Why is it blocked?").whole().done().getJsonObject("receipt");

        String sent = PROVIDERS.primary.lastRequest().orElseThrow().body();
        Set<String> shown = new HashSet<>();
        context.getJsonArray("fields")
                .forEach(field -> shown.add(field.asJsonObject().getString("id")));
        receipt.getJsonArray("sent").forEach(value -> {
            String id = value.asJsonObject().getString("id");
            assertThat(shown).contains(id);
            String label = value.asJsonObject().getString("label");
            assertThat(sent).contains(id.contains(".row-count") ? "A Rules applied: " : label.split(" ", -1)[0]);
        });
        assertThat(receipt.getInt("fields"))
                .isEqualTo(receipt.getJsonArray("sent").size())
                .isGreaterThan(20);
        assertThat(receipt.getInt("masked")).isPositive();
        assertThat(receipt.getJsonArray("recipients").getJsonObject(0).getString("provider"))
                .isEqualTo("anthropic");
        assertThat(sent).doesNotContainIgnoringCase("iban").doesNotContain("margin");
        assertThat(context.getJsonArray("leftOut").getValuesAs(JsonObject.class))
                .as("what is not told twice")
                .allSatisfy(left -> assertThat(left.getString("reason")).isEqualTo("told by another field"));
    }

    /** Every failure that the stub can play, with the ledger's outcome where both dialects word it alike. */
    private static Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        faults.put("e400=100", "invalid-request");
        faults.put("e401=100", "authentication");
        faults.put("e402=100", "quota");
        faults.put("e403=100", "authentication");
        faults.put("e404=100", "not-found");
        faults.put("e408=100", "server-error");
        faults.put("e413=100", "too-large");
        faults.put("e422=100", "invalid-request");
        faults.put("e429=100", "rate-limited");
        // A longer pause would be kept, and the next questions would go to the backup.
        faults.put("e429=100 retryafter=0", "rate-limited");
        faults.put("quota=100", "quota");
        faults.put("e500=100", "server-error");
        faults.put("e502=100", "server-error");
        faults.put("e503=100", "");
        faults.put("e504=100", "server-error");
        faults.put("e529=100", "overloaded");
        faults.put("html200=100", "malformed");
        faults.put("empty200=100", "truncated");
        faults.put("firsterr=100", "");
        faults.put("hang=100", "first-content-timeout");
        faults.put("pings=100", "first-content-timeout");
        faults.put("midcut=100 gap=5", "truncated");
        faults.put("cleancut=100 gap=5", "truncated");
        faults.put("miderr=100 gap=5", "");
        faults.put("hangmid=100 gap=5", "idle-timeout");
        faults.put("badjson=100", "malformed");
        return faults;
    }

    @ParameterizedTest
    @CsvSource({"anthropic, openai", "openai, anthropic"})
    void theKeyReachesTheProviderAndNothingElse(String primary, String backup) {
        Map<String, String> configuration = PROVIDERS.configuration(primary, backup);
        configuration.put("assistant.timeout.first-content", "1s");
        configuration.put("assistant.timeout.idle", "1s");
        // So that no breaker opens on the way.
        configuration.put("assistant.breaker.window", "1000");
        Server.configure(configuration);
        StringBuilder seen = new StringBuilder();
        faults().forEach((fault, outcome) -> {
            PROVIDERS.primary.reset();
            Answer answer =
                    Answer.ask("Why is it blocked? [[stub " + fault + "]]").whole();
            List<JsonObject> rows = answer.ledger();
            assertThat(rows).as(fault).extracting(row -> row.getString("slot")).contains("primary", "backup");
            if (!outcome.isEmpty()) {
                assertThat(rows)
                        .as(fault)
                        .filteredOn(row -> row.getString("slot").equals("primary"))
                        .extracting(row -> row.getString("outcome"))
                        .containsOnly(outcome);
            }
            seen.append(answer.events);
            seen.append(rows);
        });
        seen.append(stopped().events);

        assertThat(PROVIDERS.primary.lastRequest().orElseThrow().headers().values())
                .anyMatch(value -> value.contains(Providers.PRIMARY_KEY));
        assertThat(PROVIDERS.backup.lastRequest().orElseThrow().headers().values())
                .anyMatch(value -> value.contains(Providers.BACKUP_KEY));
        String providers =
                Server.get("adam", "/assistant/api/v1/admin/providers").body();
        assertThat(providers).contains("\"cause\":\"key\"", "\"cause\":\"model\"");
        seen.append(providers)
                .append(Server.get("adam", "/assistant/api/v1/admin/config").body())
                .append(Server.get("adam", "/assistant/api/v1/admin/calls?limit=1000")
                        .body())
                .append(Server.get("adam", "/assistant/api/v1/admin/metrics").body())
                .append(Server.get("", "/metrics").body())
                .append(Server.get("", "/health").body())
                .append(Server.logs());
        String all = seen.toString();
        assertThat(all.contains(Providers.PRIMARY_KEY))
                .as("the primary's key is somewhere")
                .isFalse();
        assertThat(all.contains(Providers.BACKUP_KEY))
                .as("the backup's key is somewhere")
                .isFalse();
    }

    private static Answer stopped() {
        Answer answer = Answer.ask("Tell me everything. [[stub gap=100 tokens=400 capmax=0]]");
        answer.next("delta");
        HttpRequest stop = Server.request("anna", "/assistant/api/v1/answers/" + answer.id())
                .DELETE()
                .build();
        assertThat(Server.send(stop).statusCode()).isEqualTo(204);
        assertThat(answer.whole().done().getString("reason")).isEqualTo("stopped");
        return answer;
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
    void aReferenceToAVariableThatIsNotSetIsLoggedAndTheBackupStays() {
        Map<String, String> configuration = PROVIDERS.configuration("anthropic", "openai");
        configuration.put("assistant.provider.backup.dialect", "${nowhere.to.be.found}");
        Server.write(configuration);

        Server.await(
                "the complaint",
                () -> Server.messages()
                        .contains(
                                "must be anthropic, openai, openai-responses or offline; it refers to a variable that is not set"));
        assertThat(Server.json("adam", "/assistant/api/v1/admin/config").getJsonArray("config").stream()
                        .map(entry -> entry.asJsonObject())
                        .filter(entry -> entry.getString("key").equals("assistant.provider.backup.dialect"))
                        .map(entry -> entry.getString("value")))
                .containsExactly("openai");
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
