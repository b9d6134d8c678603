package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an admin can prove afterwards, and how the month is narrowed to it. */
class AuditIT extends ServerTest {

    private static final String ADMIN = "/assistant/api/v1/admin/";

    @BeforeEach
    void providers() {
        Map<String, String> values = new HashMap<>(PROVIDERS.configuration("anthropic", "openai"));
        values.put("assistant.provider.primary.region", "eu-central-1");
        Server.configure(values);
    }

    private static List<JsonObject> list(String path, String name) {
        return Server.json("adam", ADMIN + path).getJsonArray(name).getValuesAs(JsonObject.class);
    }

    /** As a receipt names them: the cells of a column by its rows. */
    private static List<String> unfolded(JsonObject question) {
        List<String> ids = new ArrayList<>();
        for (JsonObject field : question.getJsonArray("fields").getValuesAs(JsonObject.class)) {
            String masked = field.getBoolean("masked") ? " masked" : "";
            List<JsonString> rows = field.getJsonArray("rows").getValuesAs(JsonString.class);
            if (rows.isEmpty()) {
                ids.add(field.getString("id") + masked);
            }
            rows.forEach(row -> ids.add(field.getString("id").replace("*", row.getString()) + masked));
        }
        return ids;
    }

    @Test
    void whatTheReceiptTellsTheAuditTellsAndFindsByField() {
        Answer answer = Answer.ask("Why is it blocked?").whole();
        JsonObject receipt = answer.done().getJsonObject("receipt");
        List<String> sent = receipt.getJsonArray("sent").getValuesAs(JsonObject.class).stream()
                .map(value -> value.getString("id") + (value.getBoolean("masked") ? " masked" : ""))
                .toList();

        JsonObject question = Server.json("adam", ADMIN + "audit/" + answer.id());

        assertThat(unfolded(question)).containsExactlyInAnyOrderElementsOf(sent);
        assertThat(question.getInt("values")).isEqualTo(receipt.getInt("fields"));
        assertThat(question.getInt("masked")).isEqualTo(receipt.getInt("masked"));
        assertThat(question.getJsonArray("sentTo").toString())
                .isEqualTo("[{\"provider\":\"anthropic\",\"region\":\"eu-central-1\"}]");

        String single =
                sent.stream().filter(id -> id.matches("\\w+")).findFirst().orElseThrow();
        String cell = sent.stream()
                .filter(id -> id.matches("\\w+\\.\\w+\\.\\w+"))
                .findFirst()
                .orElseThrow();
        String column = cell.replaceFirst("\\..*\\.", ".*.");
        for (String field : List.of(single, column, cell.substring(cell.lastIndexOf('.') + 1))) {
            assertThat(list("audit?limit=5&field=" + field, "questions"))
                    .as(field)
                    .extracting(found -> found.getString("call"))
                    .contains(answer.id());
        }
        assertThat(list("audit?field=nothingIsCalledSo", "questions")).isEmpty();
        assertThat(Server.get("adam", ADMIN + "audit?field=" + cell).statusCode())
                .isEqualTo(400);
        assertThat(Server.get("adam", ADMIN + "audit?format=csv&field=" + single)
                        .body()
                        .lines())
                .anyMatch(line -> line.startsWith(answer.id())
                        && line.contains("anthropic: eu-central-1")
                        && line.contains(single));
        assertThat(Server.get("adam", ADMIN + "audit/00000000-0000-0000-0000-000000000000")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Server.get("anna", ADMIN + "audit/" + answer.id()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void filtersHoldTogetherForMetricsAndForCalls() {
        Answer answer = Answer.ask("What does this order contain?").whole();
        String model = answer.done().getString("model");
        String filters = "model=" + model + "&recordType=sales-order&provider=anthropic";
        JsonObject whole = Server.json("adam", ADMIN + "metrics?recordType=sales-order");
        String month = whole.getString("month");

        JsonObject three = Server.json("adam", ADMIN + "metrics?" + filters);

        assertThat(attempts(three)).isPositive().isLessThanOrEqualTo(attempts(whole));
        assertThat(three.getJsonObject("by").keySet()).containsExactly("day");
        assertThat(attempts(Server.json("adam", ADMIN + "metrics?" + filters + "&department=no-such-department")))
                .isZero();
        assertThat(list("calls?limit=5&month=" + month + "&" + filters, "calls"))
                .isNotEmpty()
                .allMatch(call -> call.getString("recordType").equals("sales-order")
                        && call.getString("responseModel").equals(model))
                .anyMatch(call -> call.getString("call").equals(answer.id()));
        String before = LocalDate.now(ZoneOffset.UTC).minusMonths(2).toString().substring(0, 7);
        assertThat(list("calls?month=" + before + "&" + filters, "calls")).isEmpty();
        assertThat(Server.get("adam", ADMIN + "calls?" + filters).statusCode()).isEqualTo(400);
    }

    private static int attempts(JsonObject metrics) {
        return metrics.getJsonObject("errors").getJsonObject("beforeFallback").getInt("attempts");
    }
}
