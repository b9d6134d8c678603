package erp.assistant.impl.provider;

import java.util.Locale;

/** Cuts words of a response down to what may stand in logs, metrics and messages. */
final class SafeText {

    private static final int MOST_CODE = 64;
    private static final int MOST_NAME = 128;

    private SafeText() {}

    /** An error type or code: lower case letters, digits and {@code _.-}, at most 64; empty if it has any other character. */
    static String code(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.length() <= MOST_CODE && allPlain(lower, "_.-") ? lower : "";
    }

    /** A model name or request id: letters, digits and {@code _.:/@-}, at most 128; other characters become {@code _}. */
    static String name(String word) {
        String cut = word.length() <= MOST_NAME ? word : word.substring(0, MOST_NAME);
        if (allPlain(cut, "_.:/@-")) {
            return cut;
        }
        StringBuilder safe = new StringBuilder(cut.length());
        for (int i = 0; i < cut.length(); i++) {
            char c = cut.charAt(i);
            safe.append(plain(c, "_.:/@-") ? c : '_');
        }
        return safe.toString();
    }

    private static boolean allPlain(String word, String others) {
        for (int i = 0; i < word.length(); i++) {
            if (!plain(word.charAt(i), others)) {
                return false;
            }
        }
        return true;
    }

    private static boolean plain(char c, String others) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || others.indexOf(c) >= 0;
    }
}
