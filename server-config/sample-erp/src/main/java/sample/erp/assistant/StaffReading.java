package sample.erp.assistant;

import erp.assistant.record.Asker;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Locale;
import java.util.Optional;
import sample.erp.data.Database;
import sample.erp.organisation.Person;
import sample.erp.organisation.Staff;

/** Reads for an asker with the rights that the ERP gives to their login; whoever has none reads nothing. */
@Singleton
class StaffReading {

    private final Database database;
    private final Staff staff;

    @Inject
    StaffReading(Database database, Staff staff) {
        this.database = database;
        this.staff = staff;
    }

    /** One read of one thing. */
    interface Reading<T> {
        Optional<T> read(EntityManager em, Person person);
    }

    <T> Optional<T> as(Asker asker, Reading<T> reading) {
        return database.read(em -> staff.find(em, asker.name()).flatMap(person -> reading.read(em, person)));
    }

    /** The asker's role in small letters, such as {@code sales}; empty for who is not on the staff. */
    String department(Asker asker) {
        return as(asker, (em, person) -> Optional.of(person.role().name().toLowerCase(Locale.ROOT)))
                .orElse("");
    }
}
