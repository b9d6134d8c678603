package sample.erp.screen;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Locale;
import sample.erp.organisation.Organisation;
import sample.erp.organisation.Person;

/** Who is signed in, for the navigation bar. */
@Path("me")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

    private final SignedIn signedIn;

    @Inject
    public MeResource(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    /**
     * Somebody signed in.
     *
     * @param organisations their companies, the home organisation first
     */
    public record Me(
            String login,
            String displayName,
            String role,
            List<Company> organisations,
            boolean seesPrices,
            boolean seesInvoices,
            boolean seesPurchasing,
            boolean seesProduction,
            boolean seesLedger,
            boolean seesPayments) {}

    /** One of the companies. */
    public record Company(String code, String name) {}

    @GET
    public Me me(@Context SecurityContext security) {
        return signedIn.read(security, (em, person) -> {
            List<Company> companies = person.organisations().stream()
                    .map(code ->
                            new Company(code, em.find(Organisation.class, code).name()))
                    .toList();
            return me(person, companies);
        });
    }

    private static Me me(Person person, List<Company> companies) {
        return new Me(
                person.login(),
                person.displayName(),
                person.role().name().toLowerCase(Locale.ROOT),
                companies,
                person.role().seesPrices(),
                person.role().seesInvoices(),
                person.role().seesPurchasing(),
                person.role().seesProduction(),
                person.role().seesLedger(),
                person.role().seesPayments());
    }
}
