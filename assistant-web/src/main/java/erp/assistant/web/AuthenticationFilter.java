package erp.assistant.web;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Turns anonymous callers away from everything under {@code /api}.
 *
 * <p>The ERP's single sign-on cookie has signed the caller in before this filter runs; a basic authentication header is taken
 * as well. Not a container-managed challenge, because that opens the browser's own password dialog over the business screen
 * when a session has ended.
 */
public class AuthenticationFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String BASIC = "Basic ";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        // Proxies in front of the server must not collect a stream before they pass it on.
        response.setHeader("X-Accel-Buffering", "no");
        if (request.getUserPrincipal() == null && !signIn(request)) {
            deny(request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean signIn(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return false;
        }
        try {
            String credentials = new String(
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip()), StandardCharsets.UTF_8);
            int colon = credentials.indexOf(':');
            if (colon < 1) {
                return false;
            }
            request.login(credentials.substring(0, colon), credentials.substring(colon + 1));
            return true;
        } catch (IllegalArgumentException | ServletException e) {
            return false;
        }
    }

    private static void deny(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader(CrossSiteFilter.REQUESTED_WITH) == null) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"assistant\", charset=\"UTF-8\"");
        }
        Problem problem = Problem.of(
                Problem.Code.NOT_SIGNED_IN, "You are not signed in, or your session has ended. Sign in and ask again.");
        ProblemMapper.write(new AssistantException(problem), response);
    }
}
