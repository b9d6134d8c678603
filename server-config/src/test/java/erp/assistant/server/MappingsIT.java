package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Purchase orders of the sample ERP, for which nobody has written a line of Java. */
class MappingsIT extends ServerTest {

    private static final String ORDER = "/assistant/api/v1/records/purchase-order-by-file/";
    private static final String REHEARSAL =
            "/assistant/api/v1/admin/rehearsal?type=purchase-order-by-file&id=45301&user=";

    @BeforeEach
    void theFileIsInForce() {
        Server.configure(PROVIDERS.configuration("anthropic", "openai"));
        Server.await(
                "the mapping file", () -> state("purchase-order-by-file.json").getBoolean("inForce", false));
    }

    private static JsonObject state(String file) {
        return Server.json("adam", "/assistant/api/v1/admin/mappings").getJsonArray("mappings").stream()
                .map(each -> each.asJsonObject())
                .filter(each -> each.getString("file").equals(file))
                .findFirst()
                .orElse(JsonObject.EMPTY_JSON_OBJECT);
    }

    private static List<String> ids(JsonObject context, String list) {
        return context.getJsonArray(list).getValuesAs(JsonObject.class).stream()
                .map(each -> each.getString("id"))
                .toList();
    }

    private static String value(JsonObject context, String id) {
        return context.getJsonArray("fields").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString("id").equals(id))
                .map(each -> each.getString("value"))
                .findFirst()
                .orElse("");
    }

    @Test
    void aFileAloneMakesAnAnswer() {
        HttpResponse<String> answer =
                Server.send(Answer.asking("anna", "purchase-order-by-file", "45301", "Which lines are late?")
                        .header("Accept", "text/event-stream")
                        .build());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("event: done", "Purchase order 45301");
        String sent = PROVIDERS.primary.lastRequest().orElseThrow().body();
        assertThat(sent).contains("Late lines=", "Late by", "Lines: Open", "Open value=");
    }

    @Test
    void whatIsShownDependsOnCompanyAndRoleOfTheErpsOwnTables() {
        JsonObject anna = Server.json("anna", ORDER + "45301/context");
        JsonObject vera = Server.json("vera", ORDER + "45301/context");

        assertThat(value(anna, "openLines")).isEqualTo("1");
        assertThat(value(anna, "lateLines")).isEqualTo("1");
        assertThat(ids(anna, "fields")).contains("openValue", "lines.10.price", "lines.10.openQuantity");
        assertThat(ids(vera, "fields")).contains("lines.10.openQuantity").doesNotContain("openValue", "lines.10.price");
        assertThat(ids(anna, "actions")).containsExactly("late-lines");
    }

    @Test
    void aForbiddenOrderLooksLikeOneThatDoesNotExist() {
        HttpResponse<String> forbidden = Server.get("anna", ORDER + "CH:45301/context");
        HttpResponse<String> missing = Server.get("anna", ORDER + "9/context");
        HttpResponse<String> attack = Server.get("anna", ORDER + "9'%20OR%20'1'='1/context");

        assertThat(forbidden.statusCode()).isEqualTo(404);
        assertThat(forbidden.body()).isEqualTo(missing.body()).isEqualTo(attack.body());
        assertThat(Server.get("carl", ORDER + "CH:45301/context").statusCode()).isEqualTo(200);
    }

    @Test
    void anAdminRehearsesWhatWarehouseStaffWouldGetAndTheLogTellsIt() {
        JsonObject vera = Server.json("adam", REHEARSAL + "vera&role=assistant-user");

        assertThat(vera.getJsonArray("fields"))
                .isEqualTo(Server.json("vera", ORDER + "45301/context").getJsonArray("fields"));
        assertThat(ids(vera, "withheld")).contains("openValue", "lines.price");
        assertThat(vera.getJsonArray("withheld").getJsonObject(0).getString("reason"))
                .isEqualTo("needs the role ACCOUNTING or ADMIN or SALES");
        assertThat(ids(Server.json("adam", REHEARSAL + "anna"), "withheld")).isEmpty();
        assertThat(Server.get("adam", REHEARSAL + "nobody").statusCode()).isEqualTo(404);
        Server.await(
                "the line in the log",
                () -> Server.messages().contains("rehearsal by adam as vera about purchase-order-by-file/45301: ")
                        && Server.messages()
                                .contains(
                                        "rehearsal by adam as nobody about purchase-order-by-file/45301: RECORD_NOT_AVAILABLE"));
    }

    @Test
    void recordsThatAreShownByCodeAreRehearsedToo() {
        String path = "/assistant/api/v1/admin/rehearsal?type=sales-order&id=4711&user=";

        assertThat(ids(Server.json("adam", path + "vera"), "fields")).doesNotContain("creditLimit");
        assertThat(ids(Server.json("adam", path + "anna"), "fields")).contains("creditLimit");
        assertThat(Server.get("adam", "/assistant/api/v1/admin/rehearsal?type=sales-order&id=4712&user=anna")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mappings",
                "describe?dataSource=jdbc/erp&table=PURCHASE_ORDER",
                "rehearsal?type=sales-order&id=4711&user=carl"
            })
    void onlyAdminsGetToIt(String page) {
        assertThat(Server.get("", "/assistant/api/v1/admin/" + page).statusCode())
                .isEqualTo(401);
        assertThat(Server.get("anna", "/assistant/api/v1/admin/" + page).statusCode())
                .isEqualTo(403);
        assertThat(Server.get("adam", "/assistant/api/v1/admin/" + page).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aProposalShowsNothingUntilItIsDecidedAndPutIntoTheFolder() throws IOException {
        String proposal = Server.get("adam", "/assistant/api/v1/admin/describe?dataSource=jdbc/erp&table=supplier")
                .body();
        assertThat(proposal).contains("\"column\": \"iban\", \"sensitivity\": \"secret\"");
        Path file = Server.home().resolve("mappings/supplier.json");
        try {
            Files.writeString(file, proposal);
            Server.await("the complaint", () -> state("supplier.json").containsKey("problems"));
            assertThat(state("supplier.json").getJsonArray("problems").getString(0))
                    .startsWith("supplier.json line 6, column 16: rowFilter must be a condition that depends on :user");
            assertThat(Server.messages()).contains("supplier.json line 6, column 16: rowFilter must be");

            // The ERP itself shows suppliers, and a file never takes a type away from it.
            Files.writeString(
                    file,
                    proposal.replace("\"decide\"", "\"everybody\"")
                            .replace("\"type\": \"supplier\"", "\"type\": \"supplier-by-file\""));
            Server.await("the decided file", () -> state("supplier.json").getBoolean("inForce", false));
            assertThat(ids(
                            Server.json(
                                    "anna",
                                    "/assistant/api/v1/records/supplier-by-file/" + linkedSupplier() + "/context"),
                            "leftOut"))
                    .contains("iban");
        } finally {
            Files.deleteIfExists(file);
        }
        Server.await("its end", () -> state("supplier.json").isEmpty());
    }

    /** The supplier that the order links to. */
    private static String linkedSupplier() {
        JsonObject link = Server.json("anna", ORDER + "45301/context").getJsonArray("fields").stream()
                .map(each -> each.asJsonObject())
                .filter(each -> each.getString("id").equals("supplier"))
                .findFirst()
                .orElseThrow()
                .getJsonObject("link");
        assertThat(link.getString("type")).isEqualTo("supplier");
        return link.getString("id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dataSource=ldap://127.0.0.1/x&table=a",
                "dataSource=jdbc/assistant&table=answer",
                "dataSource=jdbc/erp&table=none"
            })
    void whatCannotBeDescribedIsToldInWords(String query) {
        HttpResponse<String> response = Server.get("adam", "/assistant/api/v1/admin/describe?" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Server.object(response.body()).getString("detail"))
                .containsAnyOf("dataSource must be", "table must be");
    }
}
