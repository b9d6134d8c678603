package sample.erp.data;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Function;
import org.h2.jdbcx.JdbcConnectionPool;

/** The demo company in a database in memory, as of a fixed day; filled once for all tests. */
public final class DemoDatabase {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    public static final Clock CLOCK =
            Clock.fixed(TODAY.atTime(10, 0).atZone(ZONE).toInstant(), ZONE);
    public static final DemoCompany COMPANY = DemoCompany.asOf(TODAY);

    private static final Database DATABASE = fill();

    private DemoDatabase() {}

    public static Database get() {
        return DATABASE;
    }

    /** With transactions of the entity manager's own, where no container has any. */
    static Database database(EntityManagerFactory factory) {
        return new Database(factory, DemoDatabase::within);
    }

    private static <T> T within(EntityManagerFactory factory, Function<EntityManager, T> change) {
        try (EntityManager em = factory.createEntityManager()) {
            em.getTransaction().begin();
            try {
                T result = change.apply(em);
                em.getTransaction().commit();
                return result;
            } catch (RuntimeException e) {
                em.getTransaction().rollback();
                throw e;
            }
        }
    }

    /** The persistence unit as on the server, but with its own transactions. */
    static EntityManagerFactory factory(String name) {
        return Persistence.createEntityManagerFactory(
                "erp",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource",
                        "",
                        "jakarta.persistence.nonJtaDataSource",
                        JdbcConnectionPool.create("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", ""),
                        // Here nobody weaves classes, so that what is read late on the server is read at once.
                        "eclipselink.logging.level.metadata",
                        "SEVERE"));
    }

    private static Database fill() {
        EntityManagerFactory factory = factory("demo");
        try (EntityManager em = factory.createEntityManager()) {
            em.getTransaction().begin();
            COMPANY.store(em);
            em.getTransaction().commit();
        }
        return database(factory);
    }
}
