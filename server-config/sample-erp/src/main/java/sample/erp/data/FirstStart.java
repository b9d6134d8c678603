package sample.erp.data;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

/** Fills an empty database with the demo company; leaves a filled one alone. */
@Singleton
class FirstStart {

    private final Database database;
    private final UserTransaction transaction;
    private final Clock clock;

    @Inject
    FirstStart(Database database, UserTransaction transaction, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    void fill(@Observes @Priority(100) Startup event)
            throws SystemException, NotSupportedException, HeuristicMixedException, HeuristicRollbackException,
                    RollbackException {
        if (isFilled()) {
            return;
        }
        long start = System.nanoTime();
        DemoCompany company = DemoCompany.asOf(LocalDate.now(clock));
        transaction.begin();
        try {
            // Inside the transaction, so that the new entity manager joins it.
            database.read(em -> {
                company.store(em);
                em.flush();
                return company;
            });
            transaction.commit();
        } catch (RuntimeException e) {
            transaction.rollback();
            throw e;
        }
        System.out.println("Sample ERP: filled the empty database in "
                + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
    }

    private boolean isFilled() {
        return database.read(em -> em.createQuery("select count(o) from Organisation o", Long.class)
                        .getSingleResult())
                > 0;
    }
}
