package sample.erp.data;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

/** Fills an empty database with the demo company; leaves a filled one alone. */
@Singleton
class FirstStart {

    private final Database database;
    private final Clock clock;

    @Inject
    FirstStart(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void fill(@Observes @Priority(100) Startup event) {
        if (isFilled()) {
            return;
        }
        long start = System.nanoTime();
        DemoCompany company = DemoCompany.asOf(LocalDate.now(clock));
        database.change(em -> {
            company.store(em);
            return company;
        });
        System.out.println("Sample ERP: filled the empty database in "
                + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
    }

    private boolean isFilled() {
        return database.read(em -> em.createQuery("select count(o) from Organisation o", Long.class)
                        .getSingleResult())
                > 0;
    }
}
