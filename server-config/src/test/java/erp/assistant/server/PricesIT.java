package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An admin corrects prices while the server runs, and the month with them. */
class PricesIT extends ServerTest {

    private static final String SHIPPED =
            read(Path.of("../assistant-impl/src/main/resources/erp/assistant/impl/ledger/prices.csv"));

    private static final String HAIKU = ",0,1,0.10,1.25,2,,5,10,USD";
    private static final String TWICE = ",0,2,0.20,2.50,4,,10,10,USD";

    @TempDir
    private Path folder;

    @BeforeEach
    void ownPrices() {
        write(SHIPPED);
        Map<String, String> values = PROVIDERS.configuration("anthropic", "openai");
        values.put("assistant.prices.file", file().toString());
        Server.configure(values);
        Server.await("the price file", () -> state().getString("file").equals(file().toString()));
    }

    private Path file() {
        return folder.resolve("prices.csv");
    }

    private void write(String text) {
        try {
            Files.writeString(file(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject state() {
        return Server.json("adam", "/assistant/api/v1/admin/config").getJsonObject("prices");
    }

    private void correct() {
        String before = state().getString("fingerprint");
        assertThat(SHIPPED).contains(HAIKU);
        write(SHIPPED.replace(HAIKU, TWICE));
        Server.await("the new prices", () -> !state().getString("fingerprint").equals(before));
    }

    private static HttpResponse<String> rerate(String user, String month, String body) {
        return Server.send(Server.request(user, "/assistant/api/v1/admin/rerate?month=" + month)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static JsonObject rerated(String body) {
        HttpResponse<String> response =
                rerate("adam", YearMonth.now(ZoneId.of("Europe/Berlin")).toString(), body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Server.object(response.body());
    }

    private static BigDecimal amount(JsonObject holder, String name) {
        return new BigDecimal(holder.getJsonObject(name).getString("amount"));
    }

    @Test
    void aCorrectedPriceIsPreviewedAppliedAndShown() {
        Answer answer = Answer.ask("What does this order contain?").whole();
        BigDecimal before = amount(answer.ledger().get(0), "cost");
        correct();

        JsonObject preview = rerated("{\"apply\": false}");
        JsonObject line = preview.getJsonArray("models").stream()
                .map(model -> model.asJsonObject())
                .filter(model -> model.getString("model").startsWith("claude-haiku-4-5"))
                .findFirst()
                .orElseThrow();
        assertThat(preview.getBoolean("applied")).isFalse();
        assertThat(line.getInt("changed")).isPositive();
        assertThat(amount(line, "difference"))
                .isPositive()
                .isEqualByComparingTo(amount(line, "after").subtract(amount(line, "before")));
        assertThat(amount(answer.ledger().get(0), "cost")).isEqualByComparingTo(before);

        JsonObject applied = rerated("{\"apply\": true, \"prices\": \"%s\"}".formatted(preview.getString("prices")));

        assertThat(applied.getBoolean("applied")).isTrue();
        assertThat(applied.getJsonArray("totals")).isEqualTo(preview.getJsonArray("totals"));
        assertThat(amount(answer.ledger().get(0), "cost")).isEqualByComparingTo(before.add(before));
        Server.await(
                "the line in the log",
                () -> Server.messages()
                        .lines()
                        .anyMatch(logged -> logged.contains("re-rating")
                                && logged.contains(" by adam at prices " + preview.getString("prices"))));
    }

    @Test
    void aWrongFileChangesNothingAndIsShown() {
        correct();
        String inForce = state().getString("fingerprint");

        write(SHIPPED.replace(HAIKU, ",0,0.000001,0.10,1.25,2,,5,10,USD"));

        Server.await("the complaint", () -> !state().isNull("problem"));
        String problem = state().getString("problem");
        assertThat(problem).contains("prices.csv line ", "input '0.000001' is below 0.01 per 1,000,000 tokens");
        assertThat(state().getString("fingerprint")).isEqualTo(inForce);
        assertThat(Server.messages()).contains(problem);
        assertThat(Answer.ask("What does this order contain?").whole().done().isNull("cost"))
                .isFalse();
    }

    @Test
    void onlyAdminsRerateAndNoFormOfAnotherSite() {
        String month = "2026-11";
        assertThat(rerate("anna", month, "{\"apply\": false}").statusCode()).isEqualTo(403);
        assertThat(rerate("", month, "{\"apply\": false}").statusCode()).isEqualTo(401);
        HttpResponse<String> form = Server.send(Server.request("adam", "/assistant/api/v1/admin/rerate?month=" + month)
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{\"apply\": true}"))
                .build());
        assertThat(form.statusCode()).isIn(403, 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "November", "2026-13"})
    void aMonthThatIsNoneIsToldWhatToMend(String month) {
        HttpResponse<String> response = rerate("adam", month, "{\"apply\": false}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(Server.object(response.body()).getString("detail")).contains("such as 2026-11");
    }
}
