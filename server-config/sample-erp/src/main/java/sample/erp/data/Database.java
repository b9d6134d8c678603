package sample.erp.data;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.Function;

/**
 * The ERP's database.
 *
 * <p>Each read has an entity manager of its own, closed when the read ends. So a read needs neither a request nor a
 * transaction of this application, and may be called from another application's thread.
 */
public final class Database {

    private final EntityManagerFactory factory;
    private final Transactions transactions;

    public Database(EntityManagerFactory factory, Transactions transactions) {
        this.factory = factory;
        this.transactions = transactions;
    }

    /** Changes: all of it or, if something is thrown, nothing. */
    public <T> T change(Function<EntityManager, T> change) {
        return transactions.within(factory, change);
    }

    /** Reads. What is returned must not depend on the entity manager any more. */
    public <T> T read(Function<EntityManager, T> reading) {
        try (EntityManager em = factory.createEntityManager()) {
            return reading.apply(em);
        }
    }
}
