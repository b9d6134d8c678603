package sample.erp.screen;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import sample.erp.organisation.Documents;
import sample.erp.organisation.Person;
import sample.erp.sales.OrderStatus;
import sample.erp.sales.SalesOrder;
import sample.erp.sales.SalesOrderSheet;
import sample.erp.sales.SalesOrders;

/** The list of sales orders and the sheet of one. */
@Path("sales-orders")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class SalesOrdersResource {

    private final SignedIn signedIn;
    private final SalesOrders orders;
    private final Clock clock;

    @Inject
    public SalesOrdersResource(SignedIn signedIn, SalesOrders orders, Clock clock) {
        this.signedIn = signedIn;
        this.orders = orders;
        this.clock = clock;
    }

    /** An order in the list. */
    public record Row(
            String reference,
            String number,
            String organisation,
            String customer,
            LocalDate ordered,
            LocalDate requested,
            OrderStatus statusCode,
            String status,
            boolean late,
            @Nullable BigDecimal net,
            String currency) {}

    @GET
    public Page<Row> list(@Context SecurityContext security, @BeanParam ListRequest request) {
        return signedIn.read(security, (em, person) -> page(em, person, request));
    }

    @GET
    @Path("{id}")
    public SalesOrderSheet one(@Context SecurityContext security, @PathParam("id") String id) {
        return signedIn.readOne(security, (em, person) -> orders.find(em, person, id));
    }

    /** Writes the note; the browser's script says so in a header that a form of another site cannot send. */
    @PUT
    @Path("{id}/note")
    @Consumes(MediaType.TEXT_PLAIN)
    public void note(
            @Context SecurityContext security,
            @HeaderParam("X-Requested-With") @Nullable String script,
            @PathParam("id") String id,
            String text) {
        signedIn.change(
                security,
                script,
                (em, person) -> Documents.find(em, person, id, SalesOrder.class),
                found -> found.rewriteNote(Notes.checked(text), LocalDateTime.now(clock)));
    }

    private Page<Row> page(EntityManager em, Person person, ListRequest request) {
        LocalDate today = LocalDate.now(clock);
        return Pages.of(em, SalesOrders.list(person), request, person, today, order -> row(order, person, today));
    }

    private static Row row(SalesOrder order, Person person, LocalDate today) {
        String organisation = order.organisation().code();
        return new Row(
                person.reference(organisation, order.number()),
                order.number(),
                organisation,
                order.customer().name(),
                order.orderedOn(),
                order.requestedOn(),
                order.status(),
                order.status().label(),
                order.lines().stream().anyMatch(line -> line.isLate(today)),
                person.role().seesPrices() ? order.netAmount() : null,
                order.organisation().currency().getCurrencyCode());
    }
}
