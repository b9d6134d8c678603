package sample.erp.assistant;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Ties the answers of whoever is signed in to the session of the screens. */
@WebFilter("/*")
public class SessionFilter extends HttpFilter {

    private static final String ANSWERS = "assistant.answers";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        @Nullable Principal person = request.getUserPrincipal();
        if (person != null) {
            HttpSession session = request.getSession();
            AnswersOf answers = new AnswersOf(person.getName());
            if (!answers.equals(session.getAttribute(ANSWERS))) {
                session.setAttribute(ANSWERS, answers);
            }
        }
        chain.doFilter(request, response);
    }
}
