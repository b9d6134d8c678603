package sample.erp.assistant;

import erp.assistant.evaluation.EvaluationSets;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Gives the assistant the questions by which its answers are judged, while this application runs. */
@Singleton
class CaseRegistrar {

    private final TourCases cases;
    private EvaluationSets.@Nullable Registration registration;

    @Inject
    CaseRegistrar(TourCases cases) {
        this.cases = cases;
    }

    void start(@Observes @Priority(200) Startup event) {
        registration = EvaluationSets.register(cases);
    }

    void stop(@Observes Shutdown event) {
        if (registration != null) {
            registration.close();
        }
    }
}
