package erp.assistant.web;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/** Makes a problem document of whatever a resource throws; what is not ours shows nothing of its inside. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger("erp.assistant.web");

    @Override
    public Response toResponse(Throwable thrown) {
        Problem problem = problem(thrown);
        int status = thrown instanceof WebApplicationException web
                ? web.getResponse().getStatus()
                : ProblemJson.status(problem.code());
        Response.ResponseBuilder response =
                Response.status(status).type(ProblemJson.MEDIA_TYPE).entity(ProblemJson.of(problem));
        problem.retryAfter().ifPresent(wait -> response.header("Retry-After", Math.max(1, wait.toSeconds())));
        return response.build();
    }

    private static Problem problem(Throwable thrown) {
        if (thrown instanceof AssistantException ours) {
            return ours.problem();
        }
        if (thrown instanceof WebApplicationException web) {
            return ofStatus(web);
        }
        String reference = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "request failed, reference " + reference, thrown);
        return Problem.of(
                Problem.Code.INTERNAL,
                "Something failed in the assistant. Nothing was lost; try again, and give your administrator the reference "
                        + reference + " if it stays.");
    }

    private static Problem ofStatus(WebApplicationException web) {
        int status = web.getResponse().getStatus();
        Problem.Code code = switch (status) {
            case 401 -> Problem.Code.NOT_SIGNED_IN;
            case 403 -> Problem.Code.NOT_ALLOWED;
            case 404 -> Problem.Code.RECORD_NOT_AVAILABLE;
            default -> status < 500 ? Problem.Code.QUESTION_INVALID : Problem.Code.INTERNAL;
        };
        String detail = switch (status) {
            case 401 -> "You are not signed in. Sign in and ask again.";
            case 403 -> "Your account does not have the role that this needs. Ask your administrator.";
            case 404 -> "There is nothing at this address.";
            case 405 ->
                "This address does not know the method of the request. It knows "
                        + String.join(", ", web.getResponse().getAllowedMethods()) + ".";
            case 406 -> "Ask for text/event-stream or application/json.";
            case 415 -> "Send the body as application/json.";
            default ->
                status < 500
                        ? "The request could not be read: send one JSON object as the contract describes."
                        : "Something failed in the server.";
        };
        return Problem.of(code, detail);
    }
}
