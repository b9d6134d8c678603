package erp.assistant.web;

import erp.assistant.report.RecordMappings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Tells an admin which mapping files are in force, and what is wrong with the others. */
@Path("admin/mappings")
@Singleton
@RolesAllowed(HttpApi.ADMIN)
public class MappingsResource {

    private final RecordMappings mappings;

    @Inject
    public MappingsResource(RecordMappings mappings) {
        this.mappings = mappings;
    }

    /** Each file with its record type and its problems. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String states() {
        JsonArrayBuilder files = WebJson.array();
        mappings.states().forEach(state -> {
            JsonArrayBuilder problems = WebJson.array();
            state.problems().forEach(problems::add);
            files.add(WebJson.object()
                    .add("file", state.file())
                    .add("type", state.type())
                    .add("inForce", state.inForce())
                    .add("problems", problems));
        });
        return WebJson.object().add("mappings", files).build().toString();
    }
}
