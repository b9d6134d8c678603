package sample.erp.data;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.time.Clock;
import java.time.ZoneId;

/** What the container gives to the ERP's beans. */
@Singleton
class Beans {

    /** The group's business day begins and ends with Bremen's. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @PersistenceUnit(unitName = "erp")
    @SuppressWarnings("NullAway.Init")
    private EntityManagerFactory factory;

    @Produces
    @Singleton
    Database database(Transactions transactions) {
        return new Database(factory, transactions);
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.system(ZONE);
    }
}
