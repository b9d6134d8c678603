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
import org.jspecify.annotations.Nullable;
import sample.erp.organisation.Person;
import sample.erp.purchasing.Supplier;
import sample.erp.purchasing.SupplierSheet;
import sample.erp.purchasing.Suppliers;

/** The list of suppliers; one of them is a Faces page. */
@Path("suppliers")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class SuppliersResource {

    private final SignedIn signedIn;
    private final Suppliers suppliers;
    private final Clock clock;

    @Inject
    public SuppliersResource(SignedIn signedIn, Suppliers suppliers, Clock clock) {
        this.signedIn = signedIn;
        this.suppliers = suppliers;
        this.clock = clock;
    }

    /** A supplier in the list. */
    public record Row(
            String reference,
            String number,
            String organisation,
            String name,
            String country,
            @Nullable LocalDate bankChanged) {}

    @GET
    public Page<Row> list(@Context SecurityContext security, @BeanParam ListRequest request) {
        return signedIn.read(security, (em, person) -> page(em, person, request));
    }

    @GET
    @Path("{id}")
    public SupplierSheet one(@Context SecurityContext security, @PathParam("id") String id) {
        return signedIn.readOne(security, (em, person) -> suppliers.find(em, person, id));
    }

    private Page<Row> page(EntityManager em, Person person, ListRequest request) {
        if (!person.role().seesPurchasing()) {
            throw ScreenProblem.forbidden("Your role does not see suppliers.");
        }
        LocalDate today = LocalDate.now(clock);
        return Pages.of(em, Suppliers.list(person), request, person, today, row -> row(row, person));
    }

    private static Row row(Supplier row, Person person) {
        String organisation = row.organisation().code();
        return new Row(
                person.reference(organisation, row.number()),
                row.number(),
                organisation,
                row.name(),
                row.country(),
                row.bankChangedOn());
    }
}
