package erp.assistant.impl.prompt;

import erp.assistant.impl.config.Rereading;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Reads the folder of templates before the first question, and again while the server runs. */
@Singleton
class TemplateStart {

    private final Templates templates;
    private final Rereading rereading;

    @Inject
    TemplateStart(Templates templates, Rereading rereading) {
        this.templates = templates;
        this.rereading = rereading;
    }

    /** The first time here and now: no question is answered by other instructions than the admin's. */
    void start(@Observes Startup event) {
        templates.refresh();
        rereading.of(templates::refresh);
    }
}
