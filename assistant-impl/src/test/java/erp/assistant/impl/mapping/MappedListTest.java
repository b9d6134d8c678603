package erp.assistant.impl.mapping;

import static erp.assistant.impl.mapping.Erp.asker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.record.Asker;
import erp.assistant.record.Field;
import erp.assistant.record.ListColumn;
import erp.assistant.record.ListFilter;
import erp.assistant.record.ListOperator;
import erp.assistant.record.ListQuery;
import erp.assistant.record.ListQueryException;
import erp.assistant.record.ListResult;
import erp.assistant.record.ListSort;
import erp.assistant.record.QuickAction;
import erp.assistant.record.RecordList;
import erp.assistant.record.RecordRef;
import erp.assistant.record.RecordRehearsal;
import erp.assistant.record.Rows;
import erp.assistant.record.Value;
import erp.assistant.record.Withheld;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappedListTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Asker ANNA = asker("anna");
    private static final Asker CARL = asker("carl");

    private final Erp erp = Erp.filled();
    private final MappedSource orders = erp.source(Erp.LISTED);

    private ListResult run(Asker asker, ListQuery query) {
        RecordList list = orders.list(asker).orElseThrow();
        return orders.query(list.check(query), asker).orElseThrow();
    }

    private static ListQuery where(ListFilter... filters) {
        return new ListQuery(List.of(filters), List.of(), "", ListQuery.USUAL_LIMIT);
    }

    private static ListQuery where(String column, String operator, String value) {
        return where(ListFilter.of(column, ListOperator.of(operator).orElseThrow(), value));
    }

    private static List<String> keys(ListResult result) {
        return result.rows().stream().map(Rows.Row::key).toList();
    }

    private static Map<String, Value> values(List<Field> fields) {
        return fields.stream().collect(Collectors.toMap(Field::id, Field::value));
    }

    private static Value.Money euros(String amount) {
        return new Value.Money(new BigDecimal(amount), EUR);
    }

    @Test
    void aFileWithoutAListHasNone() {
        MappedSource plain = erp.source(Erp.ORDERS);

        assertThat(plain.list(ANNA)).isEmpty();
        assertThat(plain.query(ListQuery.ALL, ANNA)).isEmpty();
        assertThat(plain.withheldFromList(ANNA)).isEmpty();
    }

    @Test
    void whatRolesHideOfTheListIsToldByItsColumns() {
        assertThat(orders.withheldFromList(ANNA))
                .containsExactly(new Withheld("margin", "Margin", "needs the role controller"));
        assertThat(orders.withheldFromList(CARL)).isEmpty();
        RecordRehearsal.of(orders).as("anna").lists().shows("number", "total").hides("margin", "iban");
    }

    @Test
    void theReaderAndTheSchemaTakeTheSameList() {
        assertThat(Erp.problems(Erp.LISTED)).isEmpty();
        assertThat(MappingReaderTest.bySchema(Erp.LISTED)).isEmpty();
    }

    @Test
    void theListIsDeclaredAsTheAskerMayUseIt() {
        RecordList anna = orders.list(ANNA).orElseThrow();

        assertThat(anna.type()).isEqualTo("order");
        assertThat(anna.label()).isEqualTo("Orders");
        assertThat(anna.columns().stream().map(ListColumn::id))
                .containsExactly("number", "customer", "company", "iban", "ordered", "blocked", "total", "discount");
        assertThat(orders.list(CARL).orElseThrow().column("margin")).isPresent();
        assertThat(anna.column("company").orElseThrow().choices()).containsExactly("DE", "CH");
        assertThat(anna.actions()).containsExactly(new QuickAction("which-blocked", "Blocked?", "Which are blocked?"));
    }

    @Test
    void theRowFilterHoldsForTheListToo() {
        assertThat(keys(run(ANNA, ListQuery.ALL))).containsExactly("4700", "4711");
        assertThat(run(ANNA, ListQuery.ALL).total()).isEqualTo(2);
        assertThat(run(CARL, ListQuery.ALL).total()).isEqualTo(4);
    }

    @Test
    void whoHasNoneOfTheListsRolesHasNoList() {
        MappedSource controllers = erp.source(Erp.LISTED.replace(
                "\"key\": \"number\", \"order\"", "\"key\": \"number\", \"roles\": [\"controller\"], \"order\""));

        assertThat(controllers.list(ANNA)).isEmpty();
        assertThat(controllers.query(ListQuery.ALL, ANNA)).isEmpty();
        assertThat(controllers.list(CARL)).isPresent();
    }

    @Test
    void aRowHasTheFilesColumnsWithTheirLinks() {
        Rows.Row row = run(ANNA, where("number", "eq", "4711")).rows().get(0);

        assertThat(values(row.cells()))
                .containsEntry("customer", new Value.Text("Meyer & Söhne"))
                .containsEntry("total", euros("1234.50"))
                .containsEntry("ordered", new Value.Day(LocalDate.of(2026, 11, 2)))
                .containsEntry("blocked", new Value.Flag(true))
                .doesNotContainKey("margin");
        assertThat(row.cells().get(1).link()).contains(new RecordRef("customer", "7"));
    }

    @ParameterizedTest
    @CsvSource({
        "number,   eq,       4711,       4711",
        "customer, contains, MEYER &,    4700 4711",
        "customer, contains, %,          ''",
        "customer, contains, _,          ''",
        "company,  eq,       DE,         4700 4711",
        "company,  ne,       DE,         ''",
        "ordered,  lt,       2026-11-03, 4711",
        "ordered,  eq,       2026-11-03, 4700",
        "ordered,  ge,       2026-11-02, 4700 4711",
        "blocked,  eq,       true,       4711",
        "blocked,  eq,       false,      4700",
        "total,    gt,       99.00,      4711",
        "total,    le,       99,         4700",
        "discount, ne,       2.5,        4700",
    })
    void eachOperatorMeansWhatItSays(String column, String operator, String value, String expected) {
        List<String> found = keys(run(ANNA, where(column, operator, value)));

        assertThat(String.join(" ", found)).isEqualTo(expected);
    }

    @Test
    void severalValuesAreAnyOfThemAndSeveralFiltersAllOfThem() {
        ListFilter both =
                new ListFilter("number", ListOperator.IN, List.of(new Value.Text("4711"), new Value.Text("4700")));

        assertThat(keys(run(ANNA, where(both)))).containsExactly("4700", "4711");
        assertThat(keys(run(ANNA, where(both, ListFilter.of("blocked", ListOperator.EQ, "true")))))
                .containsExactly("4711");
    }

    @Test
    void rowsComeInTheOrderAskedForElseInTheFiles() {
        ListQuery byTotal = new ListQuery(List.of(), List.of(ListSort.of("-total")), "", 1);

        assertThat(keys(run(ANNA, byTotal))).containsExactly("4711");
        assertThat(run(ANNA, byTotal).total())
                .as("over all, not only those shown")
                .isEqualTo(2);
    }

    @Test
    void figuresAreOverAllRowsWhateverTheLimit() {
        ListResult one = run(ANNA, new ListQuery(List.of(), List.of(), "", 1));

        assertThat(one.rows()).hasSize(1);
        assertThat(values(one.totals()))
                .containsEntry("total", euros("1333.50"))
                .containsEntry("totalMax", euros("1234.50"))
                .containsEntry("orderedMin", new Value.Day(LocalDate.of(2026, 11, 2)))
                .doesNotContainKey("margin");
        assertThat(one.organisation())
                .as("the row that is not read may be another company's")
                .isEmpty();
        assertThat(run(ANNA, ListQuery.ALL).organisation()).isEqualTo("DE");
    }

    @Test
    void whatHasSeveralCurrenciesHasNoSum() {
        assertThat(values(run(CARL, ListQuery.ALL).totals())).doesNotContainKeys("total", "totalMax", "margin");
        assertThat(values(run(CARL, where("company", "eq", "DE")).totals())).containsEntry("margin", euros("322.00"));
    }

    @Test
    void rowsAreCountedAndAddedUpByAColumn() {
        ListResult grouped = run(CARL, new ListQuery(List.of(), List.of(), "company", 10));

        assertThat(grouped.groups())
                .hasSize(2)
                .allSatisfy(group -> assertThat(values(group.cells()))
                        .containsEntry(ListResult.COUNT, new Value.Quantity(new BigDecimal(2), "")));
        assertThat(grouped.groups().stream()
                        .map(group -> values(group.cells()))
                        .filter(cells -> new Value.Text("DE").equals(cells.get("company")))
                        .map(cells -> cells.get("total")))
                .containsExactly(euros("1333.50"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4711' OR '1'='1",
                "4711'; DROP TABLE orders; --",
                "4711\\' OR 1=1 --",
                "' UNION SELECT login, company, role FROM staff --",
                ":user",
                "?",
                "%' ESCAPE '!' OR 1=1"
            })
    void aValueIsNeverMoreThanAValue(String hostile) {
        assertThat(run(ANNA, where("number", "eq", hostile)).total()).isZero();
        assertThat(run(ANNA, where("customer", "contains", hostile)).total()).isZero();
        assertThat(run(ANNA, where(new ListFilter("number", ListOperator.IN, List.of(new Value.Text(hostile)))))
                        .total())
                .isZero();
        assertThat(run(CARL, ListQuery.ALL).total())
                .as("all orders are still there")
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "margin|gt|0|cannot be filtered by 'margin'",
                "iban|eq|x|cannot be filtered by 'iban'",
                "total; DROP TABLE orders|gt|0|cannot be filtered by 'total; DROP TABLE orders'",
                "note|eq|x|cannot be filtered by 'note'",
                "number|contains|4|cannot be filtered with 'contains'. Allowed: eq, in.",
                "total|gt|ten|must be a number",
                "total|gt|1e999999999|must be a number",
                "ordered|lt|tomorrow|must be a date such as 2026-11-30",
                "blocked|eq|1|must be true or false",
                "company|eq|XX|must be one of DE, CH"
            })
    void whatIsNotDeclaredIsRefusedWithWhatIs(String column, String operator, String value, String message) {
        assertThatThrownBy(() -> run(ANNA, where(column, operator, value)))
                .isInstanceOf(ListQueryException.class)
                .hasMessageContaining(message);
    }

    @Test
    void sortingAndGroupingByWhatIsNotDeclaredIsRefusedToo() {
        assertThatThrownBy(
                        () -> run(ANNA, new ListQuery(List.of(), List.of(ListSort.of("id DESC, (SELECT 1)")), "", 10)))
                .hasMessageContaining("Allowed: number, ordered, total.");
        assertThatThrownBy(() -> run(ANNA, new ListQuery(List.of(), List.of(), "total", 10)))
                .hasMessageContaining("cannot be grouped by 'total'. Allowed: customer, company.");
    }

    @Test
    void moreRowsThanTheFilesCapAreNotRead() {
        MappedSource capped = erp.source(Erp.LISTED.replace("\"cap\": 50", "\"cap\": 1"));

        ListResult result = capped.query(ListQuery.ALL, ANNA).orElseThrow();

        assertThat(result.rows()).hasSize(1);
        assertThat(result.total()).isEqualTo(2);
    }

    @Test
    void allThatMayBeAskedOfTheListIsCheckedAgainstTheDatabase() throws SQLException {
        assertThat(check(Erp.LISTED)).isEmpty();
        assertThat(check(Erp.LISTED.replace("\"column\": \"ordered_on\"", "\"column\": \"orderedat\"")))
                .anySatisfy(problem -> assertThat(problem).contains("the query has no column orderedat"));
        assertThat(
                        check(
                                Erp.LISTED.replace(
                                        "\"customer\": {\"label\": \"Customer\", \"filter\"",
                                        "\"id\": {\"label\": \"Id\", \"filter\": [\"eq\"]}, \"customer\": {\"label\": \"Customer\", \"filter\"")))
                .anySatisfy(problem -> assertThat(problem).contains("id is filtered, sorted or grouped by as text"));
    }

    private List<String> check(String json) throws SQLException {
        Problems problems = new Problems("order.json");
        try (Reading reading = new Reading(erp.dataSource(), Duration.ofSeconds(5))) {
            MappingCheck.check(Erp.mapping(json), reading, problems);
        }
        return problems.lines();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"filter\": [\"eq\", \"in\"], \"sort\": true}|\"filter\": [\"like\"]}|filter has 'like': must be one of eq, ne, in, contains",
                "\"type\": \"flag\", \"filter\": [\"eq\"]}|\"type\": \"flag\", \"sort\": \"yes\"}|sort is 'yes': must be true or false",
                "\"key\": \"number\", \"order\": \"ordered_on DESC, id\"|\"key\": \"number\", \"order\": \"1; x\"|order is '1; x': must be columns",
                "\"label\": {\"en\": \"Orders\", \"de\": \"Aufträge\"}, ||label is missing",
                "\"cap\": 50|\"cap\": 500|cap is 500: must be a whole number from 1 to 200"
            })
    void aMistakeInAListIsNamedAndTheSchemaSeesItToo(String right, @Nullable String wrong, String message) {
        assertThat(Erp.LISTED).contains(right);
        String json = Erp.LISTED.replace(right, wrong == null ? "" : wrong);

        assertThat(Erp.problems(json)).anySatisfy(problem -> assertThat(problem).contains(message));
        assertThat(MappingReaderTest.bySchema(json)).isNotEmpty();
    }

    @Test
    void aSecretColumnCanOnlyBeThere() {
        String json =
                Erp.LISTED.replace("\"sensitivity\": \"secret\"}", "\"sensitivity\": \"secret\", \"sort\": true}");

        assertThat(Erp.problems(json))
                .anySatisfy(problem -> assertThat(problem).contains("iban is secret: to filter, sort or count by it"));
    }
}
