package sample.erp.customer;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import sample.erp.invoice.CustomerInvoice;
import sample.erp.invoice.InvoiceStanding;
import sample.erp.invoice.Payment;
import sample.erp.listing.Listing;
import sample.erp.organisation.DocumentKey;
import sample.erp.organisation.Person;
import sample.erp.sales.SalesOrder;

/** Finds customers and shows them as a person may see them. */
@Singleton
public class Customers {

    private static final Listing<Customer> LIST = new Listing<>(
            Customer.class,
            "Customer c",
            "c",
            "c.organisation",
            List.of("c.number", "c.name", "c.city"),
            Map.of(
                    "number", "c.number",
                    "name", "c.name",
                    "city", "c.city",
                    "country", "c.country",
                    "manager", "c.accountManager",
                    "organisation", "c.organisation.code"),
            Map.of(
                    "OPEN_ORDERS",
                            "exists (select o from SalesOrder o where o.customer = c and o.status in (sample.erp.sales.OrderStatus.OPEN, sample.erp.sales.OrderStatus.PARTIALLY_DELIVERED, sample.erp.sales.OrderStatus.CREDIT_HOLD))",
                    "OVERDUE",
                            "exists (select i from CustomerInvoice i where i.customer = c and i.paidAmount < i.grossAmount and i.dueOn < :today)"),
            Map.of(),
            "c.customerSince desc");

    private final Credit credit;
    private final Clock clock;

    @Inject
    public Customers(Credit credit, Clock clock) {
        this.credit = credit;
        this.clock = clock;
    }

    /** The list of them as the person may use it; whether they may see it at all is the caller's to ask. */
    public static Listing<Customer> list(Person person) {
        return person.role().seesInvoices() ? LIST : LIST.withoutStatus("OVERDUE");
    }

    /** Returns the customer of this number, or nothing if there is none that the person may see. */
    public Optional<CustomerSheet> find(EntityManager em, Person person, String key) {
        return DocumentKey.parse(key)
                .flatMap(parsed -> parsed.organisations(person).stream()
                        .flatMap(organisation -> em.createQuery(
                                        "select c from Customer c where c.organisation.code = :organisation and c.number = :number",
                                        Customer.class)
                                .setParameter("organisation", organisation)
                                .setParameter("number", parsed.number())
                                .getResultStream())
                        .findFirst()
                        .map(customer -> sheet(em, customer, person)));
    }

    private CustomerSheet sheet(EntityManager em, Customer customer, Person person) {
        LocalDate today = LocalDate.now(clock);
        List<SalesOrder> orders = orders(em, customer);
        List<CustomerInvoice> invoices = invoices(em, customer);
        List<SalesOrder> open =
                orders.stream().filter(order -> order.status().isOpen()).toList();
        CreditStanding standing = credit.of(em, customer, today);
        boolean prices = person.role().seesPrices();
        boolean seesCredit = person.role().seesCredit();
        return new CustomerSheet(
                customer.organisation().code(),
                customer.organisation().currency().getCurrencyCode(),
                customer.number(),
                version(customer, orders, invoices),
                seesCredit && !standing.brokenRules().isEmpty() ? "Credit hold" : "Active",
                customer.name(),
                customer.address(),
                customer.contact(),
                customer.accountManager(),
                customer.customerSince(),
                prices ? customer.paymentTermsDays() : null,
                customer.note(),
                seesCredit ? CreditView.of(standing) : null,
                prices ? business(em, customer, invoices, today) : null,
                open.size(),
                open.stream().mapToInt(order -> lateLines(order, today)).sum(),
                open.stream().map(order -> row(order, person, today)).toList(),
                person.role().seesInvoices() ? unpaid(invoices, person, today) : null,
                activities(em, customer, person));
    }

    /** The customer's own version does not move when an order or a payment comes in; the record shown does. */
    private static String version(Customer customer, List<SalesOrder> orders, List<CustomerInvoice> invoices) {
        return customer.version() + "-" + customer.changedAt() + "-" + orders.size() + "-"
                + orders.stream()
                        .map(SalesOrder::changedAt)
                        .max(Comparator.naturalOrder())
                        .map(Object::toString)
                        .orElse("")
                + "-" + invoices.size() + "-"
                + invoices.stream()
                        .map(CustomerInvoice::changedAt)
                        .max(Comparator.naturalOrder())
                        .map(Object::toString)
                        .orElse("");
    }

