package sample.erp.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.SecurityContext;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sample.erp.customer.Credit;
import sample.erp.customer.Customers;
import sample.erp.data.DemoDatabase;
import sample.erp.invoice.CustomerInvoices;
import sample.erp.organisation.Staff;
import sample.erp.sales.SalesOrders;
import sample.erp.sales.Supply;

class ListsTest {

    private final SignedIn signedIn = new SignedIn(DemoDatabase.get(), new Staff());
    private final SalesOrdersResource orders = new SalesOrdersResource(
            signedIn, new SalesOrders(new Supply(), new Credit(), DemoDatabase.CLOCK), DemoDatabase.CLOCK);
    private final InvoicesResource invoices =
            new InvoicesResource(signedIn, new CustomerInvoices(DemoDatabase.CLOCK), DemoDatabase.CLOCK);
    private final CustomersResource customers =
            new CustomersResource(signedIn, new Customers(new Credit(), DemoDatabase.CLOCK), DemoDatabase.CLOCK);

    @Test
    void pagesHaveTwentyFiveRowsAndTheLastOneTheRest() {
        Page<SalesOrdersResource.Row> first = orders.list(login("anna"), all());
        Page<SalesOrdersResource.Row> last = orders.list(login("anna"), new ListRequest("", "", "", false, 55));

        assertThat(first.total()).isEqualTo(1400);
        assertThat(first.rows()).hasSize(25);
        assertThat(last.rows()).hasSize(25);
        assertThat(first.rows().get(0).ordered()).isAfter(last.rows().get(0).ordered());
    }

    @Test
    void annaSeesHerCompanyAndCarlBoth() {
        assertThat(orders.list(login("carl"), all()).total()).isEqualTo(2079);
        assertThat(orders.list(login("anna"), search("4712")).rows())
                .extracting(SalesOrdersResource.Row::organisation)
                .containsOnly("DE");
        assertThat(orders.list(login("carl"), search("4712")).rows())
                .extracting(SalesOrdersResource.Row::reference)
                .contains("CH:4712");
    }

    @ParameterizedTest
    @ValueSource(strings = {"meyer masch", "MEYER", " Maschinenbau GmbH "})
    void searchingIgnoresCaseAndSpacesAround(String text) {
        assertThat(customers.list(login("anna"), search(text)).rows())
                .extracting(CustomersResource.Row::name)
                .contains("Meyer Maschinenbau GmbH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "!", "' or 1=1 --"})
    void whatIsTypedIsNoPatternAndNoQuery(String text) {
        assertThat(orders.list(login("anna"), search(text)).rows()).isEmpty();
    }

    @Test
    void rowsAreSortedByTheColumnAskedFor() {
        List<SalesOrdersResource.Row> rows = orders.list(login("anna"), new ListRequest("", "", "net", true, 0))
                .rows();

        assertThat(rows).extracting(SalesOrdersResource.Row::net).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void anUnknownColumnChangesNothing() {
        assertThat(orders.list(login("anna"), new ListRequest("", "", "o.customer.iban", false, 0)))
                .isEqualTo(orders.list(login("anna"), all()));
    }

    @Test
    void theWarehouseSeesNoAmountsAndCannotSortByThem() {
        Page<SalesOrdersResource.Row> sorted = orders.list(login("vera"), new ListRequest("", "", "net", true, 0));

        assertThat(sorted.rows()).extracting(SalesOrdersResource.Row::net).containsOnlyNulls();
        assertThat(sorted).isEqualTo(orders.list(login("vera"), all()));
    }

    @Test
    void lateOrdersAreOpenOnesWithALateLine() {
        assertThat(orders.list(login("anna"), new ListRequest("", "LATE", "", false, 0))
                        .rows())
                .extracting(SalesOrdersResource.Row::number)
                .contains("4711", "4718", "4740");
        assertThat(orders.list(login("anna"), new ListRequest("", "LATE", "", false, 0))
                        .rows())
                .allMatch(row -> row.late() && row.statusCode().isOpen());
    }

    @ParameterizedTest
    @CsvSource({"OPEN", "OVERDUE", "DISPUTED", "PAID"})
    void invoicesAreFilteredByTheStatusTheyShow(String status) {
        Page<InvoicesResource.Row> page = invoices.list(login("carl"), new ListRequest("", status, "", false, 0));

        assertThat(page.rows())
                .isNotEmpty()
                .allMatch(row -> row.statusCode().name().equals(status))
                .allMatch(row ->
                        row.statusCode().name().equals("PAID") == (row.open().compareTo(BigDecimal.ZERO) == 0));
    }

    @Test
    void theWarehouseHasNoListOfInvoices() {
        assertThatThrownBy(() -> invoices.list(login("vera"), all()))
                .isInstanceOf(ScreenProblem.class)
                .hasFieldOrPropertyWithValue("status", 403)
                .hasMessage("Your role does not see customer invoices.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4712", "999999", "%2e%2e"})
    void missingAndForbiddenRecordsAnswerTheSame(String id) {
        assertThatThrownBy(() -> orders.one(login("anna"), id))
                .isInstanceOf(ScreenProblem.class)
                .hasFieldOrPropertyWithValue("status", 404)
                .hasMessage("This record does not exist, or you may not see it.");
    }

    @Test
    void aLoginWithoutRightsIsToldSo() {
        assertThatThrownBy(() -> orders.list(login("eve"), all()))
                .isInstanceOf(ScreenProblem.class)
                .hasFieldOrPropertyWithValue("status", 403)
                .hasMessage("This login has no rights in the ERP.");
    }

    private static ListRequest all() {
        return search("");
    }

    private static ListRequest search(String text) {
        return new ListRequest(text, "", "", false, 0);
    }

    private static SecurityContext login(String name) {
        return new SecurityContext() {
            @Override
            public Principal getUserPrincipal() {
                return () -> name;
            }

            @Override
            public boolean isUserInRole(String role) {
                return false;
            }

            @Override
            public boolean isSecure() {
                return false;
            }

            @Override
            public String getAuthenticationScheme() {
                return FORM_AUTH;
            }
        };
    }
}
