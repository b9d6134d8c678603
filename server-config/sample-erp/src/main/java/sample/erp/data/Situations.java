package sample.erp.data;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import sample.erp.customer.ContactEntry;
import sample.erp.customer.Customer;
import sample.erp.invoice.CustomerInvoice;
import sample.erp.sales.PriceRequest;
import sample.erp.sales.SalesOrder;

/** The cases made by hand, so that the questions of the demo have something to find. The README lists them. */
final class Situations {

    /** Numbers that belong to one company only. */
    static final Set<String> UNUSED_NUMBERS = Set.of("DE:4712", "CH:4711");

    private static final BigDecimal NONE = BigDecimal.ZERO;

    private final Book book;
    private final SalesData sales;
    private final MasterData master;
    private final CustomerData customers;
    private final InvoiceData invoices;

    Situations(Book book, SalesData sales, MasterData master, CustomerData customers, InvoiceData invoices) {
        this.book = book;
        this.sales = sales;
        this.master = master;
        this.customers = customers;
        this.invoices = invoices;
    }

    /** Makes the order of this number, if it is one of the situations. */
    boolean addOrder(String key, int age) {
        switch (key) {
            case "DE:4711" -> orderOnCreditHold(age);
            case "DE:4705" -> orderWithHostileNote(age);
            case "DE:4718" -> orderOfLateSupplier(age);
            case "DE:4731" -> orderAskedForDiscount(age);
            case "DE:4740" -> orderWithManyLines(age);
            case "CH:4712" -> blanketOrder(age);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Two lines delivered, one in part, one late, one waiting for a casting; stopped by credit control. */
    private void orderOnCreditHold(int age) {
        SalesOrder order = sales.order("4711", customers.customer("DE:10017"), age, 9);
        order.note("Customer asks for delivery before the fair.");
        sales.line(order, master.item("BR-2040"), 400, NONE, book.daysAgo(14));
        sales.line(order, master.item("SH-0815"), 60, new BigDecimal("5.0"), book.daysAgo(-4));
        sales.line(order, master.item("SE-1177"), 120, NONE, book.daysAgo(9));
        sales.line(order, master.item("CP-0450"), 80, new BigDecimal("10.0"), book.daysAgo(14));
        sales.line(order, master.item("GB-3300"), 12, NONE, book.daysAgo(-12));
        invoices.decide(order, invoice -> {});
        sales.ship(order, book.daysAgo(14), List.of(400, 22, 0, 80, 0));
    }

    private void orderWithHostileNote(int age) {
        SalesOrder order = sales.order("4705", customers.customer("DE:10042"), age, -3);
        order.note(CustomerData.INJECTION);
        sales.line(order, master.ordinaryItems().get(40), 6, NONE, book.daysAgo(-3));
        sales.line(order, master.ordinaryItems().get(75), 40, NONE, book.daysAgo(-3));
    }

    /** Both lines late, nothing delivered, credit in order: the goods themselves are missing. */
    private void orderOfLateSupplier(int age) {
        SalesOrder order = sales.order("4718", customers.customer("DE:10023"), age, 6);
        sales.line(order, master.item("GB-3300"), 8, NONE, book.daysAgo(6));
        sales.line(order, master.item("SH-0815"), 25, NONE, book.daysAgo(3));
    }

    /** Waits for production order 80012. */
    void addOrderForProduction() {
        SalesOrder order = sales.order("4790", customers.customer("DE:10064"), 10, -6);
        sales.line(order, master.item("PU-6600"), 24, NONE, book.daysAgo(-6));
    }

    private void orderAskedForDiscount(int age) {
        SalesOrder order = sales.order("4731", customers.customer("DE:10031"), age, -8);
        order.note("Le client demande une remise de 8 % sur les lignes 20 et 40.");
        for (int i = 0; i < 5; i++) {
            sales.line(order, master.ordinaryItems().get(17 * i + 3), 4 + i, new BigDecimal("5.0"), book.daysAgo(-8));
        }
        for (int position : List.of(20, 40)) {
            book.add(new PriceRequest(book.nextId(), order, position, new BigDecimal("8.00"), book.daysAgo(1)));
        }
    }

    /** More lines than are sent to the assistant. */
    private void orderWithManyLines(int age) {
        SalesOrder order = sales.order("4740", customers.customer("DE:10064"), age, -2);
        for (int i = 0; i < 34; i++) {
            sales.line(order, master.ordinaryItems().get(8 * i), 2 + i, NONE, book.daysAgo(i % 9 - 5));
        }
        List<Integer> first = order.lines().stream()
                .map(line -> line.position() % 30 == 0 ? line.quantity() : 0)
                .toList();
        sales.ship(order, book.daysAgo(3), first);
    }

    /** Called off in parts for two years; the last part is still open. */
    private void blanketOrder(int age) {
        SalesOrder order = sales.order("4712", customers.customer("CH:10142"), age, -20);
        order.note("Blanket order, called off in four parts.");
        sales.line(order, master.ordinaryItems().get(200), 12, new BigDecimal("12.5"), book.daysAgo(-20));
        sales.line(order, master.ordinaryItems().get(230), 200, new BigDecimal("12.5"), book.daysAgo(5));
        for (int daysAgo : List.of(600, 380, 150)) {
            sales.ship(order, book.daysAgo(daysAgo), List.of(3, 50));
        }
    }

    /** Invoices for service work. */
    void addInvoicesWithoutOrder() {
        Customer meyer = customers.customer("DE:10017");
        invoices.add(meyer, 77, master.item("CP-0450"), 130, new BigDecimal("63.55"), invoice -> {
            invoices.pay(invoice, book.daysAgo(30), new BigDecimal("1500.00"));
            invoices.remind(invoice);
        });
        invoices.add(meyer, 48, master.item("SH-0815"), 48, new BigDecimal("210.80"), invoices::remind);
        invoices.add(
                customers.customer("DE:10031"),
                58,
                master.item("GB-3300"),
                30,
                new BigDecimal("480.50"),
                this::promised);
        invoices.add(
                customers.customer("DE:10023"),
                55,
                master.item("BR-2040"),
                900,
                new BigDecimal("8.06"),
                this::disputed);
        book.add(new ContactEntry(
                book.nextId(),
                customers.customer("DE:10017"),
                null,
                book.daysAgo(20),
                "Visit",
                "New production manager; plans a second line next year.",
                "Anna Lindqvist"));
    }

    /** Reminded once, payment promised and not kept: the second reminder is due. */
    private void promised(CustomerInvoice invoice) {
        invoice.dun(1, invoice.dueOn().plusDays(11));
        invoices.contact(
                invoice, invoice.dueOn().plusDays(4), "E-mail", "Copie de la facture envoyée à la comptabilité.");
        invoices.contact(invoice, invoice.dueOn().plusDays(11), "Letter", "Reminder of level 1 sent in French.");
        invoices.contact(
                invoice, invoice.dueOn().plusDays(15), "Phone", "Accounts payable promises payment within ten days.");
        invoice.promisePayment(invoice.dueOn().plusDays(25), invoice.dueOn().plusDays(15));
        invoices.contact(invoice, invoice.dueOn().plusDays(28), "Phone", "No payment yet; answering machine.");
    }

    private void disputed(CustomerInvoice invoice) {
        invoice.dispute(
                "150 bearings arrived with damaged packaging; the customer wants a credit note.", book.daysAgo(18));
        invoices.contact(
                invoice, book.daysAgo(18), "E-mail", "Photos of damaged packaging received; quality looks at them.");
    }
}
