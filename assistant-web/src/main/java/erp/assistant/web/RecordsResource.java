package erp.assistant.web;

import erp.assistant.Assistant;
import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.RecordContext;
import erp.assistant.record.RecordRef;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Locale;

/** Tells what would be sent about a record. */
@Path("records")
@Singleton
@RolesAllowed(HttpApi.USER)
public class RecordsResource {

    private final Assistant assistant;

    @Inject
    public RecordsResource(Assistant assistant) {
        this.assistant = assistant;
    }

    /** What would be sent about the record for the caller. */
    @GET
    @Path("{type}/{id}/context")
    @Produces(MediaType.APPLICATION_JSON)
    public String context(
            @PathParam("type") String type,
            @PathParam("id") String id,
            @Context SecurityContext security,
            @Context HttpHeaders headers) {
        RecordContext context = assistant.context(ref(type, id), Askers.of(security, headers, ""));
        return json(context, security.isUserInRole(HttpApi.ADMIN));
    }

    private static RecordRef ref(String type, String id) {
        try {
            return new RecordRef(type, id);
        } catch (IllegalArgumentException e) {
            throw new AssistantException(
                    Problem.of(Problem.Code.QUESTION_INVALID, "The address is not valid: " + e.getMessage() + "."));
        }
    }

    private static String json(RecordContext context, boolean admin) {
        JsonArrayBuilder fields = WebJson.array();
        context.fields()
                .forEach(field -> fields.add(WebJson.object()
                        .add("id", field.id())
                        .add("label", field.label())
                        .add("value", field.value())
                        .add("sensitivity", field.sensitivity().name().toLowerCase(Locale.ROOT))
                        .add("masked", field.masked())));
        JsonArrayBuilder leftOut = WebJson.array();
        context.leftOut()
                .forEach(left -> leftOut.add(WebJson.object()
                        .add("id", left.id())
                        .add("label", left.label())
                        .add("reason", left.reason())));
        JsonArrayBuilder actions = WebJson.array();
        context.actions()
                .forEach(action -> actions.add(WebJson.object()
                        .add("id", action.id())
                        .add("label", action.label())
                        .add("question", action.question())));
        return WebJson.object()
                .add(
                        "record",
                        WebJson.object()
                                .add("type", context.record().type())
                                .add("id", context.record().id())
                                .add("label", context.label())
                                .add("version", context.version())
                                .add("asOf", context.asOf().toString()))
                .add("fields", fields)
                .add("leftOut", leftOut)
                .add("estimatedTokens", context.estimatedTokens())
                .add("actions", actions)
                // The panel may show an admin what an answer took.
                .add("admin", admin)
                .build()
                .toString();
    }
}
