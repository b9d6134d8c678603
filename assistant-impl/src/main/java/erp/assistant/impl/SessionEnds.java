package erp.assistant.impl;

import erp.assistant.OpenAnswers;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Lets the ERPs on this server end a person's answers with the person's session. */
@Singleton
class SessionEnds {

    private static final int PRIORITY = 3000;

    private final AnswerBook book;
    private OpenAnswers.@Nullable Registration registration;

    @Inject
    SessionEnds(AnswerBook book) {
        this.book = book;
    }

    void start(@Observes @Priority(PRIORITY) Startup event) {
        registration = OpenAnswers.register(book::stopAll);
    }

    void stop(@Observes(notifyObserver = Reception.IF_EXISTS) Shutdown event) {
        if (registration != null) {
            registration.close();
        }
    }
}
