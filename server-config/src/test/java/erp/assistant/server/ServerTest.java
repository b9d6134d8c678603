package erp.assistant.server;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test against the two shipped WARs on Open Liberty, with two provider stubs. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
abstract class ServerTest {

    static final Providers PROVIDERS = new Providers();

    @Deployment(name = "erp", order = 1, testable = false)
    static WebArchive erp() {
        return Wars.erp();
    }

    @Deployment(name = "assistant", order = 2, testable = false)
    static WebArchive assistant() {
        return Wars.assistant();
    }

    @BeforeEach
    void quietProviders() {
        PROVIDERS.reset();
    }

    @AfterAll
    static void defaultConfiguration() {
        Server.configure(java.util.Map.of());
    }
}
