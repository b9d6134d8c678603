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
import sample.erp.organisation.Person;
import sample.erp.purchasing.SupplierInvoice;
import sample.erp.purchasing.SupplierInvoiceSheet;
import sample.erp.purchasing.SupplierInvoices;

/** The list of supplier invoices and the sheet of one. */
@Path("supplier-invoices")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class SupplierInvoicesResource {

    private final SignedIn signedIn;
    private final SupplierInvoices supplierInvoices;
    private final Clock clock;

    @Inject
    public SupplierInvoicesResource(SignedIn signedIn, SupplierInvoices supplierInvoices, Clock clock) {
        this.signedIn = signedIn;
        this.supplierInvoices = supplierInvoices;
        this.clock = clock;
    }

    /** A supplier invoice in the list. */
    public record Row(
            String reference,
            String number,
            String organisation,
            String supplier,
            String order,
            LocalDate issued,
            LocalDate due,
            String statusCode,
            String status,
            BigDecimal net,
            String currency) {}

    @GET
    public Page<Row> list(@Context SecurityContext security, @BeanParam ListRequest request) {
        return signedIn.read(security, (em, person) -> page(em, person, request));
    }

    @GET
    @Path("{id}")
    public SupplierInvoiceSheet one(@Context SecurityContext security, @PathParam("id") String id) {
        return signedIn.readOne(security, (em, person) -> supplierInvoices.find(em, person, id));
    }

    private Page<Row> page(EntityManager em, Person person, ListRequest request) {
        if (!person.role().seesPurchasing()) {
            throw ScreenProblem.forbidden("Your role does not see supplier invoices.");
        }
        return Pages.of(
                em, SupplierInvoices.list(person), request, person, LocalDate.now(clock), row -> row(row, person));
    }

    private static Row row(SupplierInvoice row, Person person) {
        String organisation = row.purchaseOrder().organisation().code();
        return new Row(
                person.reference(organisation, row.number()),
                row.number(),
                organisation,
                row.purchaseOrder().supplier().name(),
                row.purchaseOrder().number(),
                row.issuedOn(),
                row.dueOn(),
                SupplierInvoices.statusCode(row),
                SupplierInvoices.status(row),
                row.netAmount(),
                row.purchaseOrder().organisation().currency().getCurrencyCode());
    }
}
