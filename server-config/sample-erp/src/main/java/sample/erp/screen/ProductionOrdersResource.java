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
import java.time.Clock;
import java.time.LocalDate;
import sample.erp.organisation.Person;
import sample.erp.production.ProductionOrder;
import sample.erp.production.ProductionOrderSheet;
import sample.erp.production.ProductionOrders;

/** The list of production orders and the sheet of one. */
@Path("production-orders")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class ProductionOrdersResource {

    private final SignedIn signedIn;
    private final ProductionOrders productionOrders;
    private final Clock clock;

    @Inject
    public ProductionOrdersResource(SignedIn signedIn, ProductionOrders productionOrders, Clock clock) {
        this.signedIn = signedIn;
        this.productionOrders = productionOrders;
        this.clock = clock;
    }

    /** A production order in the list. */
    public record Row(
            String reference,
            String number,
            String organisation,
            String item,
            String description,
            int quantity,
            String unit,
            LocalDate start,
            LocalDate due,
            String statusCode,
            String status,
            boolean late) {}

    @GET
    public Page<Row> list(@Context SecurityContext security, @BeanParam ListRequest request) {
        return signedIn.read(security, (em, person) -> page(em, person, request));
    }

    @GET
    @Path("{id}")
    public ProductionOrderSheet one(@Context SecurityContext security, @PathParam("id") String id) {
        return signedIn.readOne(security, (em, person) -> productionOrders.find(em, person, id));
    }

    private Page<Row> page(EntityManager em, Person person, ListRequest request) {
        if (!person.role().seesProduction()) {
            throw ScreenProblem.forbidden("Your role does not see production orders.");
        }
        LocalDate today = LocalDate.now(clock);
        return Pages.of(em, ProductionOrders.list(person), request, person, today, row -> row(row, person, today));
    }

    private static Row row(ProductionOrder row, Person person, LocalDate today) {
        String organisation = row.organisation().code();
        return new Row(
                person.reference(organisation, row.number()),
                row.number(),
                organisation,
                row.item().number(),
                row.item().name(),
                row.quantity(),
                row.item().unit(),
                row.plannedStart(),
                row.dueOn(),
                row.status().name(),
                row.status().label(),
                row.status() != ProductionOrder.Status.FINISHED
                        && row.plannedStart().isBefore(today));
    }
}
