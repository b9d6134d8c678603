package erp.assistant.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Follow-ups and the history of them, over HTTP and in a browser. */
class ConversationsIT extends ServerTest {

    private static final String PATH = "/assistant/api/v1/conversations";

    @BeforeEach
    void providersAndNoConversations() {
        Server.configure(PROVIDERS.configuration("anthropic", "openai"));
        for (String user : List.of("anna", "carl", "adam")) {
            assertThat(delete(user, "").statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> delete(String user, String id) {
        return Server.send(Server.request(user, PATH + id).DELETE().build());
    }

    private static Answer ask(String user, String order, String question, String conversation) {
        String body = Json.createObjectBuilder()
                .add("question", question)
                .add(
                        "record",
                        Json.createObjectBuilder().add("type", "sales-order").add("id", order))
                .add("conversation", conversation)
                .build()
                .toString();
        return Answer.of(
                        Server.HTTP,
                        Server.request(user, "/assistant/api/v1/answers")
                                .header("Content-Type", "application/json")
                                .header("Accept", "text/event-stream")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build())
                .whole();
    }

    private static JsonObject meta(Answer answer) {
        return answer.events.get(0).data();
    }

    private static String conversation(Answer answer) {
        return meta(answer).getString("conversation");
    }

    private static List<JsonObject> list(String user, String query) {
        return Server.json(user, PATH + query).getJsonArray("conversations").getValuesAs(JsonObject.class);
    }

    /** The messages of the last request to the primary, without the marks for its cache. */
    private static List<String> messages() {
        JsonObject request =
                Server.object(PROVIDERS.primary.lastRequest().orElseThrow().body());
        return request.getJsonArray("messages").getValuesAs(JsonObject.class).stream()
                .map(message -> message.getString("role") + ": " + text(message))
                .toList();
    }

    private static String text(JsonObject message) {
        return message.get("content") instanceof JsonArray blocks
                ? blocks.getJsonObject(0).getString("text")
                : message.getString("content");
    }

    @Test
    void aFollowUpGoesOnWithTheRecordReadAnewAndBeginsAsTheRequestBefore() {
        Answer first = ask("anna", "4711", "Why is it blocked?", "");
        String id = conversation(first);
        Answer second = ask("anna", "4711", "And what would release it?", id);
        List<String> before = messages();
        PROVIDERS.primary.configure("cacheread=300");
        Answer third = ask("anna", "4711", "Who may do that?", id);
        List<String> after = messages();
        PROVIDERS.primary.configure("cacheread=0");

        assertThat(meta(first).getInt("earlierTurns")).isZero();
        assertThat(meta(second).getInt("earlierTurns")).isEqualTo(1);
        assertThat(conversation(third)).isEqualTo(id);
        assertThat(before).hasSize(3);
        assertThat(after).hasSize(5).startsWith(before.subList(0, 2).toArray(String[]::new));
        assertThat(after.get(2)).isEqualTo("user: And what would release it?");
        assertThat(after.get(4)).contains("<record_data>").contains("Who may do that?");
        JsonObject usage = third.done().getJsonObject("usage");
        assertThat(usage.getInt("cacheRead")).isEqualTo(300);
        assertThat(usage.getJsonNumber("cachedShare").doubleValue()).isBetween(1.0, 99.0);
    }

    @Test
    void ownConversationsAreListedSearchedOpenedAndDeleted() {
        String id = conversation(ask("anna", "4711", "Why is it blocked?", ""));
        ask("anna", "4711", "And what would release it?", id);
        ask("anna", "4711", "Summarise", "");

        assertThat(list("anna", ""))
                .extracting(one -> one.getString("title"))
                .containsExactly("Summarise", "Why is it blocked?");
        assertThat(list("anna", "?q=RELEASE"))
                .extracting(one -> one.getString("id"))
                .containsExactly(id);
        JsonObject whole = Server.json("anna", PATH + "/" + id);
        assertThat(whole.getJsonObject("record").getString("label")).isEqualTo("Sales order 4711");
        assertThat(whole.getJsonArray("turns").getValuesAs(JsonObject.class))
                .extracting(turn -> turn.getString("question"), turn -> turn.getString("status"))
                .containsExactly(
                        tuple("Why is it blocked?", "complete"), tuple("And what would release it?", "complete"));
        assertThat(delete("anna", "/" + id).statusCode()).isEqualTo(204);
        assertThat(Server.get("anna", PATH + "/" + id).statusCode()).isEqualTo(404);
        assertThat(delete("anna", "/" + id).statusCode()).isEqualTo(404);
        assertThat(meta(ask("anna", "4711", "And?", id)).getInt("earlierTurns")).isZero();
        assertThat(delete("anna", "").body()).isEqualTo("{\"deleted\":2}");
        assertThat(list("anna", "")).isEmpty();
    }

    @Test
    void nobodySeesContinuesOrDeletesAnothersConversation() {
        String id = conversation(ask("anna", "4711", "Why is it blocked?", ""));

        HttpResponse<String> foreign = Server.get("carl", PATH + "/" + id);
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body())
                .isEqualTo(Server.get("carl", PATH + "/" + UUID.randomUUID()).body())
                .isEqualTo(Server.get("carl", PATH + "/no-id").body());
        assertThat(delete("carl", "/" + id).statusCode()).isEqualTo(404);
        assertThat(Server.get("adam", PATH + "/" + id).statusCode())
                .as("admins neither")
                .isEqualTo(404);
        Answer carls = ask("carl", "4711", "And since when?", id);
        assertThat(conversation(carls)).isNotEqualTo(id);
        assertThat(messages()).hasSize(1).noneMatch(message -> message.contains("Why is it blocked?"));
        assertThat(list("carl", "")).hasSize(1);
        assertThat(Server.json("anna", PATH + "/" + id).getJsonArray("turns")).hasSize(1);
        assertThat(Server.get("", PATH).statusCode()).isEqualTo(401);
    }

    @Test
    void aConversationIsAboutOneRecord() {
        String id = conversation(ask("adam", "4711", "Why is it blocked?", ""));

        Answer other = ask("adam", "4712", "And this one?", id);

        assertThat(conversation(other)).isNotEqualTo(id);
        assertThat(meta(other).getInt("earlierTurns")).isZero();
        assertThat(messages()).hasSize(1);
    }

    @Test
    void withoutRetentionNoneIsKeptAndTheServerSaysSo() {
        Map<String, String> configuration = PROVIDERS.configuration("anthropic", "openai");
        configuration.put("assistant.conversation.retention", "0s");
        Server.configure(configuration);

        Answer answer = ask("anna", "4711", "Why is it blocked?", "");

        assertThat(meta(answer).containsKey("conversation")).isFalse();
        assertThat(Server.get("anna", PATH).statusCode()).isEqualTo(404);
        assertThat(delete("anna", "").statusCode()).isEqualTo(200);
    }

    @Test
    void inABrowserAFollowUpIsAskedAndTheConversationFoundAgainAndDeleted() {
        Map<String, String> configuration = PROVIDERS.configuration("anthropic", "openai");
        configuration.put("assistant.timeout.first-content", "10s");
        Server.configure(configuration);
        try (Chromium chromium = Chromium.start();
                Screens screens = chromium.screens()) {
            screens.signIn("anna").openOrder("4711");
            screens.ask("Why is it blocked?");
            assertThat(screens.footer()).hasCount(5);
            screens.ask("And what would release it?");
            assertThat(screens.panel().locator(".footer")).hasCount(2);
            assertThat(messages()).hasSize(3).first().isEqualTo("user: Why is it blocked?");

            screens.panel().getByLabel("New conversation").click();
            screens.panel().getByLabel("Earlier conversations").click();
            assertThat(screens.panel().locator(".conversations .label")).hasText(new String[] {"Why is it blocked?"});
            screens.panel().locator(".conversations .label").click();

            assertThat(screens.panel().locator(".question"))
                    .hasText(new String[] {"Why is it blocked?", "And what would release it?"});
            assertThat(screens.text()).containsText("Credit hold");
            screens.panel().getByLabel("Earlier conversations").click();
            screens.panel()
                    .getByLabel("Delete the conversation “Why is it blocked?”")
                    .click();
            assertThat(screens.panel().locator(".history > .faint")).hasText("You have no earlier conversations.");
            assertThat(list("anna", "")).isEmpty();
        }
    }
}
