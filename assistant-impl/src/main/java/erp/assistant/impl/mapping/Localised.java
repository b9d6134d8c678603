package erp.assistant.impl.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A text in one or several languages.
 *
 * @param byLanguage by language tag, lower case; the first is for everybody else; at least one
 */
record Localised(Map<String, String> byLanguage) {

    Localised {
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("a text needs at least one language");
        }
    }

    static Localised of(String text) {
        return new Localised(Map.of("", text));
    }

    String in(Locale locale) {
        String exact = byLanguage.get(locale.toLanguageTag().toLowerCase(Locale.ROOT));
        if (exact != null) {
            return exact;
        }
        String language = byLanguage.get(locale.getLanguage());
        return language != null ? language : byLanguage.values().iterator().next();
    }
}
