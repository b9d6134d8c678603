package sample.erp.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sample.erp.customer.ContactEntry;
import sample.erp.customer.Customer;
import sample.erp.invoice.CustomerInvoice;
import sample.erp.invoice.CustomerInvoiceLine;
import sample.erp.invoice.InvoiceStanding;
import sample.erp.invoice.Payment;
import sample.erp.sales.Delivery;
import sample.erp.sales.DeliveryLine;
import sample.erp.sales.SalesOrder;
import sample.erp.stock.Item;

/** Invoices for deliveries, numbered by company in the order of their dates, and what customers paid. */
final class InvoiceData {

    /** The ranges of the companies overlap: late German numbers are early Swiss ones. */
    private static final Map<String, Integer> FIRST_NUMBER = Map.of("DE", 86_501, "CH", 88_001);

    private record Position(Item item, int quantity, BigDecimal netPrice) {}

    private record Draft(
            Customer customer,
            @Nullable SalesOrder order,
            LocalDate issuedOn,
            List<Position> positions,
            @Nullable Consumer<CustomerInvoice> fate) {}

    private final Book book;
    private final MasterData master;
    private final SplittableRandom random = new SplittableRandom(41);
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<SalesOrder, Consumer<CustomerInvoice>> fates = new HashMap<>();
    private final Set<Customer> latePayers = new HashSet<>();

    InvoiceData(Book book, MasterData master) {
        this.book = book;
        this.master = master;
    }

    /** Decides by hand what happens to the invoices of an order. Call before its deliveries. */
    void decide(SalesOrder order, Consumer<CustomerInvoice> fate) {
        fates.put(order, fate);
    }

    void delivered(Delivery delivery) {
        SalesOrder order = delivery.salesOrder();
        List<Position> positions = new ArrayList<>();
        for (DeliveryLine line : delivery.lines()) {
            positions.add(new Position(
                    line.orderLine().item(), line.quantity(), line.orderLine().netPrice()));
        }
        LocalDate issuedOn = delivery.shippedOn().isBefore(book.today())
                ? delivery.shippedOn().plusDays(1)
                : delivery.shippedOn();
        drafts.add(new Draft(order.customer(), order, issuedOn, positions, fates.get(order)));
    }

    /** Adds an invoice for one item that was sold without an order of this company's books, such as a repair. */
    void add(Customer customer, int age, Item item, int quantity, BigDecimal price, Consumer<CustomerInvoice> fate) {
        drafts.add(new Draft(customer, null, book.daysAgo(age), List.of(new Position(item, quantity, price)), fate));
    }

    void fill() {
        Map<String, Integer> next = new HashMap<>(FIRST_NUMBER);
        drafts.sort(Comparator.comparing(Draft::issuedOn));
        for (Draft draft : drafts) {
            String organisation = draft.customer().organisation().code();
            int number = next.merge(organisation, 1, Integer::sum) - 1;
            CustomerInvoice invoice = invoice(draft, String.valueOf(number));
            if (draft.fate() == null) {
                payAsUsual(invoice);
            } else {
                draft.fate().accept(invoice);
            }
        }
    }

    private CustomerInvoice invoice(Draft draft, String number) {
        boolean domestic = draft.customer()
                .address()
                .country()
                .equals(draft.customer().organisation().country());
        BigDecimal tax = domestic ? draft.customer().organisation().taxPercent() : BigDecimal.ZERO;
        CustomerInvoice invoice = book.add(
                new CustomerInvoice(book.nextId(), number, draft.customer(), draft.order(), draft.issuedOn(), tax));
        for (Position position : draft.positions()) {
            invoice.add(new CustomerInvoiceLine(
                    book.nextId(),
                    invoice,
                    10 * (invoice.lines().size() + 1),
                    position.item(),
                    position.quantity(),
                    position.netPrice()));
        }
        return invoice;
    }

    private void payAsUsual(CustomerInvoice invoice) {
        int kind = random.nextInt(100);
        long age = ChronoUnit.DAYS.between(invoice.dueOn(), book.today());
        if (kind < 5 && age < 70) {
            remind(invoice);
            return;
        }
        int delay = kind < 12 ? 12 + random.nextInt(30) : random.nextInt(14) - 9;
        LocalDate paidOn = invoice.dueOn().plusDays(delay);
        if (paidOn.isBefore(invoice.issuedOn())) {
            paidOn = invoice.issuedOn().plusDays(3);
        }
        if (paidOn.isAfter(book.today())) {
            remind(invoice);
        } else {
            pay(invoice, paidOn, invoice.grossAmount());
        }
    }

    /** Notes a payment. */
    void pay(CustomerInvoice invoice, LocalDate paidOn, BigDecimal amount) {
        Payment payment = book.add(new Payment(book.nextId(), invoice, paidOn, amount));
        invoice.pay(payment);
    }

    /** Sends the reminders that are due by now, each with an entry in the customer's history. */
    void remind(CustomerInvoice invoice) {
        long overdue = ChronoUnit.DAYS.between(invoice.dueOn(), book.today());
        for (int level = 1; level <= InvoiceStanding.levelDue(overdue - 2); level++) {
            LocalDate on = InvoiceStanding.dunnedOn(invoice.dueOn(), level).plusDays(2);
            invoice.dun(level, on);
            contact(
                    invoice,
                    on,
                    "Letter",
                    "Reminder of level " + level + " sent for invoice " + invoice.number() + ".");
        }
        if (overdue > 14 && latePayers.add(invoice.customer())) {
            contact(
                    invoice,
                    invoice.dueOn().plusDays(14),
                    "Phone",
                    "Accounts payable says the invoice waits for approval; they will call back.");
        }
    }

    void contact(CustomerInvoice invoice, LocalDate on, String channel, String summary) {
        book.add(new ContactEntry(
                book.nextId(),
                invoice.customer(),
                invoice.number(),
                on,
                channel,
                summary,
                master.employee(
                        invoice.organisation(), "Accounting", invoice.number().hashCode())));
    }
}
