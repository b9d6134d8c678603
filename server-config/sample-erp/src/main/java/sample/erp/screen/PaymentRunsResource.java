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
import sample.erp.payment.PaymentRun;
import sample.erp.payment.PaymentRunSheet;
import sample.erp.payment.PaymentRuns;

/** The list of payment runs and the sheet of one. */
@Path("payment-runs")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class PaymentRunsResource {

    private final SignedIn signedIn;
    private final PaymentRuns paymentRuns;
    private final Clock clock;

    @Inject
    public PaymentRunsResource(SignedIn signedIn, PaymentRuns paymentRuns, Clock clock) {
        this.signedIn = signedIn;
        this.paymentRuns = paymentRuns;
        this.clock = clock;
    }

    /** A payment run in the list. */
    public record Row(
            String reference,
            String number,
            String organisation,
            LocalDate planned,
            String statusCode,
            String status,
            int payments,
            BigDecimal amount,
            String currency) {}

    @GET
    public Page<Row> list(@Context SecurityContext security, @BeanParam ListRequest request) {
        return signedIn.read(security, (em, person) -> page(em, person, request));
    }

    @GET
    @Path("{id}")
    public PaymentRunSheet one(@Context SecurityContext security, @PathParam("id") String id) {
        return signedIn.readOne(security, (em, person) -> paymentRuns.find(em, person, id));
    }

    private Page<Row> page(EntityManager em, Person person, ListRequest request) {
        if (!person.role().seesPayments()) {
            throw ScreenProblem.forbidden("Your role does not see payment runs.");
        }
        return Pages.of(em, PaymentRuns.list(person), request, person, LocalDate.now(clock), row -> row(row, person));
    }

    private static Row row(PaymentRun row, Person person) {
        String organisation = row.organisation().code();
        return new Row(
                person.reference(organisation, row.number()),
                row.number(),
                organisation,
                row.plannedOn(),
                row.status().name(),
                row.status().label(),
                row.paid().size(),
                row.amount(),
                row.organisation().currency().getCurrencyCode());
    }
}
