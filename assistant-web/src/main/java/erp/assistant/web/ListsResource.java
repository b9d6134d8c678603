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
import jakarta.ws.rs.core.UriInfo;

/** Tells what would be sent about the rows of a list. */
@Path("lists")
@Singleton
@RolesAllowed(HttpApi.USER)
public class ListsResource {

    private final Assistant assistant;

    @Inject
    public ListsResource(Assistant assistant) {
        this.assistant = assistant;
    }

    /** What would be sent for the caller about the rows that the query string names, such as {@code ?status=open&sort=-dueDate}. */
    @GET
    @Path("{type}/context")
    @Produces(MediaType.APPLICATION_JSON)
    public String context(
            @PathParam("type") String type,
            @Context UriInfo uri,
            @Context SecurityContext security,
            @Context HttpHeaders headers) {
        String rows = uri.getRequestUri().getRawQuery();
        return ContextJson.of(assistant.listContext(
                        valid(type), ListWords.of(rows == null ? "" : rows), Askers.of(security, headers, "")))
                .add("admin", security.isUserInRole(HttpApi.ADMIN))
                .build()
                .toString();
    }

    /** The type that a caller names. */
    static String valid(String type) {
        try {
            return RecordRef.ofList(type).type();
        } catch (IllegalArgumentException e) {
            throw new AssistantException(
                    Problem.of(Problem.Code.QUESTION_INVALID, "The address is not valid: " + e.getMessage() + "."));
        }
    }
}
