package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.server.whoami.Registration;
import erp.assistant.server.whoami.WhoAmI;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Look-ups by the model, with a provider that asks for what the question commands. */
class LookupsIT extends ServerTest {

    private static final String OVERDUE = "[[lookup find_rows {\"list\":\"customer-invoice\",\"filters\":"
            + "[{\"field\":\"status\",\"operator\":\"eq\",\"values\":[\"OVERDUE\"]}],\"sort\":[\"-open\"],\"limit\":3}]]";
    private static final String FOREIGN = "[[lookup find_rows {\"list\":\"sales-order\",\"filters\":"
            + "[{\"field\":\"number\",\"operator\":\"eq\",\"values\":[\"4712\"]}]}]]";
    private static final String FOREIGN_RECORD = "[[lookup get_record {\"type\":\"sales-order\",\"id\":\"CH:4712\"}]]";
    private static final String WHO = "[[lookup find_rows {\"list\":\"who-am-i\"}]]";

    @BeforeEach
    void withLookups() {
        configure("anthropic", "openai", 2);
    }

    private static void configure(String dialect, String other, int rounds) {
        Map<String, String> configuration = PROVIDERS.configuration(dialect, other);
        configuration.put("assistant.lookups.rounds", Integer.toString(rounds));
        configuration.put("assistant.prompt.max-tokens", "6000");
        Server.configure(configuration);
    }

    private static Path whoAmI() {
        return Server.home().resolve("configDropins/overrides/whoami.xml");
    }

    @AfterAll
    static void removeWhoAmI() throws IOException {
        Files.deleteIfExists(whoAmI());
    }

    private static String lastSent() {
        return PROVIDERS.primary.lastRequest().orElseThrow().body();
    }

