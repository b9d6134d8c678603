package erp.assistant.impl.prompt;

/**
 * An estimate of the tokens of a text that is meant never to be too low.
 *
 * <p>Made locally, because a provider's count would cost a call per prompt. It assumes a byte-pair vocabulary of 100,000 entries
 * or more and European text. Per run of characters:
 *
 * <ul>
 *   <li>lower-case words: one token for each three letters, rounded up; a capital at the start belongs to the word;
 *   <li>words with capitals inside, which are codes or abbreviations: one per letter;
 *   <li>each letter outside ASCII: one more; outside the Latin scripts: its UTF-8 bytes;
 *   <li>each digit, punctuation mark and line break: one, though most vocabularies join up to three digits;
 *   <li>spaces: none before a word, with which vocabularies join them, else one each.
 * </ul>
 *
 * The estimate of texts joined at punctuation is the sum of their estimates.
 */
final class TokenEstimate {

    private static final int LETTERS_PER_TOKEN = 3;
    private static final int LAST_LATIN = 0x24F;

    private TokenEstimate() {}

    static int of(String text) {
        int tokens = 0;
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (latinLetter(c)) {
                int end = endOfWord(text, at);
                tokens += word(text, at, end);
                at = end;
            } else {
                at += Character.charCount(c);
                if (c != ' ' || at >= text.length() || !latinLetter(text.codePointAt(at))) {
                    tokens += c < 0x80 ? 1 : utf8Bytes(c);
                }
            }
        }
        return tokens;
    }

    private static int endOfWord(String text, int from) {
        int at = from;
        while (at < text.length() && latinLetter(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static int word(String text, int from, int to) {
        int beyondAscii = 0;
        boolean capitalsInside = false;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            beyondAscii += c < 0x80 ? 0 : 1;
            capitalsInside |= at > from && Character.isUpperCase(c);
        }
        int letters = to - from;
        int asWord = (letters + LETTERS_PER_TOKEN - 1) / LETTERS_PER_TOKEN;
        return (capitalsInside ? letters : asWord) + beyondAscii;
    }

    private static boolean latinLetter(int c) {
        return c <= LAST_LATIN && Character.isLetter(c);
    }

    private static int utf8Bytes(int c) {
        return c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    }
}
