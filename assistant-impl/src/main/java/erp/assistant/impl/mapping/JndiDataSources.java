package erp.assistant.impl.mapping;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Looks data sources up in the server; needs a thread of the container. */
final class JndiDataSources implements MappedDataSources {

    // The name is a plain one: no scheme, so that JNDI stays in this server.
    @SuppressWarnings("BanJNDI")
    @Override
    public DataSource named(String name) {
        if (!Name.DATA_SOURCE.matches(name) || name.equals(LEDGER)) {
            throw new IllegalStateException("dataSource must be " + Name.DATA_SOURCE.allowed());
        }
        try {
            if (new InitialContext().lookup(name) instanceof DataSource dataSource) {
                return dataSource;
            }
            throw new IllegalStateException(name + " is no data source of this server");
        } catch (NamingException e) {
            throw new IllegalStateException(
                    "the server has no data source " + name + ": give it a dataSource element with this jndiName", e);
        }
    }
}
