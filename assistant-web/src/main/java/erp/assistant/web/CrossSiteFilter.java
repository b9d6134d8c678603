package erp.assistant.web;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets state-changing requests through only if no form on another site could have sent them: they need a header, and a body
 * type, that a browser sends across sites only after asking this server, which never agrees.
 */
@Provider
public class CrossSiteFilter implements ContainerRequestFilter {

    static final String REQUESTED_WITH = "X-Requested-With";
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Override
    public void filter(ContainerRequestContext request) {
        if (READING.contains(request.getMethod())) {
            return;
        }
        check(
                request.getMethod(),
                request.getHeaderString(HttpHeaders.CONTENT_TYPE),
                request.getHeaderString(REQUESTED_WITH));
    }

    /** Refuses what a form on another site could have sent. */
    static void check(String method, @Nullable String contentType, @Nullable String requestedWith) {
        boolean json =
                contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON);
        boolean bodyAllowed = json || (HttpMethod.DELETE.equals(method) && contentType == null);
        if (requestedWith == null || !bodyAllowed) {
            throw new AssistantException(Problem.of(
                    Problem.Code.NOT_ALLOWED,
                    "Send the header " + REQUESTED_WITH + " and Content-Type: application/json with this request."));
        }
    }
}
