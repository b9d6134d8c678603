package erp.assistant.web;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;

/** Makes a problem document of whatever a resource throws; what is not ours shows nothing of its inside. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    static final String NO_ROLE = "Your account does not have the role that this needs. Ask your administrator.";

    private static final Logger LOG = System.getLogger("erp.assistant.web");

    @Override
    public Response toResponse(Throwable thrown) {
        Problem problem = problem(thrown);
        Response.ResponseBuilder response = Response.status(status(thrown, problem))
                .type(ProblemJson.MEDIA_TYPE)
                .entity(ProblemJson.of(problem));
        retryAfter(problem).ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
        return response.build();
    }

    /** Writes the same document outside JAX-RS. */
    static void write(RuntimeException thrown, HttpServletResponse response) throws IOException {
        Problem problem = problem(thrown);
        response.setStatus(status(thrown, problem));
        response.setContentType(ProblemJson.MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        retryAfter(problem).ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, seconds));
        response.getWriter().write(ProblemJson.of(problem));
    }

    private static int status(Throwable thrown, Problem problem) {
        return thrown instanceof WebApplicationException web
                ? web.getResponse().getStatus()
                : ProblemJson.status(problem.code());
    }

    private static Optional<String> retryAfter(Problem problem) {
        return problem.retryAfter().map(wait -> Long.toString(ProblemJson.seconds(wait)));
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
            case 403 -> NO_ROLE;
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
