package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The instructions of prompts on the shipped server: told, tried on real records, replaced and taken back. */
class TemplatesIT extends ServerTest {

    private static final String TEMPLATES = "/assistant/api/v1/admin/templates";
    private static final String QUESTION = "Why is it blocked?";

    @TempDir
    Path folder;

    @BeforeEach
    void onlyTheShippedInstructions() {
        Server.configure(PROVIDERS.configuration("anthropic", "openai"));
        Server.await(
                "the shipped instructions",
                () -> family("answer").getString("inUse").equals("answer/3")
                        && Server.json("adam", TEMPLATES).getJsonArray("faults").isEmpty());
    }

    private void useFolder(Map<String, String> more) {
        Map<String, String> values = PROVIDERS.configuration("anthropic", "openai");
        values.put("assistant.template.folder", folder.toString());
        values.putAll(more);
        Server.configure(values);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private static JsonObject family(String name) {
        return Server.json("adam", TEMPLATES).getJsonArray("templates").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitInUse(String name, String template) {
        Server.await(template, () -> family(name).getString("inUse").startsWith(template));
    }

    private static JsonObjectBuilder about(String id) {
        return Json.createObjectBuilder()
                .add(
                        "record",
                        Json.createObjectBuilder().add("type", "sales-order").add("id", id))
                .add("question", QUESTION);
    }

    private static HttpResponse<String> render(String caller, JsonObjectBuilder body) {
        return Server.send(Server.request(caller, TEMPLATES + "/render")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.build().toString()))
                .build());
    }

