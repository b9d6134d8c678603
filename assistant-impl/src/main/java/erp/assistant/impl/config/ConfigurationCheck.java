package erp.assistant.impl.config;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/** Reads the configuration before anything else starts, and stops the start with one message if it is wrong. */
@Singleton
class ConfigurationCheck {

    /** Before every other observer of {@link Startup}. */
    static final int PRIORITY = 1;

    private static final Logger LOG = System.getLogger("erp.assistant.config");

    void check(@Observes @Priority(PRIORITY) Startup event, Instance<LiveSettings> settings) {
        check(settings::get);
    }

    static void check(Supplier<?> settings) {
        try {
            Object unused = settings.get();
        } catch (InvalidConfigurationException e) {
            LOG.log(
                    Level.ERROR,
                    e.getMessage() + "\nThe assistant does not start; other applications are not affected.");
            throw new StartStoppedException();
        }
    }

    /**
     * Stops the application. The server logs it several times over, so it repeats nothing, and has no stack trace under which
     * the message above would be hard to find.
     */
    static final class StartStoppedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StartStoppedException() {
            super(
                    "the assistant's configuration is wrong; the message of erp.assistant.config says where",
                    null,
                    false,
                    false);
        }
    }
}
