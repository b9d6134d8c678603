package erp.assistant.impl.prompt;

import java.util.Locale;

/**
 * A version of the instructions; a change of the words is a new version, so that answers can be traced to what was asked.
 *
 * @param name name and version, such as {@code answer/1}
 */
record Template(String name, String words) {

    static Template load(String name, int version) {
        return new Template(
                name + "/" + version,
                Resource.text("templates/" + name + "-" + version + ".txt").strip());
    }

    /** The instructions with the language of the answer filled in; nothing of record or question is in them. */
    String instructions(Locale language) {
        return words.replace("{language}", named(language));
    }

    /** These instructions with more after them, which are named too. */
    Template with(Template more) {
        return new Template(name + "+" + more.name, words + "\n\n" + more.words);
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
