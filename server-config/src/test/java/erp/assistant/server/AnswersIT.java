package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.stub.ProviderStub;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersIT extends ServerTest {

    @ParameterizedTest
    @CsvSource({"anthropic, openai", "openai, anthropic", "openai-responses, anthropic"})
    void anAnswerArrivesInPiecesAndIsMetered(String dialect, String other) {
        Server.configure(PROVIDERS.configuration(dialect, other));
        PROVIDERS.primary.configure("ttft=200 gap=40");

        Answer answer = Answer.ask("Why is this order blocked?").whole();

        assertThat(answer.names()).startsWith("meta", "delta", "delta").endsWith("done");
        long spread = answer.events.get(answer.events.size() - 2).nanos()
                - answer.events.get(1).nanos();
        assertThat(Duration.ofNanos(spread)).isGreaterThan(Duration.ofMillis(200));
        JsonObject done = answer.done();
        assertThat(done.getString("status")).isEqualTo("complete");
        assertThat(done.getString("source")).isEqualTo("primary");
        assertThat(done.getJsonObject("usage").getString("usageSource")).isEqualTo("reported");
        assertThat(done.getJsonObject("cost").getString("currency")).isEqualTo("EUR");
        assertThat(done.getJsonObject("latency").getInt("firstMs")).isBetween(200, 2_000);
        assertThat(done.getJsonArray("citations")).isNotEmpty();
        assertThat(done.getJsonObject("figures").getJsonArray("unmatched")).isEmpty();

        List<JsonObject> rows = answer.ledger();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).getString("state")).isEqualTo("settled");
        assertThat(rows.get(0).getString("user")).isEqualTo("anna");
        assertThat(rows.get(0).getJsonObject("cost")).isEqualTo(done.getJsonObject("cost"));
    }

    @ParameterizedTest
    @CsvSource({"anthropic, openai", "openai, anthropic", "openai-responses, anthropic"})
    void aProviderThatCannotStreamAnswersAtOnceAndIsMeteredAlike(String dialect, String other) {
        Map<String, String> configuration = PROVIDERS.configuration(dialect, other);
        configuration.put("assistant.provider.primary.streaming", "false");
        Server.configure(configuration);
        PROVIDERS.primary.configure("cacheread=20 reasoning=3");

        Answer answer = Answer.ask("Why is this order blocked?").whole();

        PROVIDERS.primary.configure("cacheread=0 reasoning=0");
        JsonObject done = answer.done();
        assertThat(done.getString("status")).isEqualTo("complete");
        assertThat(done.getString("source")).isEqualTo("primary");
        assertThat(done.getJsonObject("usage").getString("usageSource")).isEqualTo("reported");
        assertThat(done.getJsonArray("citations")).isNotEmpty();
        assertThat(answer.ledger()).hasSize(1);
        assertThat(answer.ledger().get(0).getJsonObject("cost")).isEqualTo(done.getJsonObject("cost"));
        assertThat(PROVIDERS.primary.lastRequest().orElseThrow().body()).contains("\"stream\":false");
    }

    @Test
    void withoutAProviderTheRecordAnswersForItselfAndSaysSo() {
        Server.configure(Map.of());

        Answer answer = Answer.ask("Why is this order blocked?").whole();

        assertThat(answer.done().getString("source")).isEqualTo("offline");
        assertThat(answer.text()).contains("No AI model");
        assertThat(answer.ledger()).as("no provider was asked").isEmpty();
    }

    @Test
    void theWholeAnswerComesAsOneObjectIfJsonIsWanted() {
        Server.configure(PROVIDERS.configuration("anthropic", "openai"));

        HttpResponse<String> response = Server.send(Answer.asking("anna", "sales-order", "4711", "Why is it blocked?")
                .header("Accept", "application/json")
                .build());

        JsonObject answer = Server.object(response.body());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(answer.getString("text")).isNotBlank();
        assertThat(answer.getString("status")).isEqualTo("complete");
        assertThat(answer.keySet())
                .contains("answer", "record", "sentFields", "usage", "cost", "latency", "citations", "figures");
    }

    @Test
    void aProviderThatFailsOnceIsTriedAgainAndBothAttemptsAreInTheLedger() {
        Server.configure(PROVIDERS.configuration("anthropic", "openai"));
        PROVIDERS.primary.configure("failn=1 fails=529");

        Answer answer = Answer.ask("Why is it blocked?").whole();

        assertThat(answer.done().getString("source")).isEqualTo("primary");
        assertThat(answer.ledger()).extracting(row -> row.getString("outcome")).containsExactly("overloaded", "end");
        assertThat(answer.ledger().get(0).getInt("httpStatus")).isEqualTo(529);
    }

    @Test
    void whenThePrimaryFailsTheBackupAnswersUnseen() {
        Server.configure(PROVIDERS.configuration("anthropic", "openai"));
        PROVIDERS.primary.configure("failn=2 fails=500");

        Answer answer = Answer.ask("Why is it blocked?").whole();

        assertThat(answer.done().getString("source")).isEqualTo("backup");
        assertThat(answer.names()).doesNotContain("restart");
        assertThat(answer.ledger())
                .extracting(row -> row.getString("slot"))
                .containsExactly("primary", "primary", "backup");
    }

    @Test
    void whenAStreamBreaksOffAfterTextTheAnswerStartsAnewInTheOpen() {
        Server.configure(PROVIDERS.configuration("openai", "anthropic"));
        PROVIDERS.primary.configure("midcut=100 gap=20");

        Answer answer = Answer.ask("Why is it blocked?").whole();

        assertThat(answer.names()).containsOnlyOnce("restart");
        assertThat(answer.done().getString("source")).isEqualTo("backup");
        assertThat(answer.done().getString("status")).isEqualTo("complete");
    }

    @Test
    void whenEveryProviderFailsTheRecordAnswers() {
        Server.configure(PROVIDERS.configuration("anthropic", "openai"));
        PROVIDERS.primary.configure("failn=2 fails=401");
        PROVIDERS.backup.configure("failn=2 fails=503");

        Answer answer = Answer.ask("Why is it blocked?").whole();

        assertThat(answer.done().getString("source")).isEqualTo("offline");
    }

    @Test
    void aSilentProviderIsGivenUpInTime() {
        Map<String, String> configuration = PROVIDERS.configuration("anthropic", "openai");
        configuration.put("assistant.timeout.first-content", "300ms");
        Server.configure(configuration);
        PROVIDERS.primary.configure("hang=100");

        Answer answer = Answer.ask("Why is it blocked?").whole();

        assertThat(answer.done().getString("source")).isEqualTo("backup");
        assertThat(answer.ledger().get(0).getString("outcome")).isEqualTo("first-content-timeout");
        Server.await(
                "the silent connection to be closed",
                () -> PROVIDERS.primary.stats().active() == 0);
    }

    @ParameterizedTest
    @CsvSource({"anthropic, partial", "openai, estimated"})
    void aClosedBrowserClosesTheProvidersConnectionAndIsChargedForWhatItGot(String dialect, String usageSource) {
        Server.configure(PROVIDERS.configuration(dialect, dialect));
        PROVIDERS.primary.configure("ttft=50 gap=100 tokens=400 capmax=0");

        Answer answer = Answer.ask("Tell me everything.");
        answer.next("delta");
        answer.close();

        Server.await(
                "the provider's connection to be closed",
                () -> PROVIDERS.primary.stats().active() == 0);
        Server.await(
                "the row to be settled",
                () -> answer.ledger().get(0).getString("state").equals("settled"));
        JsonObject row = answer.ledger().get(0);
        assertThat(row.getString("outcome")).isEqualTo("cancelled");
        assertThat(row.getJsonObject("usage").getString("usageSource")).isEqualTo(usageSource);
    }

    @Test
    void aStoppedAnswerKeepsItsTextAndEndsIncomplete() {
        Server.configure(PROVIDERS.configuration("anthropic", "openai"));
        PROVIDERS.primary.configure("ttft=50 gap=100 tokens=400 capmax=0");

        Answer answer = Answer.ask("Tell me everything.");
        answer.next("delta");
        HttpResponse<String> carl = stop("carl", answer);
        HttpResponse<String> anna = stop("anna", answer);
        answer.whole();

        assertThat(carl.statusCode()).as("somebody else's answer").isEqualTo(404);
        assertThat(anna.statusCode()).isEqualTo(204);
        assertThat(answer.done().getString("status")).isEqualTo("incomplete");
        assertThat(answer.done().getString("reason")).isEqualTo("stopped");
        Server.await(
                "the provider's connection to be closed",
                () -> PROVIDERS.primary.stats().active() == 0);
    }

    private static HttpResponse<String> stop(String user, Answer answer) {
        return Server.send(Server.request(user, "/assistant/api/v1/answers/" + answer.id())
                .DELETE()
                .build());
    }

    @Test
    void manyAnswersAtOnceAllComeToTheirEnd() {
        Server.configure(PROVIDERS.configuration("anthropic", "openai"));
        PROVIDERS.primary.configure("ttft=300 gap=10");

        List<CompletableFuture<Answer>> answers = IntStream.range(0, 60)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Answer.ask("Why is it blocked, asked the " + i + "th time?")
                                .whole(),
                        command -> new Thread(command).start()))
                .toList();

        assertThat(answers)
                .extracting(answer -> answer.join().done().getString("status"))
                .containsOnly("complete");
        assertThat(answers)
                .as("none is turned away while it waits for a thread")
                .extracting(answer -> answer.join().done().getString("source"))
                .containsOnly("primary");
        assertThat(PROVIDERS.primary.stats().maxActive()).as("really at once").isGreaterThan(20);
    }

    @Test
    void aRepeatedQuestionIsAnsweredFromMemoryForNothing() {
        Map<String, String> configuration = PROVIDERS.configuration("anthropic", "openai");
        configuration.put("assistant.cache.ttl", "1m");
        Server.configure(configuration);

        Answer first = Answer.ask("Why is it blocked, and is this asked twice?").whole();
        Answer second =
                Answer.ask("Why is it blocked, and is this asked twice?").whole();

        assertThat(second.done().getString("source")).isEqualTo("cache");
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.ledger()).isEmpty();
        assertThat(requests(PROVIDERS.primary)).isEqualTo(1);
    }

    private static long requests(ProviderStub stub) {
        return stub.stats().anthropicRequests() + stub.stats().openAiRequests();
    }
}
