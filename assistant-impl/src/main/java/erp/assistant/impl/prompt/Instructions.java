package erp.assistant.impl.prompt;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The templates that the instructions of one prompt are made of, in their order; nothing of record or question is in them. */
record Instructions(List<Template> templates) {

    /** Stands for the language of the answer. */
    static final String LANGUAGE = "{language}";

    Instructions {
        templates = List.copyOf(templates);
    }

    /** The names and versions, joined by plus signs. */
    String id() {
        return templates.stream().map(Template::id).collect(Collectors.joining("+"));
    }

    String in(Locale language) {
        return templates.stream()
                .map(Template::text)
                .collect(Collectors.joining("\n"))
                .replace(LANGUAGE, named(language));
    }

    private static String named(Locale language) {
        Locale wellFormed = Locale.forLanguageTag(language.toLanguageTag());
        return wellFormed.getLanguage().isEmpty()
                ? Locale.ENGLISH.getDisplayName(Locale.ENGLISH)
                : new Locale.Builder()
                        .setLanguage(wellFormed.getLanguage())
                        .setRegion(wellFormed.getCountry())
                        .build()
                        .getDisplayName(Locale.ENGLISH);
    }
}
