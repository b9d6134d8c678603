package erp.assistant.web;

import erp.assistant.AssistantException;
import erp.assistant.Conversations;
import erp.assistant.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** The caller's own earlier conversations; those of others do not exist. */
@Path("conversations")
@Singleton
@RolesAllowed(HttpApi.USER)
public class ConversationsResource {

    private final Conversations conversations;

    @Inject
    public ConversationsResource(Conversations conversations) {
        this.conversations = conversations;
    }

    /** Lists them, latest first; 404 where none are kept. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("q") @DefaultValue("") String search,
            @Context SecurityContext security,
            @Context HttpHeaders headers) {
        if (!conversations.kept()) {
            throw new AssistantException(
                    Problem.of(Problem.Code.RECORD_NOT_AVAILABLE, "This server keeps no conversations."));
        }
        return Response.ok(ConversationsJson.of(conversations.list(Askers.of(security, headers, ""), search)))
                .build();
    }

    /** One with its turns. */
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response find(@PathParam("id") String id, @Context SecurityContext security, @Context HttpHeaders headers) {
        return conversations
                .find(id, Askers.of(security, headers, ""))
                .map(found -> Response.ok(ConversationsJson.of(found)).build())
                .orElseThrow(ConversationsResource::none);
    }

    /** Deletes one for good. */
    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id, @Context SecurityContext security) {
        if (!conversations.delete(id, security.getUserPrincipal().getName())) {
            throw none();
        }
        return Response.noContent().build();
    }

    /** Deletes all for good. */
    @DELETE
    public Response deleteAll(@Context SecurityContext security) {
        int deleted = conversations.deleteAll(security.getUserPrincipal().getName());
        return Response.ok("{\"deleted\":" + deleted + "}", MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static AssistantException none() {
        return new AssistantException(Problem.of(
                Problem.Code.RECORD_NOT_AVAILABLE,
                "There is no such conversation: it has been deleted, is too old, or is not yours."));
    }
}
