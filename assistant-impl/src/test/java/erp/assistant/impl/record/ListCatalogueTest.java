package erp.assistant.impl.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.ListAggregate;
import erp.assistant.record.ListColumn;
import erp.assistant.record.ListColumn.Kind;
import erp.assistant.record.ListFilter;
import erp.assistant.record.ListOperator;
import erp.assistant.record.ListQuery;
import erp.assistant.record.ListResult;
import erp.assistant.record.ListSort;
import erp.assistant.record.RecordList;
import erp.assistant.record.RecordRef;
import erp.assistant.record.RecordSource;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListCatalogueTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final RecordList INVOICES = new RecordList(
            "invoice",
            "Invoices",
            List.of(
                    ListColumn.of("number", "Invoice", Kind.TEXT).usable(),
                    ListColumn.of("status", "Status", Kind.TEXT).choosing(List.of("open", "paid")),
                    ListColumn.of("open", "Open", Kind.MONEY).usable().with(ListAggregate.SUM),
                    ListColumn.of("iban", "IBAN", Kind.TEXT).as(Sensitivity.SECRET),
                    ListColumn.of("clerk", "Clerk", Kind.TEXT).as(Sensitivity.PERSONAL)));

    private final List<ListQuery> asked = new ArrayList<>();
    private Optional<RecordList> declared = Optional.of(INVOICES);
    private ListResult result = found(3);

    private final ListCatalogue lists =
            new ListCatalogue(new RecordCatalogue(List.of(new Invoices(), new Orders()), List::of));

    private static Value euros(String amount) {
        return new Value.Money(new BigDecimal(amount), EUR);
    }

    private static ListResult found(int total) {
        return new ListResult(
                List.of(new Rows.Row(
                        "4711",
                        List.of(
                                Field.of("clerk", "", new Value.Text("Anna Kern")),
                                Field.of("number", "", new Value.Text("4711"))
                                        .linkedTo(new RecordRef("invoice", "4711")),
                                Field.of("iban", "", new Value.Text("DE02120300000000202051")),
                                Field.of("open", "", euros("120.00")),
                                Field.of("margin", "Margin", euros("7"))))),
                total,
                List.of(Field.of("open", "", euros("360.00")), Field.of("margin", "", euros("21"))),
                List.of(),
                NOON,
                "DE");
    }

    private static Asker person(String name) {
        return new Asker(name, role -> true, Locale.ENGLISH);
    }

    private BusinessRecord load(ListQuery query) {
        return lists.load("invoice", query, person("anna"));
    }

    private Problem problem(String type, ListQuery query) {
        return catchThrowableOfType(AssistantException.class, () -> lists.load(type, query, person("anna")))
                .problem();
    }

    private static ListQuery status(String value) {
        return new ListQuery(
                List.of(ListFilter.of("status", ListOperator.EQ, value)), List.of(ListSort.of("-open")), "", 10);
    }

    @Test
    void aListIsARecordWhoseRowsItsRowsAre() {
        BusinessRecord list = load(status("open"));

        assertThat(list.ref()).isEqualTo(RecordRef.ofList("invoice"));
        assertThat(list.label()).isEqualTo("Invoices");
        assertThat(list.asOf()).isEqualTo(NOON);
        assertThat(list.organisation()).isEqualTo("DE");
        assertThat(list.fields())
                .extracting(Field::value)
                .containsExactly(new Value.Text("Status is open"), new Value.Text("Open, greatest first"));
        Rows rows = list.rows().get(0);
        assertThat(rows.id()).isEqualTo("rows");
        assertThat(rows.total()).isEqualTo(3);
        assertThat(rows.rows().get(0).key()).isEqualTo("4711");
        assertThat(asked.get(0).filters().get(0).value()).isEqualTo(new Value.Text("open"));
    }

    @Test
    void theDeclarationDecidesWhatARowHasAndHowItIsHandled() {
        Rows rows = load(ListQuery.ALL).rows().get(0);

        assertThat(rows.rows().get(0).cells())
                .extracting(Field::id)
                .as("declared columns in their order, and no other")
                .containsExactly("number", "open", "iban", "clerk");
        assertThat(rows.rows().get(0).cells().get(2).value()).isEqualTo(new Value.Missing());
        assertThat(rows.rows().get(0).cells().get(3).sensitivity()).isEqualTo(Sensitivity.PERSONAL);
        assertThat(rows.rows().get(0).cells().get(0).link()).contains(new RecordRef("invoice", "4711"));
        assertThat(rows.totals()).singleElement().satisfies(total -> {
            assertThat(total.id()).isEqualTo("open");
            assertThat(total.label()).isEqualTo("Open, sum of all rows");
        });
    }

    @Test
    void aChangedListHasAnotherVersion() {
        String before = load(ListQuery.ALL).version();
        assertThat(load(ListQuery.ALL).version()).isEqualTo(before);

        result = found(4);

        assertThat(load(ListQuery.ALL).version()).isNotEqualTo(before);
    }

    @Test
    void whatTheListDoesNotTakeIsSaidWithWhatItDoes() {
        Problem wrongField = problem(
                "invoice", new ListQuery(List.of(ListFilter.of("stauts", ListOperator.EQ, "open")), List.of(), "", 10));

        assertThat(wrongField.code()).isEqualTo(Problem.Code.QUESTION_INVALID);
        assertThat(wrongField.detail())
                .isEqualTo("The list of invoice cannot be filtered by 'stauts'. Allowed: number, status, open.");
        assertThat(problem("invoice", status("late")).detail())
                .isEqualTo("A value of the field 'status' must be one of open, paid.");
        assertThat(asked).isEmpty();
    }

    @Test
    void noListAForbiddenOneAndAFailureLookTheSame() {
        Problem unknown = problem("payslip", ListQuery.ALL);
        Problem noList = problem("order", ListQuery.ALL);
        declared = Optional.empty();
        Problem forbidden = problem("invoice", ListQuery.ALL);

        assertThat(unknown.code()).isEqualTo(Problem.Code.RECORD_NOT_AVAILABLE);
        assertThat(List.of(noList, forbidden))
                .allSatisfy(each -> assertThat(each).isEqualTo(unknown));
    }

    @Test
    void moreRowsThanWereWantedAreCut() {
        ListResult one = found(3);
        result = new ListResult(
                List.of(
                        one.rows().get(0),
                        new Rows.Row("4712", one.rows().get(0).cells())),
                3,
                List.of(),
                List.of(),
                NOON,
                "");

        assertThat(load(new ListQuery(List.of(), List.of(), "", 1))
                        .rows()
                        .get(0)
                        .rows())
                .hasSize(1);
    }

    @Test
    void onlyDeclaredListsAreUsable() {
        assertThat(lists.usable(person("anna"))).containsExactly(INVOICES);
        declared = Optional.empty();
        assertThat(lists.usable(person("anna"))).isEmpty();
    }

    private final class Invoices implements RecordSource {
        @Override
        public String type() {
            return "invoice";
        }

        @Override
        public Optional<BusinessRecord> find(String id, Asker asker) {
            return Optional.empty();
        }

        @Override
        public Optional<RecordList> list(Asker asker) {
            return declared;
        }

        @Override
        public Optional<ListResult> query(ListQuery query, Asker asker) {
            asked.add(query);
            return Optional.of(result);
        }
    }

    /** Knows single records alone. */
    private static final class Orders implements RecordSource {
        @Override
        public String type() {
            return "order";
        }

        @Override
        public Optional<BusinessRecord> find(String id, Asker asker) {
            return Optional.empty();
        }
    }
}