    private static JsonObject rendered(JsonObjectBuilder body) {
        HttpResponse<String> response = render("adam", body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Server.object(response.body());
    }

    private static List<String> ids(JsonObject rendering, String members) {
        return rendering.getJsonArray(members).getValuesAs(JsonObject.class).stream()
                .map(each -> each.getString("id"))
                .toList();
    }

    /** All texts in what a provider was sent. */
    private static Stream<String> texts(JsonValue json) {
        if (json instanceof JsonString text) {
            return Stream.of(text.getString());
        }
        if (json instanceof JsonArray array) {
            return array.stream().flatMap(TemplatesIT::texts);
        }
        return json instanceof JsonObject object
                ? object.values().stream().flatMap(TemplatesIT::texts)
                : Stream.empty();
    }

    private static List<String> sent() {
        return texts(Server.object(PROVIDERS.primary.lastRequest().orElseThrow().body()))
                .toList();
    }

    @Test
    void theShippedInstructionsAreToldWithTheirUse() {
        JsonObject state = Server.json("adam", TEMPLATES);

        assertThat(state.isNull("folder")).isTrue();
        assertThat(state.getJsonArray("faults")).isEmpty();
        assertThat(state.getJsonArray("templates").getValuesAs(JsonObject.class))
                .extracting(each -> each.getString("name") + " " + each.getString("use") + " " + each.getString("inUse")
                        + " " + each.getBoolean("pinned"))
                .containsExactly(
                        "answer base answer/3 false",
                        "form form form/1 false",
                        "data fixed data/1 false",
                        "action-draft action action-draft/1 false",
                        "action-summary action action-summary/1 false",
                        "action-why-blocked action action-why-blocked/1 false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "vera", ""})
    void onlyAdminsGetToThem(String caller) {
        int refused = caller.isEmpty() ? 401 : 403;

        assertThat(Server.get(caller, TEMPLATES).statusCode()).isEqualTo(refused);
        assertThat(render(caller, about("4711")).statusCode()).isEqualTo(refused);
        assertThat(render(caller, about("4711").add("user", "adam")).statusCode())
                .isEqualTo(refused);
    }

    @Test
    void aRenderedPromptIsToTheLetterTheOneThatIsSentForThatPerson() {
        JsonObject rendering = rendered(about("4711").add("user", "anna"));

        Answer.ask(QUESTION).whole();

        assertThat(rendering.getString("template")).isEqualTo("data/1+answer/3");
        assertThat(sent()).contains(rendering.getString("system"), rendering.getString("user"));
    }

    @Test
    void renderingAsksNoProviderAndWritesNoRow() {
        String calls = Server.get("adam", "/assistant/api/v1/admin/calls").body();

        rendered(about("4711"));
        rendered(about("4711").add("user", "anna"));
        render("adam", about("4712").add("user", "anna"));

        assertThat(PROVIDERS.primary.stats().requests()).isZero();
        assertThat(PROVIDERS.backup.stats().requests()).isZero();
        assertThat(Server.get("adam", "/assistant/api/v1/admin/calls").body()).isEqualTo(calls);
    }

    @Test
    void aPromptHoldsWhatThePersonMaySeeAndNoMore() {
        JsonObject adams = rendered(about("4711"));
        JsonObject annas = rendered(about("4711").add("user", "anna"));
        JsonObject veras = rendered(about("4711").add("user", "vera"));

        assertThat(adams.getJsonObject("as")).isEqualTo(Server.object("{\"user\":\"adam\",\"roles\":null}"));
        assertThat(veras.getJsonObject("as")).isEqualTo(Server.object("{\"user\":\"vera\",\"roles\":[]}"));
        assertThat(ids(annas, "sent")).contains("creditLimit");
        assertThat(ids(veras, "sent")).doesNotContain("creditLimit");
        assertThat(veras.getString("user")).doesNotContainIgnoringCase("credit limit");
        for (String user : List.of("anna", "vera")) {
            JsonObject own = Server.json(user, "/assistant/api/v1/records/sales-order/4711/context");
            JsonObject rendering = user.equals("anna") ? annas : veras;
            assertThat(ids(own, "fields")).as(user).containsAll(ids(rendering, "sent"));
        }
        Server.await(
                "the line in the log",
                () -> Server.messages().contains("prompt rendered for adam as vera about sales-order/4711: data/1"));
    }

    @Test
    void aRecordThatThePersonMayNotSeeIsAsMissingHereAsForThatPerson() {
        HttpResponse<String> forbidden = render("adam", about("4712").add("user", "anna"));
        HttpResponse<String> missing = render("adam", about("0").add("user", "anna"));

        assertThat(forbidden.statusCode()).isEqualTo(404);
        assertThat(forbidden.body()).isEqualTo(missing.body());
        assertThat(render("adam", about("4712")).statusCode())
                .as("adam himself")
                .isEqualTo(200);
        assertThat(render("adam", about("4711").add("user", "nobody")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFileReplacesTheShippedTextAndAPinLeadsBack() throws IOException {
        write("answer-100.txt", "Speak as the hundredth. Answer in {language}.");
        write("answer-101.txt", "Speak as the next one. Answer in {language}.");
        useFolder(Map.of());
        awaitInUse("answer", "answer/101~");
        assertThat(Server.json("adam", TEMPLATES).getString("folder")).isEqualTo(folder.toString());

        Answer.ask(QUESTION).whole();
        assertThat(sent()).anyMatch(text -> text.contains("Speak as the next one. Answer in English."));

        useFolder(Map.of("assistant.template.versions", "answer=100"));
        awaitInUse("answer", "answer/100~");
        assertThat(family("answer").getBoolean("pinned")).isTrue();
        Answer.ask(QUESTION).whole();
        assertThat(sent())
                .anyMatch(text -> text.contains("Speak as the hundredth."))
                .noneMatch(text -> text.contains("Speak as the next one."));

        useFolder(Map.of("assistant.template.versions", "answer=3"));
        awaitInUse("answer", "answer/3");
        Answer.ask(QUESTION).whole();
        assertThat(sent()).noneMatch(text -> text.contains("Speak as"));
    }

    @Test
    void aFaultyFileIsToldAndWhatWasInUseStays() throws IOException {
        write("answer-100.txt", "Speak as the hundredth.");
        useFolder(Map.of("assistant.template.versions", "action-summary=7"));
        awaitInUse("answer", "answer/100~");

        write("answer-101.txt", "Speak with {tone}.");
        Server.await(
                "the fault", () -> Server.json("adam", TEMPLATES).toString().contains("answer-101.txt"));

        assertThat(Server.json("adam", TEMPLATES).getJsonArray("faults").getValuesAs(JsonObject.class))
                .extracting(fault -> fault.getString("file"))
                .containsExactlyInAnyOrder("answer-101.txt", "");
        assertThat(Server.json("adam", TEMPLATES).getJsonArray("faults").toString())
                .contains("{tone}", "action-summary/7");
        assertThat(family("answer").getString("inUse")).startsWith("answer/100~");
        assertThat(family("action-summary").getString("inUse")).isEqualTo("action-summary/1");

        Files.delete(folder.resolve("answer-100.txt"));
        awaitInUse("answer", "answer/3");
    }

    @Test
    void aPreparedQuestionHasItsOwnInstructionsAndOthersHaveNot() throws IOException {
        write("action-why-blocked-2.txt", "Say it as the second one.");
        useFolder(Map.of());
        awaitInUse("action-why-blocked", "action-why-blocked/2~");

        JsonObject prepared = rendered(about("4711").add("action", "why-blocked"));
        JsonObject before = rendered(about("4711")
                .add("action", "why-blocked")
                .add("versions", Json.createObjectBuilder().add("action-why-blocked", 1)));
        JsonObject free = rendered(about("4711"));
        JsonObject draft = rendered(about("4711").add("action", "draft-update"));

        assertThat(prepared.getString("template")).startsWith("data/1+answer/3+action-why-blocked/2~");
        assertThat(prepared.getString("system")).contains("Say it as the second one.");
        assertThat(before.getString("template")).isEqualTo("data/1+answer/3+action-why-blocked/1");
        assertThat(before.getString("system"))
                .contains("Name each rule that stopped it")
                .doesNotContain("the second one");
        assertThat(free.getString("template")).isEqualTo("data/1+answer/3");
        assertThat(draft.getString("template")).isEqualTo("data/1+answer/3+action-draft/1");
    }

    @Test
    void aVersionThatThereIsNotIsRefusedInWords() {
        HttpResponse<String> refused = render(
                "adam", about("4711").add("versions", Json.createObjectBuilder().add("answer", 77)));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Server.object(refused.body()).getString("detail")).contains("answer/77");
    }

    @Test
    void thePromptIsWrittenInTheLanguageThatIsAskedFor() {
        assertThat(rendered(about("4711").add("language", "pt")).getString("system"))
                .contains("Answer in Portuguese");
    }
}
