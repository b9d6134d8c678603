package sample.erp.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sample.erp.customer.Credit;
import sample.erp.customer.Customers;
import sample.erp.data.DemoDatabase;
import sample.erp.ledger.LedgerAccounts;
import sample.erp.organisation.Staff;
import sample.erp.payment.PaymentRuns;
import sample.erp.production.ProductionOrders;
import sample.erp.purchasing.PurchaseOrders;
import sample.erp.purchasing.SupplierInvoices;
import sample.erp.purchasing.Suppliers;
import sample.erp.sales.Deliveries;
import sample.erp.stock.Items;

class MoreListsTest {

    private static final Clock CLOCK = DemoDatabase.CLOCK;
    private final SignedIn signedIn = new SignedIn(DemoDatabase.get(), new Staff());

    private final Map<String, BiFunction<SecurityContext, ListRequest, Page<?>>> lists = Map.of(
            "deliveries", new DeliveriesResource(signedIn, new Deliveries(), CLOCK)::list,
            "items", new ItemsResource(signedIn, new Items(CLOCK), CLOCK)::list,
            "purchase-orders", new PurchaseOrdersResource(signedIn, new PurchaseOrders(CLOCK), CLOCK)::list,
            "supplier-invoices", new SupplierInvoicesResource(signedIn, new SupplierInvoices(CLOCK), CLOCK)::list,
            "suppliers", new SuppliersResource(signedIn, new Suppliers(CLOCK), CLOCK)::list,
            "production-orders", new ProductionOrdersResource(signedIn, new ProductionOrders(CLOCK), CLOCK)::list,
            "ledger-accounts", new LedgerAccountsResource(signedIn, new LedgerAccounts(CLOCK), CLOCK)::list,
            "payment-runs", new PaymentRunsResource(signedIn, new PaymentRuns(CLOCK), CLOCK)::list);

    private Page<?> list(String name, String login, String search, String status) {
        return Objects.requireNonNull(lists.get(name), name)
                .apply(login(login), new ListRequest(search, status, "number", false, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "deliveries, anna, DN60001, 1",
        "items, vera, GB-3300, 1",
        "items, vera, servo, 1",
        "purchase-orders, bert, 45305, 1",
        "supplier-invoices, carl, ER5001, 1",
        "suppliers, bert, 70001, 1",
        "production-orders, paul, 80012, 1",
        "ledger-accounts, carl, 6200, 2",
        "payment-runs, carl, 9031, 1"
    })
    void aSearchFindsWithinThePersonsCompanies(String name, String login, String search, int rows) {
        assertThat(list(name, login, search, "").total()).isEqualTo(rows);
        assertThat(list(name, login, "' or 1=1 --", "").total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"items", "suppliers", "ledger-accounts"})
    void whatHasANumberForLongComesByItIfNothingElseIsWanted(String name) {
        Page<?> page = Objects.requireNonNull(lists.get(name), name)
                .apply(login("carl"), new ListRequest("", "", "", false, 0));

        assertThat(page.rows())
                .hasSizeGreaterThan(10)
                .extracting("number")
                .isSortedAccordingTo(Comparator.comparing(Object::toString));
    }

    @ParameterizedTest
    @CsvSource({
        "deliveries, LATE",
        "deliveries, WEEK",
        "items, LOW",
        "purchase-orders, APPROVAL",
        "purchase-orders, OPEN",
        "purchase-orders, OVERDUE",
        "supplier-invoices, OPEN",
        "supplier-invoices, HELD",
        "supplier-invoices, PAID",
        "suppliers, CONTRACTS",
        "suppliers, ACCOUNT",
        "production-orders, PLANNED",
        "production-orders, FINISHED",
        "production-orders, LATE",
        "payment-runs, PROPOSED",
        "payment-runs, RELEASED"
    })
    void aFilterLeavesSomeAndNotAll(String name, String status) {
        assertThat(list(name, "carl", "", status).total())
                .isPositive()
                .isLessThan(list(name, "carl", "", "").total());
    }

    @ParameterizedTest
    @CsvSource({
        "purchase-orders",
        "supplier-invoices",
        "suppliers",
        "production-orders",
        "ledger-accounts",
        "payment-runs"
    })
    void theWarehouseIsToldWhichListsItDoesNotSee(String name) {
        assertThatThrownBy(() -> list(name, "vera", "", ""))
                .isInstanceOf(ScreenProblem.class)
                .hasFieldOrPropertyWithValue("status", 403)
                .hasMessageStartingWith("Your role does not see ");
    }

    @Test
    void aNoteIsWrittenByAScriptOfTheScreensAndByWhoSeesTheRecord() {
        CustomersResource customers = new CustomersResource(signedIn, new Customers(new Credit(), CLOCK), CLOCK);

        customers.note(login("anna"), "erp", "10005", "  Called today.  ");

        assertThat(customers.one(login("anna"), "10005").note()).isEqualTo("Called today.");
        assertThatThrownBy(() -> customers.note(login("anna"), null, "10005", "x"))
                .hasFieldOrPropertyWithValue("status", 403);
        assertThatThrownBy(() -> customers.note(login("anna"), "erp", "CH:10142", "x"))
                .hasFieldOrPropertyWithValue("status", 404);
        assertThatThrownBy(() -> customers.note(login("anna"), "erp", "10005", "x".repeat(Notes.MAX_LENGTH + 1)))
                .hasMessage("A note has at most 2000 characters.");
        assertThat(customers.one(login("anna"), "10005").note()).isEqualTo("Called today.");
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
