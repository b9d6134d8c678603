package erp.assistant.impl;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerDelegate;
import javax.management.MBeanServerNotification;
import javax.management.MalformedObjectNameException;
import javax.management.Notification;
import javax.management.NotificationListener;
import javax.management.ObjectName;

/**
 * Ends the answers under way as soon as the server begins to stop.
 *
 * <p>Open Liberty tells an application of its stop only after it has waited up to 30 seconds for open requests. What it does
 * first, at {@code server stop} as at SIGTERM, is to close its HTTP endpoints, and each endpoint's MBean goes with it (decision
 * record 0017). An endpoint that comes back, as after a change of its port, lets answers run again.
 */
@Singleton
class ServerStop implements NotificationListener {

    /** The MBeans of HTTP endpoints, one for each of them. */
    static final String ENDPOINTS = "WebSphere:feature=channelfw,type=endpoint,*";

    private static final Logger LOG = System.getLogger("erp.assistant");
    private static final int PRIORITY = 3000;

    private final AnswerBook book;
    private final ObjectName endpoints;
    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

    @Inject
    ServerStop(AnswerBook book) throws MalformedObjectNameException {
        this.book = book;
        this.endpoints = new ObjectName(ENDPOINTS);
    }

    void listen(@Observes @Priority(PRIORITY) Startup event) throws JMException {
        beans.addNotificationListener(MBeanServerDelegate.DELEGATE_NAME, this, null, null);
    }

    void forget(@Observes(notifyObserver = Reception.IF_EXISTS) Shutdown event) throws JMException {
        beans.removeNotificationListener(MBeanServerDelegate.DELEGATE_NAME, this);
    }

    @Override
    public void handleNotification(Notification notification, Object handback) {
        if (notification instanceof MBeanServerNotification change && endpoints.apply(change.getMBeanName())) {
            if (MBeanServerNotification.REGISTRATION_NOTIFICATION.equals(change.getType())) {
                book.reopen();
                return;
            }
            int ended = book.close().size();
            if (ended > 0) {
                LOG.log(Level.INFO, "the server closes an HTTP endpoint: {0} answers under way end now", ended);
            }
        }
    }
}
