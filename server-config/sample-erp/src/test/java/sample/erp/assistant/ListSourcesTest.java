package sample.erp.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.ListAggregate;
import erp.assistant.record.ListColumn;
import erp.assistant.record.ListFilter;
import erp.assistant.record.ListOperator;
import erp.assistant.record.ListQuery;
import erp.assistant.record.ListResult;
import erp.assistant.record.ListSort;
import erp.assistant.record.RecordList;
import erp.assistant.record.RecordRehearsal;
import erp.assistant.record.RecordSource;
import erp.assistant.record.Rows;
import erp.assistant.record.SeenList;
import erp.assistant.record.Value;
import erp.assistant.record.Withheld;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListSourcesTest {

    private static Asker person(String login) {
        return new Asker(login, role -> false, Locale.ENGLISH);
    }

    private static RecordList list(RecordSource source, String login) {
        return source.list(person(login)).orElseThrow();
    }

    private static ListResult run(RecordSource source, String login, ListQuery query) {
        ListQuery checked = list(source, login).check(query);
        return source.query(checked, person(login)).orElseThrow();
    }

    private static ListQuery where(ListFilter... filters) {
        return new ListQuery(List.of(filters), List.of(), "", 10);
    }

    private static ListQuery status(String status) {
        return where(ListFilter.of("status", ListOperator.EQ, status));
    }

    private static Optional<Value> total(ListResult result, String id) {
        return result.totals().stream()
                .filter(total -> total.id().equals(id))
                .map(Field::value)
                .findFirst();
    }

    /** Every list, as adam may use it, who sees all. */
    static Stream<RecordSource> listed() {
        return Reads.ALL.stream().filter(source -> source.list(person("adam")).isPresent());
    }

    private static Value any(ListColumn column) {
        return switch (column.kind()) {
            case TEXT ->
                new Value.Text(
                        column.choices().isEmpty() ? "a" : column.choices().get(0));
            case MONEY, NUMBER, PERCENT -> new Value.Quantity(new BigDecimal("3"), "");
            case DAY -> new Value.Text("2026-11-01");
            case FLAG, MOMENT -> new Value.Flag(true);
        };
    }

    @ParameterizedTest
    @MethodSource("listed")
    void whateverAListDeclaresTheDatabaseKnows(RecordSource source) {
        for (ListColumn column : list(source, "adam").columns()) {
            for (ListOperator operator : column.operators()) {
                ListResult found =
                        run(source, "adam", where(new ListFilter(column.id(), operator, List.of(any(column)))));
                assertThat(found.total()).isGreaterThanOrEqualTo(found.rows().size());
            }
            if (column.sortable()) {
                ListQuery sorted = new ListQuery(List.of(), List.of(ListSort.of("-" + column.id())), "", 3);
                assertThat(run(source, "adam", sorted).rows()).as(column.id()).isNotEmpty();
            }
            if (column.groupable()) {
                ListQuery grouped = new ListQuery(List.of(), List.of(), column.id(), 1);
                assertThat(run(source, "adam", grouped).groups())
                        .as(column.id())
                        .isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("listed")
    void aRowHasTheDeclaredColumnsAndNoOthers(RecordSource source) {
        List<String> declared =
                list(source, "adam").columns().stream().map(ListColumn::id).toList();

        for (Rows.Row row : run(source, "adam", ListQuery.ALL).rows()) {
            assertThat(declared).containsAll(row.cells().stream().map(Field::id).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("listed")
    void aRowsNumberNamesARecordThatCanBeRead(RecordSource source) {
        Field number = run(source, "adam", where()).rows().get(0).cells().get(0);

        assertThat(number.link())
                .hasValueSatisfying(ref -> assertThat(source.find(ref.id(), person("adam")))
                        .as(ref.toString())
                        .isPresent());
    }

    @Test
    void annaSeesHerCompanysRowsAndCarlThoseOfBoth() {
        assertThat(run(Reads.ORDERS, "anna", ListQuery.ALL).total()).isEqualTo(1400);
        assertThat(run(Reads.ORDERS, "anna", ListQuery.ALL).organisation()).isEqualTo("DE");
        assertThat(run(Reads.ORDERS, "carl", ListQuery.ALL).total()).isEqualTo(2079);
        assertThat(run(Reads.ORDERS, "anna", where(ListFilter.of("organisation", ListOperator.EQ, "CH")))
                        .total())
                .isZero();
        assertThat(run(Reads.ORDERS, "anna", where(ListFilter.of("number", ListOperator.EQ, "4712")))
                        .rows())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "vera, customer-invoice",
        "vera, purchase-order",
        "anna, supplier",
        "anna, production-order",
        "vera, supplier-invoice",
        "bert, payment-run",
        "paul, ledger-account",
        "nobody, item"
    })
    void whoseRoleDoesNotSeeAListHasNone(String login, String type) {
        RecordSource source = Reads.source(type);

        assertThat(source.list(person(login))).isEmpty();
        assertThat(source.query(ListQuery.ALL, person(login))).isEmpty();
    }

    @Test
    void amountsThatARoleDoesNotSeeAreInNoCellFigureFilterOrOrder() {
        RecordRehearsal orders = RecordRehearsal.of(Reads.ORDERS);

        orders.as("anna").lists().shows("number", "net").showsFigures("net", "netMax");
        SeenList vera = orders.as("vera").lists().shows("number", "late").hides("net");
        assertThat(vera.withheld()).extracting(Withheld::id).containsExactly("net");
        assertThat(orders.as("anna").lists().withheld()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"customer-invoice, anna", "delivery, vera", "payment-run, carl", "ledger-account, carl"})
    void eachRowIsOneThatThePersonMayOpen(String type, String login) {
        ListQuery some = new ListQuery(List.of(), List.of(), "", 20);

        RecordRehearsal.of(Reads.source(type)).as(login).lists(some).opensItsRows();
    }

    @Test
    void aPaymentRunHasTheSameFiguresInTheListAsOnItsSheet() {
        ListResult found = run(Reads.PAYMENT_RUNS, "carl", where(ListFilter.of("number", ListOperator.EQ, "9031")));
        BusinessRecord run = Reads.get(Reads.PAYMENT_RUNS, "9031", "carl");

        assertThat(found.rows()).singleElement().satisfies(row -> {
            assertThat(cell(row, "amount")).isEqualTo(Reads.value(run, "amount"));
            assertThat(cell(row, "status")).isEqualTo(Reads.value(run, "status"));
            assertThat(((Value.Quantity) cell(row, "payments")).number())
                    .isEqualTo(((Value.Quantity) Reads.value(run, "payments")).number());
            assertThat(((Value.Quantity) cell(row, "blocked")).number())
                    .isEqualTo(((Value.Quantity) Reads.value(run, "blocked")).number())
                    .isNotEqualTo(BigDecimal.ZERO);
        });
    }

    private static Value cell(Rows.Row row, String id) {
        return row.cells().stream()
                .filter(cell -> cell.id().equals(id))
                .map(Field::value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFigureIsOverAllRowsAndAddsUpByGroups() {
        ListQuery byCustomer = new ListQuery(status("OVERDUE").filters(), List.of(ListSort.of("-open")), "customer", 2);

        ListResult overdue = run(Reads.INVOICES, "anna", byCustomer);

        assertThat(overdue.rows()).hasSize(2);
        assertThat(overdue.total()).isGreaterThan(2);
        BigDecimal sum = ((Value.Money) total(overdue, "open").orElseThrow()).amount();
        BigDecimal groups = overdue.groups().stream()
                .flatMap(group -> group.cells().stream())
                .filter(cell -> cell.id().equals("open"))
                .map(cell -> ((Value.Money) cell.value()).amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(overdue.groups()).hasSizeLessThan(ListQuery.MAX_GROUPS);
        assertThat(groups).isEqualByComparingTo(sum);
        assertThat(total(overdue, ListAggregate.MIN.idOf("due"))).isPresent();
    }

    @Test
    void amountsOfSeveralCurrenciesAreNotAddedUp() {
        assertThat(total(run(Reads.INVOICES, "carl", ListQuery.ALL), "open")).isEmpty();
        assertThat(total(
                        run(Reads.INVOICES, "carl", where(ListFilter.of("organisation", ListOperator.EQ, "DE"))),
                        "open"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"' or 1=1 --", "%", "_", "!", "x') or (1=1", ":today", "4711'; delete from SalesOrder o --"})
    void aValueIsNeverMoreThanAValue(String hostile) {
        assertThat(run(Reads.ORDERS, "anna", where(ListFilter.of("number", ListOperator.EQ, hostile)))
                        .total())
                .isZero();
        assertThat(run(Reads.ORDERS, "anna", where(ListFilter.of("search", ListOperator.CONTAINS, hostile)))
                        .total())
                .isZero();
        assertThat(run(Reads.ORDERS, "anna", ListQuery.ALL).total()).isEqualTo(1400);
    }
}
