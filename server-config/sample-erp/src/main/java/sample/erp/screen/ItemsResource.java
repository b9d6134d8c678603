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
import sample.erp.stock.Item;
import sample.erp.stock.ItemSheet;
import sample.erp.stock.Items;

/** The list of items and the sheet of one. */
@Path("items")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class ItemsResource {

    private final SignedIn signedIn;
    private final Items items;
    private final Clock clock;

    @Inject
    public ItemsResource(SignedIn signedIn, Items items, Clock clock) {
        this.signedIn = signedIn;
        this.items = items;
        this.clock = clock;
    }

    /** An item in the list; the stock is that of the warehouses the person sees. */
    public record Row(
            String reference,
            String number,
            String name,
            String unit,
            int onHand,
            int safetyStock,
            int leadTimeDays,
            boolean low) {}

    @GET
    public Page<Row> list(@Context SecurityContext security, @BeanParam ListRequest request) {
        return signedIn.read(security, (em, person) -> page(em, person, request));
    }

    @GET
    @Path("{id}")
    public ItemSheet one(@Context SecurityContext security, @PathParam("id") String id) {
        return signedIn.readOne(security, (em, person) -> items.find(em, person, id));
    }

    private Page<Row> page(EntityManager em, Person person, ListRequest request) {
        return Pages.of(em, Items.list(person), request, person, LocalDate.now(clock), row -> row(em, row, person));
    }

    private static Row row(EntityManager em, Item item, Person person) {
        Number onHand = em.createQuery(
                        "select coalesce(sum(s.onHand), 0) from StockLevel s where s.item = :item"
                                + " and s.warehouse.organisation.code in :organisations",
                        Number.class)
                .setParameter("item", item)
                .setParameter("organisations", person.organisations())
                .getSingleResult();
        return new Row(
                item.number(),
                item.number(),
                item.name(),
                item.unit(),
                onHand.intValue(),
                item.safetyStock(),
                item.leadTimeDays(),
                onHand.intValue() < item.safetyStock());
    }
}
