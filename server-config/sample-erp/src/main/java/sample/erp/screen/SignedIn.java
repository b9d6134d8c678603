package sample.erp.screen;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sample.erp.data.Database;
import sample.erp.organisation.Person;
import sample.erp.organisation.Staff;

/** Reads for the person who is signed in. */
@Singleton
public class SignedIn {

    private final Database database;
    private final Staff staff;

    @Inject
    public SignedIn(Database database, Staff staff) {
        this.database = database;
        this.staff = staff;
    }

    /**
     * Reads with the rights of whoever is signed in.
     *
     * @throws ScreenProblem if the container knows the login and the ERP does not
     */
    public <T> T read(SecurityContext security, BiFunction<EntityManager, Person, T> reading) {
        return database.read(em -> reading.apply(em, person(em, security)));
    }

    private Person person(EntityManager em, SecurityContext security) {
        return staff.find(em, security.getUserPrincipal().getName())
                .orElseThrow(() -> ScreenProblem.forbidden("This login has no rights in the ERP."));
    }

    /**
     * Changes one record, all of it or nothing.
     *
     * @param script what a script of the screens says in the header {@code X-Requested-With}
     * @throws ScreenProblem if there is no record that the person may see, or no script asks
     */
    public <T> void change(
            SecurityContext security,
            @Nullable String script,
            BiFunction<EntityManager, Person, Optional<T>> finding,
            Consumer<T> change) {
        if (script == null) {
            throw ScreenProblem.forbidden("This can only be changed on the screen.");
        }
        database.change(em -> {
            T found = finding.apply(em, person(em, security)).orElseThrow(ScreenProblem::recordNotAvailable);
            change.accept(found);
            return found;
        });
    }

    /**
     * Reads one record.
     *
     * @throws ScreenProblem if there is none that the person may see
     */
    public <T> T readOne(SecurityContext security, BiFunction<EntityManager, Person, Optional<T>> reading) {
        return read(security, reading).orElseThrow(ScreenProblem::recordNotAvailable);
    }
}
