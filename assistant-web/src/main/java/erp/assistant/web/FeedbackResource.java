package erp.assistant.web;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.report.FeedbackBook;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;

/** Takes what the asker of an answer thinks of it. */
@Path("answers/{id}/feedback")
@Singleton
@RolesAllowed(HttpApi.USER)
public class FeedbackResource {

    private final FeedbackBook book;

    @Inject
    public FeedbackResource(FeedbackBook book) {
        this.book = book;
    }

    /** Rates an answer of the caller; rating again replaces. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response rate(@PathParam("id") String id, InputStream body, @Context SecurityContext security)
            throws IOException {
        FeedbackRequest feedback = FeedbackRequest.read(body);
        String user = security.getUserPrincipal().getName();
        if (book.rate(id, user, feedback.rating(), feedback.reason())) {
            return Response.noContent().build();
        }
        throw new AssistantException(Problem.of(
                Problem.Code.RECORD_NOT_AVAILABLE, "There is no such answer: it was never given, or it is not yours."));
    }
}
