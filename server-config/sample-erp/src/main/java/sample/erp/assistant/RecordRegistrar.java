package sample.erp.assistant;

import erp.assistant.record.RecordSource;
import erp.assistant.record.RecordSources;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Registers every record source of this application while it runs. */
@Singleton
class RecordRegistrar {

    private final List<RecordSources.Registration> registrations = new ArrayList<>();

    void start(@Observes @Priority(200) Startup event, @Any Instance<RecordSource> sources) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        sources.forEach(source -> registrations.add(
                RecordSources.register(new InOwnClassLoader(new InTheAskersLanguage(source), loader))));
    }

    void stop(@Observes Shutdown event) {
        registrations.forEach(RecordSources.Registration::close);
        registrations.clear();
    }
}
