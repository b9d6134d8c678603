package erp.assistant.impl.mapping;

import javax.sql.DataSource;

/** The server's data sources by JNDI name. */
@FunctionalInterface
interface MappedDataSources {

    /** The ledger's own, which holds no business data and is never mapped. */
    String LEDGER = "jdbc/assistant";

    /**
     * Looks one up.
     *
     * @throws IllegalStateException in words for an admin, if the server has none of that name
     */
    DataSource named(String name);
}
