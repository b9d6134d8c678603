package erp.assistant.web;

import erp.assistant.record.Asker;
import erp.assistant.report.PromptTemplates;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Shows an admin the instructions of prompts, and whole prompts on real records that are sent nowhere. */
@Path("admin/templates")
@Singleton
@RolesAllowed(HttpApi.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class TemplatesResource {

    private final PromptTemplates templates;

    @Inject
    public TemplatesResource(PromptTemplates templates) {
        this.templates = templates;
    }

    /** Names, versions, texts, and what is wrong with files of the folder. */
    @GET
    public String state() {
        return TemplatesJson.of(templates.state());
    }

    /** The prompt of a question, with the caller's own rights or, as in a rehearsal, with those of another person. */
    @POST
    @Path("render")
    @Consumes(MediaType.APPLICATION_JSON)
    public String render(InputStream body, @Context SecurityContext security, @Context HttpHeaders headers)
            throws IOException {
        RenderRequest request = RenderRequest.read(body);
        return render(request, Askers.of(security, headers, request.language()));
    }

    String render(RenderRequest request, Asker admin) {
        Asker as = request.user()
                .map(user -> other(user, request, admin.language()))
                .orElse(admin);
        PromptTemplates.Rendering rendering = templates.render(admin.name(), request.question(as), request.versions());
        Optional<JsonArrayBuilder> roles = request.user().map(user -> {
            JsonArrayBuilder held = WebJson.array();
            request.roles().forEach(held::add);
            return held;
        });
        return TemplatesJson.of(rendering, as.name(), roles);
    }

    private static Asker other(String user, RenderRequest request, Locale language) {
        return RehearsalResource.person(user, Set.copyOf(request.roles()), language);
    }
}
