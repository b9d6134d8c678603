package erp.assistant.impl.mapping;

import erp.assistant.impl.config.Rereading;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Has the mapping files read while the server runs; the start does not wait for it, since a database may keep it waiting. */
@Singleton
class MappingStart {

    private final Mappings mappings;
    private final Rereading rereading;

    @Inject
    MappingStart(Mappings mappings, Rereading rereading) {
        this.mappings = mappings;
        this.rereading = rereading;
    }

    void start(@Observes Startup event) {
        rereading.of(mappings::refresh);
    }
}
