package erp.assistant.impl.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tokens of one request: what stands for which piece of personal data. For one thread.
 *
 * <p>The same data has the same token throughout a request, so that a model knows that it is the same person. Tokens are numbered
 * as they are needed: the same record and question give the same prompt, and a prompt tells nothing about another one.
 */
public final class Pseudonyms {

    /** What has the form of a token in a text that people wrote would otherwise be taken for one. */
    private static final Pattern LOOKS_LIKE_ONE =
            Pattern.compile("\\{(?=\\s*(?:" + Tokens.WORDS + ")\\s*[-_]\\s*\\d+\\s*})", Pattern.CASE_INSENSITIVE);

    private static final int SHORTEST_KNOWN = 4;

    private static final Pattern PERSON = Pattern.compile(
            "\\p{Lu}[\\p{L}.'’-]*(?: (?:\\p{Lu}[\\p{L}.'’-]*|von|van|de|del|della|di|da|dos|zu|der|den|ten|la|le)){1,4}");

    private final Map<String, String> tokenByData = new HashMap<>();
    private final Map<String, String> originals = new LinkedHashMap<>();

    /** Of what was said before only that is known which its asker read; a value of the record may be told to models otherwise. */
    private final Map<String, String> earlierByShown = new HashMap<>();

    private final int[] numbers = new int[Kind.values().length];
    private final List<Known> known = new ArrayList<>();

    /** A personal value that may come back in other texts. */
    private record Known(Pattern pattern, String value) {}

    /** The tokens of a request that goes on: what has one keeps it, wherever it comes again. */
    public static Pseudonyms after(Originals originals) {
        Pseudonyms pseudonyms = new Pseudonyms();
        originals.byToken().forEach((token, shown) -> {
            for (Kind kind : Kind.values()) {
                String start = "{" + kind.word() + "-";
                if (token.startsWith(start)) {
                    int number = Integer.parseInt(token.substring(start.length(), token.length() - 1));
                    pseudonyms.tokenByData.put(kind.word() + " " + shown, token);
                    pseudonyms.numbers[kind.ordinal()] = Math.max(pseudonyms.numbers[kind.ordinal()], number);
                }
            }
            pseudonyms.originals.put(token, shown);
            pseudonyms.learn(shown);
        });
        return pseudonyms;
    }

    /**
     * Makes a personal value known, so that it is found in texts too: as a whole, and a person's last word also alone.
     */
    public void learn(String value) {
        String clean = value.strip();
        if (clean.length() < SHORTEST_KNOWN || clean.chars().noneMatch(Character::isLetter)) {
            return;
        }
        addKnown(clean, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        int lastSpace = clean.lastIndexOf(' ');
        String last = clean.substring(lastSpace + 1);
        if (lastSpace > 0
                && last.length() >= SHORTEST_KNOWN
                && PERSON.matcher(clean).matches()) {
            addKnown(last, 0);
        }
    }

    private void addKnown(String value, int flags) {
        if (known.stream().noneMatch(one -> one.value().equals(value))) {
            known.add(new Known(
                    Pattern.compile("(?<![\\p{L}\\d{])" + Pattern.quote(value) + "(?![\\p{L}\\d])", flags), value));
        }
    }

    /**
     * The token of a whole value.
     *
     * @param shown what the asker sees in its place
     */
    public String token(String value, String shown) {
        return token(Kind.PERSONAL, value, shown);
    }

    /**
     * A text with tokens for all that is personal in it.
     *
     * @param label what the text is called, or empty
     */
    public String mask(String label, String text) {
        String masked = plain(text);
        List<Finding> found = PersonalData.in(label, masked);
        if (!found.isEmpty()) {
            masked = replaced(masked, found);
        }
        for (Known one : known) {
            if (contains(masked, one.value())) {
                masked = one.pattern()
                        .matcher(masked)
                        .replaceAll(match -> token(Kind.PERSONAL, match.group(), match.group()));
            }
        }
        return masked;
    }

    /**
     * A text of an earlier request with tokens of this one: the same data has the same token here as everywhere else in this
     * request, what is personal and was not known to be gets one too, and what only looks like a token is none.
     *
     * @param earlier what the tokens in the text stand for
     */
    public String again(String text, Originals earlier) {
        StringBuilder out = new StringBuilder(text.length());
        Matcher tokens = Tokens.TOKEN.matcher(text);
        int at = 0;
        while (tokens.find()) {
            Optional<String> data = earlier.data(tokens.group(1), tokens.group(2));
            if (data.isPresent()) {
                out.append(mask("", text.substring(at, tokens.start())))
                        .append(tokenOf(Kind.ofWord(tokens.group(1)), data.get()));
                at = tokens.end();
            }
        }
        return out.append(mask("", text.substring(at))).toString();
    }

    /** The token that the data has already, however it got it, or a new one. */
    private String tokenOf(Kind kind, String shown) {
        String begin = "{" + kind.word() + "-";
        return originals.entrySet().stream()
                .filter(known ->
                        known.getKey().startsWith(begin) && known.getValue().equals(shown))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> {
                    String token = token(kind, shown, shown);
                    earlierByShown.put(kind.word() + " " + shown, token);
                    return token;
                });
    }

    /** A text in which nothing can be taken for a token. */
    public static String plain(String text) {
        return text.indexOf('{') < 0 ? text : LOOKS_LIKE_ONE.matcher(text).replaceAll("(");
    }

    /** What was replaced so far. */
    public Originals originals() {
        return new Originals(originals);
    }

    private static boolean contains(String text, String value) {
        for (int at = 0; at + value.length() <= text.length(); at++) {
            if (text.regionMatches(true, at, value, 0, value.length())) {
                return true;
            }
        }
        return false;
    }

    private String replaced(String text, List<Finding> found) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        for (Finding finding : found) {
            String data = text.substring(finding.from(), finding.to());
            out.append(text, at, finding.from()).append(token(finding.kind(), data, data));
            at = finding.to();
        }
        return out.append(text, at, text.length()).toString();
    }

    /** Data that is written in another way has another token, because the asker is to read it as it was written. */
    private String token(Kind kind, String data, String shown) {
        String key = kind.word() + " " + data;
        String earlier = earlierByShown.get(kind.word() + " " + shown);
        if (earlier != null) {
            return earlier;
        }
        return tokenByData.computeIfAbsent(key, added -> {
            String token = "{" + kind.word() + "-" + ++numbers[kind.ordinal()] + "}";
            originals.put(token.toLowerCase(Locale.ROOT), shown);
            return token;
        });
    }
}
