package erp.assistant.web;

import erp.assistant.record.Asker;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Locale;

/** Makes the asker of the caller that the container signed in. */
final class Askers {

    private Askers() {}

    /** The language asked for, else the browser's first, else English. */
    static Asker of(SecurityContext security, HttpHeaders headers, String language) {
        return new Asker(security.getUserPrincipal().getName(), security::isUserInRole, locale(headers, language));
    }

    private static Locale locale(HttpHeaders headers, String language) {
        Locale asked = Locale.forLanguageTag(language);
        if (!asked.getLanguage().isEmpty()) {
            return asked;
        }
        return headers.getAcceptableLanguages().stream()
                .filter(accepted -> !accepted.getLanguage().isEmpty() && !"*".equals(accepted.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
