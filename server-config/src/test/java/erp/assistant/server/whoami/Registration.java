package erp.assistant.server.whoami;

import erp.assistant.record.RecordSources;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.jspecify.annotations.Nullable;

/** Makes the list known while the application runs. */
@WebListener
public final class Registration implements ServletContextListener {

    private RecordSources.@Nullable Registration registration;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        registration = RecordSources.register(new WhoAmI());
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (registration != null) {
            registration.close();
        }
    }
}
