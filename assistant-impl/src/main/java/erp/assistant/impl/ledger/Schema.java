package erp.assistant.impl.ledger;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of the assistant, brought up to date by Flyway from {@code db/migration}. */
public final class Schema {

    private Schema() {}

    /**
     * Creates or updates the tables; runs before anything else uses the database. Outside a transaction; several servers may
     * call it at once.
     *
     * @throws org.flywaydb.core.api.FlywayException if that fails; the assistant does not start then
     */
    public static void migrate(DataSource dataSource) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                // Inside WEB-INF/lib a location that cannot be scanned would count as one without migrations.
                .failOnMissingLocations(true)
                .table("assistant_schema")
                .load()
                .migrate();
    }
}
