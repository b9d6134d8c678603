package erp.assistant.web;

import erp.assistant.record.Asker;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
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
        List<Locale> accepted = headers.getAcceptableLanguages();
        return accepted.isEmpty() || "*".equals(accepted.get(0).getLanguage()) ? Locale.ENGLISH : accepted.get(0);
    }
}
