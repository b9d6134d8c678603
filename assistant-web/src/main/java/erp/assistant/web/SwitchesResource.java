package erp.assistant.web;

import erp.assistant.report.Switches;
import erp.assistant.report.Switches.Change;
import erp.assistant.report.Switches.State;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Switches the assistant, record types and prepared questions off and on, on all servers. */
@Path("admin/switches")
@Singleton
@RolesAllowed(HttpApi.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class SwitchesResource {

    private static final int CHANGES = 50;

    private final Switches switches;

    @Inject
    public SwitchesResource(Switches switches) {
        this.switches = switches;
    }

    /** Each switch with its state, and who changed what lately. */
    @GET
    public String states() {
        JsonArrayBuilder states = WebJson.array();
        switches.states().forEach(state -> states.add(state(state)));
        JsonArrayBuilder changes = WebJson.array();
        switches.changes(CHANGES)
                .forEach(change -> changes.add(
                        change(change).add("kind", word(change.kind())).add("name", change.name())));
        return WebJson.object()
                .add("switches", states)
                .add("changes", changes)
                .build()
                .toString();
    }

    /** Switches one; the answer is the new state of all. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public String change(InputStream body, @Context SecurityContext security) throws IOException {
        return change(SwitchRequest.read(body), security.getUserPrincipal().getName());
    }

    String change(SwitchRequest request, String by) {
        switches.change(request.kind(), request.name(), request.off(), by, request.reason());
        return states();
    }

    private static JsonObjectBuilder state(State state) {
        JsonObjectBuilder json = WebJson.object()
                .add("kind", word(state.kind()))
                .add("name", state.name())
                .add("off", state.off())
                .add("configuredOff", state.configuredOff());
        state.latest()
                .ifPresentOrElse(
                        latest -> json.add("latest", change(latest)), () -> json.add("latest", JsonValue.NULL));
        return json;
    }

    private static JsonObjectBuilder change(Change change) {
        return WebJson.object()
                .add("off", change.off())
                .add("by", change.by())
                .add("at", change.at().toString())
                .add("reason", change.reason());
    }

    private static String word(Switches.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
