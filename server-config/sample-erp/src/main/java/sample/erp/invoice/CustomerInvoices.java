package sample.erp.invoice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sample.erp.customer.ContactEntry;
import sample.erp.listing.Listing;
import sample.erp.organisation.DocumentKey;
import sample.erp.organisation.Person;
import sample.erp.sales.SalesOrder;

/** Finds customer invoices and shows them as a person may see them. */
@Singleton
public class CustomerInvoices {

    private static final Listing<CustomerInvoice> LIST = new Listing<>(
            CustomerInvoice.class,
            "CustomerInvoice i join i.customer c",
            "i",
            "i.organisation",
            List.of("i.number", "c.name"),
            Map.of(
                    "number", "i.number",
                    "customer", "c.name",
                    "organisation", "i.organisation.code",
                    "issued", "i.issuedOn",
                    "due", "i.dueOn",
                    "gross", "i.grossAmount",
                    "open", "(i.grossAmount - i.paidAmount)",
                    "dunningLevel", "i.dunningLevel"),
            Map.of(
                    "PAID", "i.paidAmount >= i.grossAmount",
                    "DISPUTED", "i.paidAmount < i.grossAmount and i.dispute is not null",
                    "OPEN", "i.paidAmount < i.grossAmount and i.dispute is null and i.dueOn >= :today",
                    "OVERDUE", "i.paidAmount < i.grossAmount and i.dispute is null and i.dueOn < :today"),
            Map.of(),
            "i.issuedOn desc");

    private final Clock clock;

    @Inject
    public CustomerInvoices(Clock clock) {
        this.clock = clock;
    }

    /** The list of them as the person may use it; whether they may see it at all is the caller's to ask. */
    public static Listing<CustomerInvoice> list(Person person) {
        return LIST;
    }

    /** Returns the invoice of this number, or nothing if there is none that the person may see. */
    public Optional<CustomerInvoiceSheet> find(EntityManager em, Person person, String key) {
        if (!person.role().seesInvoices()) {
            return Optional.empty();
        }
        return DocumentKey.parse(key)
                .flatMap(parsed -> parsed.organisations(person).stream()
                        .flatMap(organisation -> em.createQuery(
                                        "select i from CustomerInvoice i join fetch i.customer"
                                                + " where i.organisation.code = :organisation and i.number = :number",
                                        CustomerInvoice.class)
                                .setParameter("organisation", organisation)
                                .setParameter("number", parsed.number())
                                .getResultStream())
                        .findFirst()
                        .map(invoice -> sheet(em, invoice, person)));
    }

    private CustomerInvoiceSheet sheet(EntityManager em, CustomerInvoice invoice, Person person) {
        LocalDate today = LocalDate.now(clock);
        InvoiceStanding standing = InvoiceStanding.of(invoice, today);
        SalesOrder order = invoice.salesOrder();
        String organisation = invoice.organisation().code();
        LocalDate promised = invoice.promisedPaymentOn();
        return new CustomerInvoiceSheet(
                organisation,
                invoice.organisation().currency().getCurrencyCode(),
                invoice.number(),
                invoice.version() + "-" + invoice.changedAt(),
                standing.status(),
                standing.status().label(),
                invoice.customer().number(),
                person.reference(organisation, invoice.customer().number()),
                invoice.customer().name(),
                invoice.customer().address().language(),
                order == null ? null : order.number(),
                order == null ? null : person.reference(organisation, order.number()),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.customer().paymentTermsDays(),
                invoice.netAmount(),
                invoice.taxPercent(),
                invoice.grossAmount().subtract(invoice.netAmount()),
                invoice.grossAmount(),
                invoice.paidAmount(),
                invoice.openAmount(),
                standing.daysOverdue(),
                invoice.dunningLevel(),
                invoice.dunnedOn(),
                standing.nextStep(),
                standing.nextStepOn(),
                standing.interest(),
                promised,
                promised != null
                        && promised.isBefore(today)
                        && invoice.openAmount().signum() > 0,
                invoice.dispute(),
                invoice.lines().stream().map(CustomerInvoices::line).toList(),
                payments(em, invoice),
                contacts(em, invoice));
    }

    private static CustomerInvoiceSheet.Line line(CustomerInvoiceLine line) {
        return new CustomerInvoiceSheet.Line(
                line.position(),
                line.item().number(),
                line.item().name(),
                line.item().unit(),
                line.quantity(),
                line.netPrice(),
                line.amount());
    }

    private static List<CustomerInvoiceSheet.Receipt> payments(EntityManager em, CustomerInvoice invoice) {
        return em.createQuery("select p from Payment p where p.invoice = :i order by p.paidOn", Payment.class)
                .setParameter("i", invoice)
                .getResultStream()
                .map(payment -> new CustomerInvoiceSheet.Receipt(payment.paidOn(), payment.amount()))
                .toList();
    }

    private static List<CustomerInvoiceSheet.Talk> contacts(EntityManager em, CustomerInvoice invoice) {
        return em.createQuery(
                        "select c from ContactEntry c where c.customer = :customer and c.invoiceNumber = :number"
                                + " order by c.contactedOn desc, c.id desc",
                        ContactEntry.class)
                .setParameter("customer", invoice.customer())
                .setParameter("number", invoice.number())
                .getResultStream()
                .map(entry -> new CustomerInvoiceSheet.Talk(
                        entry.contactedOn(), entry.channel(), entry.summary(), entry.employee()))
                .toList();
    }
}
