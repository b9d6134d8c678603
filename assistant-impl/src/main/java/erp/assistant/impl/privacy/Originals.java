package erp.assistant.impl.privacy;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

/**
 * What the tokens of a request stand for. Never leaves the server but in the answer to its own asker.
 *
 * @param byToken what is shown in the place of each token
 */
public record Originals(Map<String, String> byToken) {

    public static final Originals NONE = new Originals(Map.of());

    public Originals {
        byToken = Map.copyOf(byToken);
    }

    /** Those whose tokens stand in a message. */
    public Originals in(String message) {
        Map<String, String> used = new HashMap<>(byToken);
        used.keySet().removeIf(token -> !message.contains(token));
        return new Originals(used);
    }

    /** What the token with this word and number stands for. */
    Optional<String> data(String word, String number) {
        return Optional.ofNullable(byToken.get(key(word, number)));
    }

    /** These and those that the same request got since. */
    public Originals and(Originals more) {
        Map<String, String> all = new HashMap<>(byToken);
        all.putAll(more.byToken());
        return new Originals(all);
    }

    /** A whole text with the data in the place of its tokens; a token that was never given stays. */
    public String restore(String text) {
        if (byToken.isEmpty() || text.indexOf('{') < 0) {
            return text;
        }
        return Tokens.TOKEN.matcher(text).replaceAll(match -> Matcher.quoteReplacement(original(match)));
    }

    /** A text without the tokens that were given, such as for a check of its figures. */
    public String remove(String text) {
        if (byToken.isEmpty() || text.indexOf('{') < 0) {
            return text;
        }
        return Tokens.TOKEN
                .matcher(text)
                .replaceAll(match -> byToken.containsKey(key(match)) ? " " : Matcher.quoteReplacement(match.group()));
    }

    private String original(MatchResult match) {
        return byToken.getOrDefault(key(match), match.group());
    }

    private static String key(MatchResult match) {
        return key(match.group(1), match.group(2));
    }

    private static String key(String word, String number) {
        return "{" + word.toLowerCase(Locale.ROOT) + "-" + number + "}";
    }

    /** Does not show the data, so that it can be logged. */
    @Override
    public String toString() {
        return "Originals[" + byToken.size() + "]";
    }
}
