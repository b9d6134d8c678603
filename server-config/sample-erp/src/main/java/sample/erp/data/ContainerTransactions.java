package sample.erp.data;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.function.Function;

/** Transactions of the container. */
@Singleton
class ContainerTransactions implements Transactions {

    private final UserTransaction transaction;

    @Inject
    ContainerTransactions(UserTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public <T> T within(EntityManagerFactory factory, Function<EntityManager, T> change) {
        try {
            transaction.begin();
            T result;
            // Inside the transaction, so that the new entity manager joins it.
            try (EntityManager em = factory.createEntityManager()) {
                result = change.apply(em);
                em.flush();
            } catch (RuntimeException e) {
                transaction.rollback();
                throw e;
            }
            transaction.commit();
            return result;
        } catch (NotSupportedException
                | SystemException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException e) {
            throw new IllegalStateException("the change could not be made", e);
        }
    }
}
