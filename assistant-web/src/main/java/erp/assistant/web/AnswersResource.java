package erp.assistant.web;

import erp.assistant.Assistant;
import erp.assistant.AssistantException;
import erp.assistant.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;

/** Asks for a whole answer, and stops an answer; {@link EventStreamFilter} streams. */
@Path("answers")
@Singleton
@RolesAllowed(HttpApi.USER)
@Consumes(MediaType.APPLICATION_JSON)
public class AnswersResource {

    private final Assistant assistant;

    @Inject
    public AnswersResource(Assistant assistant) {
        this.assistant = assistant;
    }

    /** Returns the whole answer as one object. */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> whole(
            InputStream body, @Context SecurityContext security, @Context HttpHeaders headers) throws IOException {
        AskRequest asked = AskRequest.read(body);
        WholeAnswer whole = new WholeAnswer();
        assistant.ask(asked.question(Askers.of(security, headers, asked.language())), whole);
        return whole.response();
    }

    /** Stops all answers of the caller on this server, whichever browser asked for them. */
    @DELETE
    public Response stopAll(@Context SecurityContext security) {
        assistant.stopAll(security.getUserPrincipal().getName());
        return Response.noContent().build();
    }

    /** Stops an answer of the caller; its stream ends with {@code done}, incomplete because it was stopped. */
    @DELETE
    @Path("{id}")
    public Response stop(@PathParam("id") String id, @Context SecurityContext security, @Context HttpHeaders headers) {
        if (assistant.stop(id, Askers.of(security, headers, ""))) {
            return Response.noContent().build();
        }
        throw new AssistantException(Problem.of(
                Problem.Code.RECORD_NOT_AVAILABLE,
                "There is no such answer under way: it has ended, or it is not yours."));
    }
}
