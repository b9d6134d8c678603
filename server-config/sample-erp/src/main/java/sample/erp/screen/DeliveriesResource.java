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
import sample.erp.sales.Deliveries;
import sample.erp.sales.Delivery;
import sample.erp.sales.DeliverySheet;

/** The list of deliveries and the sheet of one. */
@Path("deliveries")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class DeliveriesResource {

    private final SignedIn signedIn;
    private final Deliveries deliveries;
    private final Clock clock;

    @Inject
    public DeliveriesResource(SignedIn signedIn, Deliveries deliveries, Clock clock) {
        this.signedIn = signedIn;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** A delivery in the list. */
    public record Row(
            String reference,
            String number,
            String organisation,
            String customer,
            String order,
            String orderReference,
            LocalDate shipped,
            String carrier,
            int pieces,
            boolean late) {}

    @GET
    public Page<Row> list(@Context SecurityContext security, @BeanParam ListRequest request) {
        return signedIn.read(security, (em, person) -> page(em, person, request));
    }

    @GET
    @Path("{id}")
    public DeliverySheet one(@Context SecurityContext security, @PathParam("id") String id) {
        return signedIn.readOne(security, (em, person) -> deliveries.find(em, person, id));
    }

    private Page<Row> page(EntityManager em, Person person, ListRequest request) {
        LocalDate today = LocalDate.now(clock);
        return Pages.of(em, Deliveries.list(person), request, person, today, row -> row(row, person));
    }

    private static Row row(Delivery row, Person person) {
        String organisation = row.salesOrder().organisation().code();
        return new Row(
                person.reference(organisation, row.number()),
                row.number(),
                organisation,
                row.salesOrder().customer().name(),
                row.salesOrder().number(),
                person.reference(organisation, row.salesOrder().number()),
                row.shippedOn(),
                row.carrier(),
                row.lines().stream().mapToInt(line -> line.quantity()).sum(),
                row.lines().stream()
                        .anyMatch(line -> line.orderLine().promisedOn().isBefore(row.shippedOn())));
    }
}
