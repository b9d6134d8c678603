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
import sample.erp.ledger.LedgerAccount;
import sample.erp.ledger.LedgerAccountSheet;
import sample.erp.ledger.LedgerAccounts;
import sample.erp.organisation.Person;

/** The list of ledger accounts and the sheet of one. */
@Path("ledger-accounts")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class LedgerAccountsResource {

    private final SignedIn signedIn;
    private final LedgerAccounts ledgerAccounts;
    private final Clock clock;

    @Inject
    public LedgerAccountsResource(SignedIn signedIn, LedgerAccounts ledgerAccounts, Clock clock) {
        this.signedIn = signedIn;
        this.ledgerAccounts = ledgerAccounts;
        this.clock = clock;
    }

    /** An account in the list. */
    public record Row(String reference, String number, String organisation, String name, String kind) {}

    @GET
    public Page<Row> list(@Context SecurityContext security, @BeanParam ListRequest request) {
        return signedIn.read(security, (em, person) -> page(em, person, request));
    }

    @GET
    @Path("{id}")
    public LedgerAccountSheet one(@Context SecurityContext security, @PathParam("id") String id) {
        return signedIn.readOne(security, (em, person) -> ledgerAccounts.find(em, person, id));
    }

    private Page<Row> page(EntityManager em, Person person, ListRequest request) {
        if (!person.role().seesLedger()) {
            throw ScreenProblem.forbidden("Your role does not see the general ledger.");
        }
        return Pages.of(
                em, LedgerAccounts.list(person), request, person, LocalDate.now(clock), row -> row(row, person));
    }

    private static Row row(LedgerAccount row, Person person) {
        String organisation = row.organisation().code();
        return new Row(
                person.reference(organisation, row.number()), row.number(), organisation, row.name(), row.kind());
    }
}
