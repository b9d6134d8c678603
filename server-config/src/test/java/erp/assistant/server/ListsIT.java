package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions about the sample ERP's lists, as its list screens ask them. */
class ListsIT extends ServerTest {

    private static final String LISTS = "/assistant/api/v1/lists/";

    @BeforeEach
    void providers() {
        Server.configure(PROVIDERS.configuration("anthropic", "openai"));
    }

    private static HttpRequest.Builder asking(String user, String list, String question) {
        String body = "{\"question\":\"" + question + "\",\"list\":" + list + "}";
        return Server.request(user, "/assistant/api/v1/answers")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static Answer ask(String user, String list, String question) {
        return Answer.of(
                Server.HTTP,
                asking(user, list, question)
                        .header("Accept", "text/event-stream")
                        .build());
    }

    private static JsonObject context(String user, String address) {
        HttpResponse<String> response = Server.get(user, LISTS + address);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Server.object(response.body());
    }

    private static String value(JsonObject context, String id) {
        return context.getJsonArray("fields").getValuesAs(JsonObject.class).stream()
                .filter(field -> field.getString("id").equals(id))
                .map(field -> field.getString("value"))
                .findFirst()
                .orElse("");
    }

    private static int rows(String user, String address) {
        return Integer.parseInt(value(context(user, address), "rows.row-count").split(" ", 2)[0]);
    }

    @ParameterizedTest
    @CsvSource({
        "anna, customer-invoice, OVERDUE",
        "anna, sales-order,      LATE",
        "anna, sales-order,      CREDIT_HOLD",
        "carl, purchase-order,   OVERDUE",
        "carl, purchase-order,   APPROVAL",
        "adam, production-order, LATE",
        "adam, production-order, RELEASED",
        "vera, item,             LOW",
        "carl, supplier-invoice, HELD",
        "anna, customer,         OVERDUE",
        "carl, supplier,         CONTRACTS",
        "vera, delivery,         LATE",
        "carl, payment-run,      RELEASED"
    })
    void theMenuOfAListScreenNarrowsTheAssistantsListToo(String user, String type, String status) {
        String narrowed = type + "/context?status=" + status;

        assertThat(value(context(user, narrowed), "filter")).isEqualTo("Status is " + status);
        assertThat(rows(user, narrowed)).isBetween(1, rows(user, type + "/context") - 1);
    }

    @Test
    void theScreenOfLedgerAccountsHasOnlyASearchAndItNarrowsToo() {
        int all = rows("carl", "ledger-account/context");

        assertThat(rows("carl", "ledger-account/context?search.contains=6200")).isBetween(1, all - 1);
        assertThat(rows("carl", "ledger-account/context?sort=-name&groupBy=kind"))
                .isEqualTo(all);
    }

    @ParameterizedTest
    @CsvSource({"number", "customer", "status", "requested", "net", "ordered", "organisation"})
    void eachDeclaredOrderIsOneTheDatabaseKnows(String column) {
        assertThat(value(context("anna", "sales-order/context?limit=3&sort=-" + column), "rows.row-count"))
                .isNotEmpty();
    }

    @Test
    void searchComparisonsAndGroupsAreTheDatabases() {
        JsonObject found = context(
                "anna",
                "customer-invoice/context?search.contains=an&open.gt=100.50&due.lt=2099-01-01&dunningLevel.ge=0"
                        + "&number.contains=1&customer.ne=Nobody&groupBy=customer&sort=-open,due");

        assertThat(found.getJsonArray("fields").getValuesAs(JsonObject.class))
                .extracting(field -> field.getString("id"))
                .contains("groups.1.customer", "groups.1.count", "groups.1.open", "rows.open", "rows.dueMin");
    }

    @Test
    void aListQuestionIsAnsweredFromRowsAndFiguresOverAllOfThem() {
        Answer answer = ask(
                        "anna",
                        "{\"type\":\"customer-invoice\",\"filters\":[{\"field\":\"status\",\"operator\":\"eq\",\"value\":\"OVERDUE\"}],"
                                + "\"sort\":\"-open\"}",
                        "Which of these are overdue, and how much is open?")
                .whole();

        JsonObject done = answer.done();
        assertThat(done.getString("status")).isEqualTo("complete");
        assertThat(done.getJsonArray("citations")).isNotEmpty();
        assertThat(done.getJsonObject("figures").getJsonArray("unmatched")).isEmpty();
        assertThat(answer.events.get(0).data().getJsonObject("record").getString("type"))
                .isEqualTo("customer-invoice");
        String sent = PROVIDERS.primary.lastRequest().orElseThrow().body();
        assertThat(sent).contains("Status is OVERDUE", "Open amount, sum of all rows");
        assertThat(done.getJsonObject("receipt").getJsonArray("sent").getValuesAs(JsonObject.class))
                .extracting(field -> field.getString("id"))
                .contains("rows.open", "rows.row-count")
                .anyMatch(id -> id.startsWith("rows.") && id.endsWith(".open"));
        assertThat(answer.ledger()).singleElement().satisfies(row -> {
            assertThat(row.getString("recordType")).isEqualTo("customer-invoice");
            assertThat(row.getString("recordId")).isEmpty();
        });
    }

    @Test
    void theRowsOfACompanyThatTheAskerMayNotSeeAreNotThere() {
        String numbers = context("anna", "sales-order/context?number=4712").toString();

        assertThat(value(context("anna", "sales-order/context?number=4712"), "rows.row-count"))
                .isEqualTo("0");
        assertThat(numbers).doesNotContain("rows.4712");
        assertThat(value(context("adam", "sales-order/context?number=4712"), "rows.row-count"))
                .isEqualTo("1");
        assertThat(value(context("anna", "sales-order/context?organisation.ne=DE"), "rows.row-count"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({"vera, customer-invoice", "bert, payment-run", "paul, ledger-account"})
    void aListThatTheRoleDoesNotSeeLooksLikeOneThatDoesNotExist(String user, String type) {
        HttpResponse<String> forbidden = Server.get(user, LISTS + type + "/context");
        HttpResponse<String> missing = Server.get(user, LISTS + "space-ship/context");

        assertThat(forbidden.statusCode()).isEqualTo(404);
        assertThat(forbidden.body()).isEqualTo(missing.body());
    }

    @Test
    void amountsThatARoleDoesNotSeeCanNeitherBeSortedNorFilteredBy() {
        HttpResponse<String> sorted = Server.get("vera", LISTS + "sales-order/context?sort=-net");

        assertThat(sorted.statusCode()).isEqualTo(400);
        assertThat(sorted.body()).contains("cannot be sorted by 'net'. Allowed: number, customer, status");
        assertThat(Server.get("vera", LISTS + "sales-order/context?net.gt=1000").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"customer-invoice\",\"filters\":[{\"field\":\"iban\",\"value\":\"DE\"}]}|cannot be filtered by 'iban'. Allowed: number",
                "{\"type\":\"customer-invoice\",\"filters\":[{\"field\":\"due\",\"value\":\"soon\"}]}|must be a date such as 2026-11-30",
                "{\"type\":\"customer-invoice\",\"filters\":[{\"field\":\"dunningLevel\",\"value\":1.5}]}|must be a whole number",
                "{\"type\":\"customer-invoice\",\"sort\":\"1; DROP TABLE customer_invoice\"}|cannot be sorted by"
            })
    void aBadFilterIsAProblemThatNamesTheFieldAndWhatIsAllowed(String list, String message) {
        HttpResponse<String> response = Server.send(asking("anna", list, "Which?")
                .header("Accept", "application/json")
                .build());

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(Server.object(response.body()).getString("detail")).contains(message);
    }

    @Test
    void nobodyAsksAListWithoutSigningIn() {
        assertThat(List.of(
                        Server.get("", LISTS + "item/context").statusCode(),
                        Server.send(asking("", "{\"type\":\"item\"}", "?").build())
                                .statusCode()))
                .containsOnly(401);
    }

    private static String rehearsal(String user, String type, String query) {
        return "/assistant/api/v1/admin/rehearsal/list?user=" + user + "&type=" + type + "&query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    private static List<String> ids(JsonObject rehearsed, String members) {
        return rehearsed.getJsonArray(members).getValuesAs(JsonObject.class).stream()
                .map(each -> each.getString("id"))
                .toList();
    }

    @Test
    void anAdminRehearsesExactlyTheRowsCellsAndFiguresThatSomebodyElseWouldGet() {
        String rows = "status=LATE&sort=-requested&limit=5";
        long asked = PROVIDERS.primary.stats().requests();

        for (String user : List.of("anna", "vera")) {
            JsonObject rehearsed = Server.json("adam", rehearsal(user, "sales-order", rows));

            assertThat(rehearsed.getJsonArray("fields"))
                    .isEqualTo(context(user, "sales-order/context?" + rows).getJsonArray("fields"));
        }
        JsonObject anna = Server.json("adam", rehearsal("anna", "sales-order", rows));
        JsonObject vera = Server.json("adam", rehearsal("vera", "sales-order", rows));
        assertThat(ids(anna, "fields")).contains("rows.net", "rows.netMax", "rows.requestedMin");
        assertThat(ids(vera, "fields")).contains("rows.requestedMin").doesNotContain("rows.net", "rows.netMax");
        assertThat(ids(anna, "withheld")).isEmpty();
        assertThat(vera.getJsonArray("withheld").getJsonObject(0).getString("reason"))
                .isEqualTo("needs a role of the ERP that sees prices");
        assertThat(column(anna, "net").getJsonArray("filter")).isNotEmpty();
        assertThat(column(vera, "net").getJsonArray("filter")).isEmpty();
        assertThat(PROVIDERS.primary.stats().requests()).isEqualTo(asked);
        Server.await(
                "the line in the log",
                () -> Server.messages().contains("rehearsal by adam as vera about sales-order: "));
    }

    private static JsonObject column(JsonObject rehearsed, String id) {
        return rehearsed.getJsonArray("columns").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRehearsedListRefusesWhatItRefusesThatPerson() {
        assertThat(Server.get("adam", rehearsal("vera", "sales-order", "sort=-net"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(Server.get("adam", rehearsal("anna", "sales-order", "sort=-net"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(Server.get("adam", rehearsal("vera", "customer-invoice", "")).statusCode())
                .isEqualTo(404);
        assertThat(Server.get("adam", rehearsal("", "sales-order", "")).statusCode())
                .isEqualTo(400);
        assertThat(Server.get("adam", rehearsal("vera", "Sales Order", "").replace(' ', '+'))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void onlyAdminsRehearse() {
        String page = rehearsal("carl", "sales-order", "");

        assertThat(Server.get("", page).statusCode()).isEqualTo(401);
        assertThat(Server.get("anna", page).statusCode()).isEqualTo(403);
    }
}
