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
import java.time.LocalDate;
import java.util.Map;
import sample.erp.organisation.Person;
import sample.erp.purchasing.SupplierInvoice;
import sample.erp.purchasing.SupplierInvoiceSheet;
import sample.erp.purchasing.SupplierInvoices;

/** The list of supplier invoices and the sheet of one. */
@Path("supplier-invoices")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class SupplierInvoicesResource {

    private static final Map<String, String> SORTS = Map.of(
            "number", "d.number",
            "supplier", "s.name",
            "issued", "d.issuedOn",
            "order", "o.number");

    private final SignedIn signedIn;
    private final SupplierInvoices supplierInvoices;

    @Inject
    public SupplierInvoicesResource(SignedIn signedIn, SupplierInvoices supplierInvoices) {
        this.signedIn = signedIn;
        this.supplierInvoices = supplierInvoices;
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
        PagedQuery<SupplierInvoice> query = new PagedQuery<>(
                        SupplierInvoice.class, "SupplierInvoice d join d.purchaseOrder o join o.supplier s", "d")
                .where("o.organisation.code in :organisations", "organisations", person.organisations());
        if (request.isSearch()) {
            query.where(
                    "(lower(d.number) like :pattern escape '!'"
                            + " or lower(s.name) like :pattern escape '!'"
                            + " or lower(o.number) like :pattern escape '!')",
                    "pattern",
                    request.pattern());
        }
        switch (request.status()) {
            case "PAID" -> query.where("d.paidOn is not null");
            case "OPEN" -> query.where("d.paidOn is null");
            case "HELD" ->
                query.where("d.paidOn is null and exists (select l from SupplierInvoiceLine l where l.invoice = d"
                        + " and (l.quantity > l.orderLine.received or l.price > l.orderLine.price * 1.0204))");
            default -> {}
        }
        return query.page(em, request, SORTS, "d.issuedOn", row -> row(row, person));
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
