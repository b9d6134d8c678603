package sample.erp.screen;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import sample.erp.invoice.CustomerInvoice;
import sample.erp.invoice.CustomerInvoiceSheet;
import sample.erp.invoice.CustomerInvoices;
import sample.erp.invoice.InvoiceStanding;
import sample.erp.invoice.InvoiceStatus;
import sample.erp.organisation.Person;

/** The list of customer invoices and the sheet of one. */
@Path("customer-invoices")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class InvoicesResource {

    private final SignedIn signedIn;
    private final CustomerInvoices invoices;
    private final Clock clock;

    @Inject
    public InvoicesResource(SignedIn signedIn, CustomerInvoices invoices, Clock clock) {
        this.signedIn = signedIn;
        this.invoices = invoices;
        this.clock = clock;
    }

    /** An invoice in the list. */
    public record Row(
            String reference,
            String number,
            String organisation,
            String customer,
            LocalDate issued,
            LocalDate due,
            InvoiceStatus statusCode,
            String status,
            long daysOverdue,
            BigDecimal gross,
            BigDecimal open,
            String currency) {}

    @GET
    public Page<Row> list(@Context SecurityContext security, @BeanParam ListRequest request) {
        return signedIn.read(security, (em, person) -> page(em, person, request));
    }

    @GET
    @Path("{id}")
    public CustomerInvoiceSheet one(@Context SecurityContext security, @PathParam("id") String id) {
        return signedIn.readOne(security, (em, person) -> invoices.find(em, person, id));
    }

    private Page<Row> page(EntityManager em, Person person, ListRequest request) {
        if (!person.role().seesInvoices()) {
            throw ScreenProblem.forbidden("Your role does not see customer invoices.");
        }
        LocalDate today = LocalDate.now(clock);
        return Pages.of(
                em, CustomerInvoices.list(person), request, person, today, invoice -> row(invoice, person, today));
    }

    private static Row row(CustomerInvoice invoice, Person person, LocalDate today) {
        InvoiceStanding standing = InvoiceStanding.of(invoice, today);
        String organisation = invoice.organisation().code();
        return new Row(
                person.reference(organisation, invoice.number()),
                invoice.number(),
                organisation,
                invoice.customer().name(),
                invoice.issuedOn(),
                invoice.dueOn(),
                standing.status(),
                standing.status().label(),
                standing.daysOverdue(),
                invoice.grossAmount(),
                invoice.openAmount(),
                invoice.organisation().currency().getCurrencyCode());
    }
}