    private static CustomerSheet.OpenOrder row(SalesOrder order, Person person, LocalDate today) {
        return new CustomerSheet.OpenOrder(
                order.number(),
                person.reference(order.organisation().code(), order.number()),
                order.status().label(),
                order.requestedOn(),
                lateLines(order, today),
                person.role().seesPrices() ? order.netAmount() : null);
    }

    private static int lateLines(SalesOrder order, LocalDate today) {
        return (int) order.lines().stream().filter(line -> line.isLate(today)).count();
    }

    private static List<CustomerSheet.UnpaidInvoice> unpaid(
            List<CustomerInvoice> invoices, Person person, LocalDate today) {
        return invoices.stream()
                .filter(invoice -> invoice.openAmount().signum() > 0)
                .sorted(Comparator.comparing(CustomerInvoice::dueOn))
                .map(invoice -> {
                    InvoiceStanding standing = InvoiceStanding.of(invoice, today);
                    return new CustomerSheet.UnpaidInvoice(
                            invoice.number(),
                            person.reference(invoice.organisation().code(), invoice.number()),
                            standing.status().label(),
                            invoice.dueOn(),
                            standing.daysOverdue(),
                            invoice.dunningLevel(),
                            invoice.openAmount());
                })
                .toList();
    }

    private static CustomerSheet.Business business(
            EntityManager em, Customer customer, List<CustomerInvoice> invoices, LocalDate today) {
        BigDecimal last = invoiced(invoices, today.minusDays(365), today);
        BigDecimal before = invoiced(invoices, today.minusDays(730), today.minusDays(365));
        BigDecimal trend = before.signum() == 0
                ? null
                : last.subtract(before).movePointRight(2).divide(before, 1, RoundingMode.HALF_UP);
        return new CustomerSheet.Business(last, before, trend, averageDaysToPay(em, customer, today));
    }

    /** What was invoiced after one day, up to and on another. */
    private static BigDecimal invoiced(List<CustomerInvoice> invoices, LocalDate after, LocalDate until) {
        return invoices.stream()
                .filter(invoice ->
                        invoice.issuedOn().isAfter(after) && !invoice.issuedOn().isAfter(until))
                .map(CustomerInvoice::netAmount)
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    private static @Nullable Integer averageDaysToPay(EntityManager em, Customer customer, LocalDate today) {
        OptionalDouble average = em.createQuery(
                        "select p from Payment p join fetch p.invoice i where i.customer = :customer and p.paidOn > :since",
                        Payment.class)
                .setParameter("customer", customer)
                .setParameter("since", today.minusDays(365))
                .getResultStream()
                .mapToLong(payment -> ChronoUnit.DAYS.between(payment.invoice().issuedOn(), payment.paidOn()))
                .average();
        return average.isPresent() ? (int) Math.round(average.getAsDouble()) : null;
    }

    private static List<SalesOrder> orders(EntityManager em, Customer customer) {
        return em.createQuery(
                        "select o from SalesOrder o where o.customer = :c order by o.requestedOn", SalesOrder.class)
                .setParameter("c", customer)
                .setHint("eclipselink.batch", "o.lines")
                .getResultList();
    }

    private static List<CustomerInvoice> invoices(EntityManager em, Customer customer) {
        return em.createQuery(
                        "select i from CustomerInvoice i where i.customer = :c order by i.issuedOn desc",
                        CustomerInvoice.class)
                .setParameter("c", customer)
                .getResultList();
    }

    /** Entries about invoices are shown to those who see invoices. */
    private static List<CustomerSheet.Activity> activities(EntityManager em, Customer customer, Person person) {
        return em.createQuery(
                        "select e from ContactEntry e where e.customer = :c order by e.contactedOn desc, e.id desc",
                        ContactEntry.class)
                .setParameter("c", customer)
                .getResultStream()
                .filter(entry -> entry.invoiceNumber() == null || person.role().seesInvoices())
                .map(entry -> new CustomerSheet.Activity(
                        entry.contactedOn(), entry.channel(), entry.summary(), entry.employee()))
                .toList();
    }
}
