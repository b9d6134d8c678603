package sample.erp.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of this ERP in one language, from the resource bundle {@code Words}: what records, fields, units, buttons and rules are
 * called, and words such as a status. What has no translation stays English; names, notes and numbers are never touched.
 */
final class Words {

    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final Pattern EDGES = Pattern.compile("^[^A-Za-z0-9]+|[^A-Za-z0-9]+$");
    private static final Pattern NO_LETTERS = Pattern.compile("[^A-Za-z]+");
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

    /** Between the parts of a text that the ERP puts together, such as {@code purchase order 45304, unconfirmed}. */
    private static final Pattern JOINT = Pattern.compile("; |, |: ");

    /** No text of the ERP's own is longer; a note may be. */
    private static final int LONGEST = 200;

    private final String type;
    private final ResourceBundle bundle;

    private Words(String type, ResourceBundle bundle) {
        this.type = type;
        this.bundle = bundle;
    }

    /** @param type the record type, for texts that mean something else there */
    static Words in(Locale language, String type) {
        return new Words(
                type,
                ResourceBundle.getBundle(
                        "sample.erp.assistant.Words", language, Words.class.getClassLoader(), NO_OTHER_LANGUAGE));
    }

    /** A text with its key: letters and dashes, with a 0 for each figure. */
    private record Keyed(String key, List<String> figures) {
        static Keyed of(String text) {
            List<String> words = new ArrayList<>();
            List<String> figures = new ArrayList<>();
            for (String word : text.split("\\s+", -1)) {
                String bare = EDGES.matcher(word).replaceAll("");
                if (bare.chars().anyMatch(Character::isDigit)) {
                    figures.add(bare);
                    words.add("0");
                } else if (!bare.isEmpty()) {
                    words.add(NO_LETTERS.matcher(bare).replaceAll("-"));
                }
            }
            return new Keyed(String.join("-", words), figures);
        }

        String filled(String translation) {
            return PLACE.matcher(translation)
                    .replaceAll(place -> Matcher.quoteReplacement(figures.get(Integer.parseInt(place.group(1)))));
        }
    }

    /** The English text in this language, or as it is. */
    String of(String english) {
        if (english.isBlank() || english.length() > LONGEST) {
            return english;
        }
        String whole = translated(english);
        return whole.isEmpty() ? inParts(english) : whole;
    }

    private String inParts(String english) {
        StringBuilder all = new StringBuilder();
        Matcher joint = JOINT.matcher(english);
        int start = 0;
        while (joint.find()) {
            String part = part(english.substring(start, joint.start()));
            if (part.isEmpty()) {
                return english;
            }
            all.append(part).append(joint.group());
            start = joint.end();
        }
        String last = part(english.substring(start));
        return start == 0 || last.isEmpty() ? english : all.append(last).toString();
    }

    private String part(String english) {
        return Keyed.of(english).key().equals("0") ? english : translated(english);
    }

    private String translated(String english) {
        Keyed text = Keyed.of(english);
        String own = type + "." + text.key();
        if (bundle.containsKey(own)) {
            return text.filled(bundle.getString(own));
        }
        return bundle.containsKey(text.key()) ? text.filled(bundle.getString(text.key())) : "";
    }
}
