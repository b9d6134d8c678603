package sample.erp.organisation;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** Finds the rights of a login. */
@Singleton
public class Staff {

    /** Returns who has this login, or nothing if the ERP does not know it. */
    public Optional<Person> find(EntityManager em, String login) {
        return Optional.ofNullable(em.find(ErpUser.class, login)).map(ErpUser::person);
    }
}
