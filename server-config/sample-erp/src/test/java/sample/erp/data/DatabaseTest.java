package sample.erp.data;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import sample.erp.organisation.ErpUser;
import sample.erp.organisation.Role;
import sample.erp.sales.SalesOrder;

class DatabaseTest {

    @Test
    void aSecondStartKeepsTheTablesAndTheDataOfTheFirst() {
        try (EntityManagerFactory first = DemoDatabase.factory("twice");
                EntityManager em = first.createEntityManager()) {
            em.getTransaction().begin();
            em.persist(new ErpUser("eve", "Eve", Role.SALES, "DE", List.of("CH")));
            em.getTransaction().commit();
        }

        try (EntityManagerFactory second = DemoDatabase.factory("twice")) {
            ErpUser eve = DemoDatabase.database(second).read(em -> em.find(ErpUser.class, "eve"));

            assertThat(eve.person().organisations()).containsExactly("DE", "CH");
        }
    }

    @Test
    void theWholeCompanyIsStored() {
        long lines = DemoDatabase.get()
                .read(em -> em.createQuery("select count(l) from SalesOrderLine l", Long.class)
                        .getSingleResult());

        assertThat(lines)
                .isEqualTo(DemoDatabase.COMPANY
                        .all(SalesOrder.class)
                        .mapToLong(order -> order.lines().size())
                        .sum())
                .isGreaterThan(6000);
    }
}
