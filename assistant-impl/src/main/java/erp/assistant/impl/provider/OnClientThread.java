package erp.assistant.impl.provider;

import java.util.concurrent.Executor;

/**
 * Runs what an HTTP client's thread hands over on that thread itself, because the way to another and back costs more than
 * reading an event; only the arithmetic of TLS handshakes goes elsewhere.
 */
final class OnClientThread implements Executor {

    private final Executor elsewhere;

    OnClientThread(Executor elsewhere) {
        this.elsewhere = elsewhere;
    }

    @Override
    public void execute(Runnable task) {
        // The JDK tells them apart in no other way; under another name they would run here, and only cost time.
        if (task.getClass().getName().contains(".SSLFlowDelegate$")) {
            elsewhere.execute(task);
        } else {
            task.run();
        }
    }
}
