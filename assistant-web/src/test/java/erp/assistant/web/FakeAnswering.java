package erp.assistant.web;

import erp.assistant.Answering;
import java.time.Duration;

/** An answer that tells when it is stopped. */
record FakeAnswering(Runnable whenStopped) implements Answering {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public String id() {
        return Events.META.answer();
    }

    @Override
    public void stop() {
        whenStopped.run();
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }
}