    private static List<String> sent(Answer answer) {
        return answer.done().getJsonObject("receipt").getJsonArray("sent").getValuesAs(JsonObject.class).stream()
                .map(value -> value.getString("id"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "anthropic, openai, true",
        "anthropic, openai, false",
        "openai, anthropic, true",
        "openai, anthropic, false",
        "openai-responses, anthropic, true",
        "openai-responses, anthropic, false"
    })
    void whatTheModelLooksUpIsSentCitableAndMeteredByRounds(String dialect, String other, boolean streaming) {
        Map<String, String> configuration = PROVIDERS.configuration(dialect, other);
        configuration.put("assistant.lookups.rounds", "2");
        configuration.put("assistant.prompt.max-tokens", "6000");
        configuration.put("assistant.provider.primary.streaming", Boolean.toString(streaming));
        Server.configure(configuration);

        Answer answer = Answer.ask("Which invoices are overdue? " + OVERDUE).whole();

        assertThat(answer.done().getString("status")).isEqualTo("complete");
        assertThat(answer.names()).contains("restart");
        assertThat(answer.text()).doesNotContain("Let me look that up");
        assertThat(sent(answer))
                .contains("found1rows.open", "found1rows.row-count")
                .anyMatch(id -> id.matches("found1rows\\.\\d+\\.open"));
        assertThat(lastSent()).contains("f1.A", "Status is OVERDUE", "Open amount, sum of all rows");
        List<JsonObject> rows = answer.ledger();
        assertThat(rows)
                .hasSize(2)
                .extracting(row -> row.getString("outcome"))
                .containsExactlyInAnyOrder("lookup", "end");
        int input = rows.stream()
                .mapToInt(row -> row.getJsonObject("usage").getInt("input"))
                .sum();
        assertThat(answer.done().getJsonObject("usage").getInt("input")).isEqualTo(input);
        assertThat(requestsThatHeld(answer, "found1rows.*.open")).isEqualTo("[2]");
        assertThat(requestsThatHeld(answer, "status")).isEqualTo("[1,2]");
    }

    /** By the audit. */
    private static String requestsThatHeld(Answer answer, String field) {
        return Server.json("adam", "/assistant/api/v1/admin/audit/" + answer.id())
                .getJsonArray("fields")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(each -> each.getString("id").equals(field))
                .map(each -> each.getJsonArray("requests").toString())
                .findFirst()
                .orElse("not held");
    }

    @Test
    void annasSecondRoundSeesNothingOfAnotherCompany() {
        Answer answer = Answer.ask("What about that one? " + FOREIGN + " " + FOREIGN_RECORD)
                .whole();

        assertThat(answer.done().getString("status")).isEqualTo("complete");
        assertThat(answer.ledger()).hasSize(3);
        assertThat(sent(answer)).contains("found1rows.row-count").noneMatch(id -> id.startsWith("found1rows.4712"));
        assertThat(lastSent()).contains("This record does not exist, or you are not allowed to see it.");

        Answer adam = Answer.ask("adam", "sales-order", "4711", "And that one? " + FOREIGN + " " + FOREIGN_RECORD)
                .whole();
        assertThat(sent(adam)).anyMatch(id -> id.matches("found1rows\\..*4712\\.customer"));
        assertThat(sent(adam)).anyMatch(id -> id.startsWith("found2"));
    }

    @Test
    void eachRoundIsReadUnderTheAskersOwnIdentity() throws IOException {
        Path war = Server.home().resolve("whoami.war");
        ShrinkWrap.create(WebArchive.class, "whoami.war")
                .addClasses(Registration.class, WhoAmI.class)
                .as(ZipExporter.class)
                .exportTo(war.toFile(), true);
        Files.writeString(
                whoAmI(),
                "<server><webApplication id=\"whoami\" location=\"" + war + "\" contextRoot=\"/whoami\">"
                        + "<classloader commonLibraryRef=\"assistantApi\"/></webApplication></server>");
        Server.await(
                "the list who-am-i",
                () -> Server.get("anna", "/assistant/api/v1/lists/who-am-i/context")
                                .statusCode()
                        == 200);

        for (String user : List.of("anna", "carl", "anna")) {
            Answer answer = Answer.ask(user, "sales-order", "4711", "Who? " + WHO + " " + WHO)
                    .whole();

            assertThat(answer.ledger()).hasSize(3);
            assertThat(sent(answer)).contains("found1rows.1.caller", "found2rows.1.caller");
            String body = lastSent();
            assertThat(body.split("caller-" + user, -1)).as(body).hasSizeGreaterThanOrEqualTo(3);
            assertThat(body).doesNotContain(user.equals("anna") ? "caller-carl" : "caller-anna");
        }
    }

    @Test
    void aModelThatAsksForEverEndsAfterTheLastRoundWithAnAnswer() {
        PROVIDERS.primary.configure("lookuploop=1");

        Answer answer = Answer.ask("For ever? " + OVERDUE).whole();

        PROVIDERS.primary.configure("lookuploop=0");
        assertThat(answer.done().getString("status")).isEqualTo("complete");
        assertThat(answer.done().getString("source")).isEqualTo("primary");
        assertThat(answer.ledger()).hasSize(3);
    }

    @Test
    void anAnswerWithLookUpsIsNotRemembered() {
        String question = "Which are overdue today? " + OVERDUE;
        Answer.ask(question).whole();

        assertThat(Answer.ask(question).whole().done().getString("source")).isEqualTo("primary");
    }

    @Test
    void aLookUpGoesOnOnTheBackup() {
        PROVIDERS.primary.configure("miderr=100");

        Answer answer = Answer.ask("Which are overdue then? " + OVERDUE).whole();

        assertThat(answer.done().getString("status")).isEqualTo("complete");
        assertThat(answer.done().getString("source")).isEqualTo("backup");
        assertThat(PROVIDERS.backup.lastRequest().orElseThrow().body()).contains("f1.A");
    }

    @Test
    void switchedOffNothingIsOffered() {
        configure("anthropic", "openai", 0);

        Answer answer = Answer.ask("Which are overdue at all? " + OVERDUE).whole();

        assertThat(answer.ledger()).hasSize(1);
        assertThat(lastSent()).doesNotContain("\"tools\"");
    }
}
