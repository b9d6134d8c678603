package erp.assistant.web;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.record.Asker;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Makes the asker of the caller that the container signed in. */
final class Askers {

    private Askers() {}

    /** The language asked for, else the browser's first, else English. */
    static Asker of(SecurityContext security, HttpHeaders headers, String language) {
        return new Asker(
                security.getUserPrincipal().getName(),
                security::isUserInRole,
                locale(headers.getAcceptableLanguages(), language));
    }

    /** The same for a request that JAX-RS does not see. */
    static Asker of(HttpServletRequest request, String language) {
        List<Locale> accepted = Collections.list(request.getLocales());
        return new Asker(request.getUserPrincipal().getName(), request::isUserInRole, locale(accepted, language));
    }

    /** Refuses callers without the role, as {@code @RolesAllowed} does. */
    static void requireRole(HttpServletRequest request, String role) {
        if (!request.isUserInRole(role)) {
            throw new AssistantException(Problem.of(Problem.Code.NOT_ALLOWED, ProblemMapper.NO_ROLE));
        }
    }

    static Locale locale(List<Locale> acceptable, String language) {
        Locale asked = Locale.forLanguageTag(language);
        if (!asked.getLanguage().isEmpty()) {
            return asked;
        }
        return acceptable.stream()
                .filter(accepted -> !accepted.getLanguage().isEmpty() && !"*".equals(accepted.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
