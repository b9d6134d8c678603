package erp.assistant.web;

import erp.assistant.Assistant;
import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.record.RecordRef;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

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
        return ContextJson.of(assistant.context(ref(type, id), Askers.of(security, headers, "")))
                // The panel may show an admin what an answer took.
                .add("admin", security.isUserInRole(HttpApi.ADMIN))
                .build()
                .toString();
    }

    /** The address that a caller names. */
    static RecordRef ref(String type, String id) {
        if (id.isEmpty()) {
            throw JsonBody.invalid("The address is not valid: it needs the id of a record.");
        }
        try {
            return new RecordRef(type, id);
        } catch (IllegalArgumentException e) {
            throw new AssistantException(
                    Problem.of(Problem.Code.QUESTION_INVALID, "The address is not valid: " + e.getMessage() + "."));
        }
    }
}
