package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The tour's questions, asked of both providers by the command; what an admin stores, limits, stops and judges again.
 *
 * <p>{@code -Devaluation.languages=} asks in all six languages, {@code -Devaluation.limit=} sets what it may cost.
 */
class EvaluationIT extends ServerTest {

    private static final String EVALUATION = "/assistant/api/v1/admin/evaluation/";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @BeforeEach
    void providers() {
        Server.configure(PROVIDERS.configuration("anthropic", "openai"));
    }

    private static HttpResponse<String> post(String user, String path, String body) {
        return Server.send(Server.request(user, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> delete(String path) {
        return Server.send(Server.request("adam", path).DELETE().build());
    }

    private static JsonObject start(String body) {
        HttpResponse<String> begun = post("adam", EVALUATION + "runs", body);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        return Server.object(begun.body());
    }

    private static JsonObject ended(JsonObject run) {
        String path = EVALUATION + "runs/" + run.getString("id") + "?answers=true";
        Server.await(
                "the end of the run",
                PATIENCE,
                () -> !Server.json("adam", path).getString("state").equals("running"));
        return Server.json("adam", path);
    }

    private static JsonObject sum(JsonObject run, int variant) {
        return run.getJsonArray("sums").getValuesAs(JsonObject.class).stream()
                .filter(sum -> sum.getInt("variant") == variant
                        && sum.getString("language").isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonObject> results(JsonObject run) {
        return run.getJsonArray("results").getValuesAs(JsonObject.class);
    }

    @Test
    void theCommandAsksTheTourOfBothProvidersAndReports() throws IOException, InterruptedException {
        long answersBefore = answers();
        String languages = System.getProperty("evaluation.languages", "en,de");
        evaluate(
                "evaluation",
                "cases=sample-erp",
                "languages=" + languages,
                "limit=" + System.getProperty("evaluation.limit", "5"),
                "variant=primary:small",
                "variant=backup:small");
        JsonObject run = Server.object(Files.readString(Path.of("target/evaluation/run.json")));
        int each = 15 * (languages.isEmpty() ? 6 : languages.split(",", -1).length);
        assertThat(run.getInt("planned")).isEqualTo(run.getInt("done")).isEqualTo(2 * each);
        assertThat(results(run)).allSatisfy(result -> {
            assertThat(result.getString("status")).as(result.toString()).isEqualTo("done");
            assertThat(result.getString("answer")).isNotEmpty();
            assertThat(result.getJsonArray("forbiddenFound")).isEmpty();
        });
        assertThat(sum(run, 0).getInt("factsExpected")).isEqualTo(sum(run, 1).getInt("factsExpected"));
        assertThat(sum(run, 0).getInt("factsRight")).isPositive();
        assertThat(new BigDecimal(run.getJsonObject("spent").getString("amount")))
                .isPositive();
        assertThat(Files.readString(Path.of("target/evaluation/report.md")))
                .contains("| A | all | " + each, "| B | all |");
        assertThat(Files.readAllLines(Path.of("target/evaluation/questions.csv")))
                .hasSize(2 * each + 1);
        assertThat(Server.json("adam", "/assistant/api/v1/admin/calls?limit=1")
                        .getJsonArray("calls")
                        .getJsonObject(0)
                        .getString("action"))
                .isEqualTo("evaluation");
        assertThat(answers()).as("answers that staff waited for").isEqualTo(answersBefore);
        assertThat(Server.messages()).contains("evaluation by adam reads sales-order/4711 as anna");
        judgesTheFileOfTheSecondWithoutAskingAnybody(run, each);
    }

    private static void judgesTheFileOfTheSecondWithoutAskingAnybody(JsonObject run, int each)
            throws IOException, InterruptedException {
        String other = Files.readString(Path.of("target/evaluation/recording-0.json"));
        String file = Files.readString(Path.of("target/evaluation/recording-1.json"));
        assertThat(file).startsWith("{\"format\":\"erp-assistant-recording\",\"version\":1,\"label\":\"backup small: ");
        assertThat(file.lines()).hasSize(each + 2);
        PROVIDERS.backup.reset();

        evaluate("evaluation", "recorded=target/evaluation/recording-1.json");

        assertThat(Path.of("target/evaluation/recording-0.json")).hasContent(other);
        assertThat(Path.of("target/evaluation/recording-1.json")).hasContent(file);
        JsonObject judged = Server.object(Files.readString(Path.of("target/evaluation/run.json")));
        assertThat(PROVIDERS.backup.lastRequest()).isEmpty();
        assertThat(judged.getInt("done")).isEqualTo(each);
        assertThat(new BigDecimal(judged.getJsonObject("spent").getString("amount")))
                .isZero();
        assertThat(judged.getJsonArray("variants").getJsonObject(0).getBoolean("file"))
                .isTrue();
        assertThat(sum(judged, 0).getInt("good")).isEqualTo(sum(run, 1).getInt("good"));
        assertThat(sum(judged, 0).getInt("factsRight")).isEqualTo(sum(run, 1).getInt("factsRight"));
        assertThat(Server.get("adam", EVALUATION + "runs/" + judged.getString("id") + "/recording?variant=0")
                        .body()
                        .lines()
                        .skip(1))
                .as("the same answers")
                .containsExactlyElementsOf(file.lines().skip(1).toList());

        HttpResponse<String> broken =
                post("adam", EVALUATION + "recordings", file.replaceFirst("\"refused\":false", "\"refused\":0"));
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(Server.object(broken.body()).getString("detail"))
                .isEqualTo("Line 2: answers[0].refused must be true or false.");
    }

    private static void evaluate(String out, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "evaluation/Evaluate.java",
                "server=" + Server.uri(""),
                "out=target/" + out));
        command.addAll(List.of(arguments));
        Path log = Path.of("target/" + out + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(PATIENCE.toSeconds() * 3, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }

    private static long answers() {
        return Server.json("adam", "/assistant/api/v1/admin/metrics")
                .getJsonObject("errors")
                .getJsonObject("afterFallback")
                .getInt("answers");
    }

    @Test
    void aBadAnswerBecomesACaseThatIsAskedAgainAndJudgedAgain() {
        String answer = Answer.ask("Why is it blocked?").whole().id();
        assertThat(post("anna", "/assistant/api/v1/answers/" + answer + "/feedback", "{\"rating\":\"down\"}")
                        .statusCode())
                .isEqualTo(204);
        HttpResponse<String> stored = post("adam", EVALUATION + "cases", """
                {"feedback": "%s", "question": "Why is it blocked?", "language": "en", "as": {"roles": ["assistant-user"]},
                 "expected": [{"value": "the RECORD names"}], "forbidden": [{"field": "margin"}]}""".formatted(answer));
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
        String id = Server.object(stored.body()).getString("id");
        assertThat(Server.object(stored.body()).getJsonObject("as").getString("user"))
                .isEqualTo("anna");

        JsonObject run = ended(start("""
                {"cases": "stored", "variants": [{"slot": "primary"}], "spendingLimit": "1"}"""));

        assertThat(run.getString("state")).isEqualTo("finished");
        assertThat(results(run)).hasSize(1);
        assertThat(results(run).get(0).getString("case")).isEqualTo(id);
        assertThat(results(run).get(0).getJsonArray("factsRight").getString(0)).isEqualTo("the RECORD names");

        JsonObject rated = Server.json(
                        "adam", "/assistant/api/v1/admin/feedback?rating=down&recordType=sales-order&limit=1")
                .getJsonArray("feedback")
                .getJsonObject(0);
        assertThat(rated.getString("answer")).isEqualTo(answer);
        assertThat(rated.getJsonArray("cases").getString(0)).isEqualTo(id);

        PROVIDERS.primary.reset();
        JsonObject again = ended(
                start("{\"cases\": \"stored\", \"variants\": [{\"recording\": \"" + run.getString("id") + "\"}]}"));
        assertThat(results(again).get(0).getString("answer"))
                .isEqualTo(results(run).get(0).getString("answer"));
        assertThat(PROVIDERS.primary.lastRequest()).isEmpty();
        assertThat(delete(EVALUATION + "cases/" + id).statusCode()).isEqualTo(204);
        assertThat(delete(EVALUATION + "cases/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void aModelThatIsNotConfiguredIsAskedByItsNameAndOneWithoutAPriceIsRefused() {
        PROVIDERS.primary.reset();
        JsonObject run = ended(start("""
                {"cases": ["sample-erp:1"], "languages": ["en"], "spendingLimit": "1",
                 "variants": [{"slot": "primary"}, {"slot": "primary", "model": "claude-opus-4-8"}]}"""));

        assertThat(run.getString("state")).isEqualTo("finished");
        assertThat(run.getJsonArray("variants").getJsonObject(1).getString("label"))
                .isEqualTo("primary: claude-opus-4-8");
        assertThat(results(run))
                .extracting(result -> result.getString("model"))
                .containsExactly("claude-haiku-4-5", "claude-opus-4-8");
        JsonObject call = Server.json("adam", "/assistant/api/v1/admin/calls?limit=1")
                .getJsonArray("calls")
                .getJsonObject(0);
        assertThat(call.getString("requestedModel")).isEqualTo("claude-opus-4-8");
        assertThat(call.getString("priceRow")).contains("claude-opus-4");
        assertThat(new BigDecimal(sum(run, 1).getJsonObject("cost").getString("amount")))
                .isGreaterThan(new BigDecimal(sum(run, 0).getJsonObject("cost").getString("amount")));

        HttpResponse<String> refused = post("adam", EVALUATION + "runs", """
                {"cases": "sample-erp", "spendingLimit": "1", "variants": [{"slot": "primary", "model": "claude-x"}]}""");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Server.object(refused.body()).getString("detail"))
                .startsWith("The model claude-x of anthropic has no known price");
    }

    @Test
    void aLimitWithoutRoomLeavesAllOutAndAsksNobody() {
        PROVIDERS.primary.reset();
        JsonObject run = ended(start("""
                {"cases": "sample-erp", "languages": ["fr"], "variants": [{"slot": "primary"}], "spendingLimit": "0.000001"}"""));

        assertThat(run.getString("state")).isEqualTo("spending-limit");
        assertThat(run.getInt("leftOut")).isEqualTo(15);
        assertThat(PROVIDERS.primary.lastRequest()).isEmpty();
        assertThat(delete(EVALUATION + "runs/" + run.getString("id")).statusCode())
                .isEqualTo(204);
    }

    @Test
    void aRunIsStoppedWhileAnAnswerIsUnderWayAndNoOtherBeginsMeanwhile() {
        PROVIDERS.primary.configure("ttft=1500");
        JsonObject run = start("""
                {"cases": "sample-erp", "languages": ["it"], "variants": [{"slot": "primary"}], "spendingLimit": "1"}""");

        HttpResponse<String> second = post(
                "adam",
                EVALUATION + "runs",
                "{\"cases\": \"all\", \"variants\": [{\"slot\": \"primary\"}], \"spendingLimit\": \"1\"}");
        assertThat(second.statusCode()).isEqualTo(503);
        assertThat(second.body()).contains("Another evaluation is under way");
        assertThat(delete(EVALUATION + "runs/" + run.getString("id")).statusCode())
                .isEqualTo(202);

        JsonObject stopped = ended(run);
        assertThat(stopped.getString("state")).isEqualTo("stopped");
        assertThat(stopped.getInt("leftOut")).isGreaterThanOrEqualTo(14);
    }

    @Test
    void onlyAnAdminEvaluates() {
        assertThat(Server.get("anna", "/assistant/api/v1/admin/feedback").statusCode())
                .isEqualTo(403);
        assertThat(Server.get("anna", EVALUATION + "cases").statusCode()).isEqualTo(403);
        assertThat(Server.get("anna", EVALUATION + "runs").statusCode()).isEqualTo(403);
        assertThat(post("anna", EVALUATION + "runs", "{}").statusCode()).isEqualTo(403);
        assertThat(post("anna", EVALUATION + "recordings", "{}").statusCode()).isEqualTo(403);
    }
}
