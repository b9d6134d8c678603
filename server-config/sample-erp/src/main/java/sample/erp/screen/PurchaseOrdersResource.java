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
import sample.erp.purchasing.Approval;
import sample.erp.purchasing.LineStanding;
import sample.erp.purchasing.PurchaseOrder;
import sample.erp.purchasing.PurchaseOrderSheet;
import sample.erp.purchasing.PurchaseOrders;

/** The list of purchase orders and the sheet of one. */
@Path("purchase-orders")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class PurchaseOrdersResource {

    private final SignedIn signedIn;
    private final PurchaseOrders purchaseOrders;
    private final Clock clock;

    @Inject
    public PurchaseOrdersResource(SignedIn signedIn, PurchaseOrders purchaseOrders, Clock clock) {
        this.signedIn = signedIn;
        this.purchaseOrders = purchaseOrders;
        this.clock = clock;
    }

    /** A purchase order in the list. */
    public record Row(
            String reference,
            String number,
            String organisation,
            String supplier,
            LocalDate ordered,
            String buyer,
            String status,
            int overdueLines,
            BigDecimal net,
            String currency) {}

    @GET
    public Page<Row> list(@Context SecurityContext security, @BeanParam ListRequest request) {
        return signedIn.read(security, (em, person) -> page(em, person, request));
    }

    @GET
    @Path("{id}")
    public PurchaseOrderSheet one(@Context SecurityContext security, @PathParam("id") String id) {
        return signedIn.readOne(security, (em, person) -> purchaseOrders.find(em, person, id));
    }

    private Page<Row> page(EntityManager em, Person person, ListRequest request) {
        if (!person.role().seesPurchasing()) {
            throw ScreenProblem.forbidden("Your role does not see purchase orders.");
        }
        LocalDate today = LocalDate.now(clock);
        return Pages.of(em, PurchaseOrders.list(person), request, person, today, row -> row(row, person, today));
    }

    private static Row row(PurchaseOrder row, Person person, LocalDate today) {
        String organisation = row.organisation().code();
        int overdue = (int) row.lines().stream()
                .filter(line -> LineStanding.of(line, today).isOverdue())
                .count();
        return new Row(
                person.reference(organisation, row.number()),
                row.number(),
                organisation,
                row.supplier().name(),
                row.orderedOn(),
                row.buyer(),
                Approval.status(row, overdue > 0),
                overdue,
                row.netAmount(),
                row.organisation().currency().getCurrencyCode());
    }
}
