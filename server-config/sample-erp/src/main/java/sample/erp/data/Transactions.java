package sample.erp.data;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.Function;

/** Runs a change of the database so that all of it is done or nothing. */
@FunctionalInterface
public interface Transactions {

    /** Runs the change with an entity manager of its own; what it throws undoes it and comes out. */
    <T> T within(EntityManagerFactory factory, Function<EntityManager, T> change);
}
