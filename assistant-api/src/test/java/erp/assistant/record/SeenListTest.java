package erp.assistant.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.record.ListColumn.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SeenListTest {

    private static final List<String> NUMBERS = List.of("4711", "4712");

    /** What the source does wrong in a test; carl may see net amounts, vera may not, and eve nothing at all. */
    private boolean netIsSorted;

    private boolean netIsFilled;
    private boolean netIsAdded;
    private boolean listsForbiddenRows;

    private final RecordRehearsal orders = RecordRehearsal.of(new Orders());

    private final class Orders implements RecordSource {
        @Override
        public String type() {
            return "order";
        }

        @Override
        public Optional<BusinessRecord> find(String id, Asker asker) {
            return NUMBERS.contains(id) && (asker.hasRole("controller") || id.equals("4711"))
                    ? Optional.of(BusinessRecord.of(new RecordRef("order", id), "Order " + id)
                            .build())
                    : Optional.empty();
        }

        @Override
        public Optional<RecordList> list(Asker asker) {
            if (asker.name().equals("eve")) {
                return Optional.empty();
            }
            boolean usable = netIsSorted || asker.hasRole("controller");
            ListColumn net = ListColumn.of("net", "Net", Kind.MONEY);
            return Optional.of(new RecordList(
                    "order",
                    "Orders",
                    List.of(
                            ListColumn.of("number", "Order", Kind.TEXT).usable().grouping(),
                            ListColumn.of("bank", "Bank", Kind.TEXT).as(Sensitivity.SECRET),
                            usable
                                    ? net.usable().with(ListAggregate.SUM, ListAggregate.MAX)
                                    : netIsAdded ? net.with(ListAggregate.MAX) : net)));
        }

        @Override
        public Optional<ListResult> query(ListQuery query, Asker asker) {
            boolean controller = asker.hasRole("controller");
            List<String> shown = controller || listsForbiddenRows ? NUMBERS : NUMBERS.subList(0, 1);
            return Optional.of(new ListResult(
                    shown.stream()
                            .map(number -> row(number, controller || netIsFilled))
                            .toList(),
                    shown.size(),
                    controller || netIsAdded
                            ? List.of(
                                    Field.of("net", "", new Value.Quantity(BigDecimal.TEN, "")),
                                    Field.of("netMax", "", new Value.Quantity(BigDecimal.ONE, "")))
                            : List.of(),
                    query.groupBy().isEmpty() ? List.of() : List.of(row("1", controller)),
                    Instant.EPOCH,
                    ""));
        }

        private Rows.Row row(String number, boolean withNet) {
            List<Field> cells = new ArrayList<>(List.of(
                    Field.of("number", "", new Value.Text(number)).linkedTo(new RecordRef("order", number)),
                    Field.of("bank", "", new Value.Text("DE02")),
                    Field.of("undeclared", "", new Value.Text("x"))));
            cells.add(Field.of("net", "", withNet ? new Value.Quantity(BigDecimal.ONE, "") : new Value.Missing()));
            return new Rows.Row(number, cells);
        }

        @Override
        public List<Withheld> withheldFromList(Asker asker) {
            return asker.hasRole("controller")
                    ? List.of()
                    : List.of(new Withheld("net", "Net", "needs the role controller"));
        }
    }

    private SeenList vera() {
        return orders.as("vera", "warehouse").lists();
    }

    @Test
    void aRoleIsShownItsRowsColumnsAndFigures() {
        orders.as("carl", "controller")
                .lists()
                .shows("number", "net")
                .showsFigures("net", "netMax")
                .hasRows("4711", "4712")
                .opensItsRows();
        vera().shows("number").hides("net").hasRows("4711").lacksRows("4712").opensItsRows();
        assertThat(vera().withheld()).containsExactly(new Withheld("net", "Net", "needs the role controller"));
        orders.as("eve").lists().isNotAvailable();
    }

    @Test
    void whatIsSecretOrNotDeclaredIsNeverShown() {
        SeenList carl = orders.as("carl", "controller").lists();

        assertThat(carl.columns()).containsExactly("number", "net");
        carl.hides("bank", "undeclared");
    }

    @Test
    void eachWayToLearnOfAHiddenColumnIsNamed() {
        netIsSorted = true;
        assertFailure(() -> vera().hides("net"), "vera, who lists order, can learn of net by filtering, sorting");
        netIsSorted = false;
        netIsFilled = true;
        assertFailure(() -> vera().hides("net"), "vera, who lists order, can learn of net by rows");
        netIsFilled = false;
        netIsAdded = true;
        assertFailure(() -> vera().hides("net"), "vera, who lists order, can learn of net by figures");
    }

    @Test
    void groupsTellOfTheColumnTheyAreMadeBy() {
        ListQuery byNumber = new ListQuery(List.of(), List.of(), "number", 10);

        assertFailure(
                () -> orders.as("carl", "controller").lists(byNumber).hides("number"),
                "carl, who lists order, can learn of number by rows, groups, filtering, sorting, grouping");
    }

    @Test
    void aRowThatThePersonCannotOpenIsOneTooMany() {
        listsForbiddenRows = true;

        assertFailure(
                () -> vera().opensItsRows(), "vera, who lists order, is shown a row of order/4712 and cannot open it");
        assertFailure(() -> vera().lacksRows("4712"), "vera, who lists order, is shown the row 4712");
    }

    @Test
    void whatDoesNotHoldSaysWhatIsShown() {
        assertFailure(() -> vera().shows("net"), "vera, who lists order, is shown no value of net, but of [number]");
        assertFailure(() -> vera().showsFigures("net"), "vera, who lists order, is shown no figure net, but []");
        assertFailure(() -> vera().hasRows("4712"), "vera, who lists order, is not shown the row 4712, but [4711]");
        assertFailure(() -> vera().isNotAvailable(), "vera, who lists order, is shown the list, with [4711]");
        SeenList eve = orders.as("eve").lists();
        assertFailure(() -> eve.hides("net"), "eve, who lists order, has no list in which to hide anything");
        assertFailure(() -> eve.lacksRows("1"), "eve, who lists order, has no list that could lack rows");
        assertFailure(
                () -> eve.opensItsRows(),
                "eve, who lists order, is shown no row that names a record of the type order");
    }

    @Test
    void aQueryIsCutAndRefusedAsByTheAssistant() {
        ListQuery one = new ListQuery(List.of(), List.of(), "", 1);
        ListQuery byNet = new ListQuery(List.of(), List.of(ListSort.of("net")), "", 10);

        SeenList first = orders.as("carl", "controller").lists(one);
        assertThat(first.rows()).containsExactly("4711");
        assertFailure(
                () -> first.lacksRows("4712"),
                "carl, who lists order, is shown 1 of 2 rows: filter for those that should be lacking");
        assertThat(orders.as("carl", "controller").lists(byNet).rows()).hasSize(2);
        assertThatThrownBy(() -> orders.as("vera", "warehouse").lists(byNet))
                .isInstanceOf(ListQueryException.class)
                .hasMessageContaining("cannot be sorted by 'net'");
    }

    private static void assertFailure(ThrowingCallable assertion, String message) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessage(message);
    }
}
