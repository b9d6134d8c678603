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
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import sample.erp.customer.Customer;
import sample.erp.customer.CustomerSheet;
import sample.erp.customer.Customers;
import sample.erp.organisation.Documents;
import sample.erp.organisation.Person;

/** The list of customers and the sheet of one. */
@Path("customers")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class CustomersResource {

    private final SignedIn signedIn;
    private final Customers customers;
    private final Clock clock;

    @Inject
    public CustomersResource(SignedIn signedIn, Customers customers, Clock clock) {
        this.signedIn = signedIn;
        this.customers = customers;
        this.clock = clock;
    }

    /** A customer in the list. */
    public record Row(
            String reference,
            String number,
            String organisation,
            String name,
            String city,
            String country,
            String manager) {}

    @GET
    public Page<Row> list(@Context SecurityContext security, @BeanParam ListRequest request) {
        return signedIn.read(security, (em, person) -> page(em, person, request));
    }

    @GET
    @Path("{id}")
    public CustomerSheet one(@Context SecurityContext security, @PathParam("id") String id) {
        return signedIn.readOne(security, (em, person) -> customers.find(em, person, id));
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
                (em, person) -> Documents.find(em, person, id, Customer.class),
                found -> found.rewriteNote(Notes.checked(text), LocalDateTime.now(clock)));
    }

    private Page<Row> page(EntityManager em, Person person, ListRequest request) {
        LocalDate today = LocalDate.now(clock);
        return Pages.of(em, Customers.list(person), request, person, today, customer -> row(customer, person));
    }

    private static Row row(Customer customer, Person person) {
        String organisation = customer.organisation().code();
        return new Row(
                person.reference(organisation, customer.number()),
                customer.number(),
                organisation,
                customer.name(),
                customer.address().city(),
                customer.address().country(),
                customer.accountManager());
    }
}
