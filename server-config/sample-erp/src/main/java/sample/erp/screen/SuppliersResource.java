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
import java.util.Map;
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

    private static final Map<String, String> SORTS = Map.of(
            "number", "d.number",
            "name", "d.name",
            "country", "d.country");

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
        PagedQuery<Supplier> query = new PagedQuery<>(Supplier.class, "Supplier d", "d")
                .where("d.organisation.code in :organisations", "organisations", person.organisations());
        if (request.isSearch()) {
            query.where(
                    "(lower(d.number) like :pattern escape '!'" + " or lower(d.name) like :pattern escape '!')",
                    "pattern",
                    request.pattern());
        }
        if (request.status().equals("CONTRACTS")) {
            query.where(
                            "exists (select c from SupplierContract c where c.supplier = d and c.endsOn between :today and :end)",
                            "today",
                            today)
                    .with("end", today.withDayOfYear(today.lengthOfYear()));
        }
        if (request.status().equals("ACCOUNT")) {
            query.where("d.bankChangedOn > :since", "since", today.minusDays(30));
        }
        return query.page(em, request, SORTS, "d.number", row -> row(row, person));
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
