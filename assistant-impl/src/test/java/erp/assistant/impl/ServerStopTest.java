package erp.assistant.impl;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.Completion;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import java.lang.management.ManagementFactory;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerStopTest {

    private static final MBeanServer BEANS = ManagementFactory.getPlatformMBeanServer();

    private final Office office = new Office();
    private final Office.Browser browser = new Office.Browser();
    private ServerStop stop;
    private ObjectName endpoint;
    private ObjectName other;

    @BeforeEach
    void start() throws Exception {
        endpoint = new ObjectName(ServerStop.ENDPOINTS.replace("*", "name=defaultHttpEndpoint"));
        other = new ObjectName("WebSphere:name=com.ibm.ws.jmx.mbeans.sessionManagerMBean");
        BEANS.registerMBean(new Endpoint(), endpoint);
        BEANS.registerMBean(new Endpoint(), other);
        stop = new ServerStop(office.book);
        stop.listen(new Startup());
        office.assistant.ask(Office.question("Why is it late?"), browser);
    }

    @AfterEach
    void end() throws Exception {
        stop.forget(new Shutdown());
        for (ObjectName name : new ObjectName[] {endpoint, other}) {
            if (BEANS.isRegistered(name)) {
                BEANS.unregisterMBean(name);
            }
        }
    }

    @Test
    void anEndpointThatClosesEndsTheAnswersUnderWay() throws Exception {
        BEANS.unregisterMBean(endpoint);

        assertThat(browser.done().reason()).isEqualTo(Completion.Reason.STOPPED);
        assertThat(office.answers()).containsExactly("settled stopped");
    }

    @Test
    void anEndpointThatComesBackLetsAnswersRunAgain() throws Exception {
        BEANS.unregisterMBean(endpoint);
        BEANS.registerMBean(new Endpoint(), endpoint);
        office.provider.renew();

        office.assistant.ask(Office.question("Why is it late?"), browser);

        assertThat(browser.names()).endsWith("Meta");
    }

    @Test
    void whatElseGoesIsNoSign() throws Exception {
        BEANS.unregisterMBean(other);

        assertThat(browser.names()).containsExactly("Meta");
    }

    /** Stands for a part of the server. */
    public interface EndpointMBean {
        String getName();
    }

    /** Stands for a part of the server. */
    public static final class Endpoint implements EndpointMBean {
        @Override
        public String getName() {
            return "defaultHttpEndpoint";
        }
    }
}
