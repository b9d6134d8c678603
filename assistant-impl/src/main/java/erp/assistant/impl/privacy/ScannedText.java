package erp.assistant.impl.privacy;

/**
 * A text as detectors read it: full-width letters and the digits of all scripts as ASCII ones, special spaces and dashes as common
 * ones, all in the place where they stand in the text.
 *
 * @param plain as long as the text
 * @param start where the text begins; before it stands the label, which only tells what the text is about
 */
record ScannedText(String plain, int start) {

    /** The words before a place that tell what it is: "Tel.", "Order no.". */
    private static final int CONTEXT = 40;

    static ScannedText of(String label, String text) {
        String whole = label.isEmpty() ? text : label + ": " + text;
        StringBuilder plain = new StringBuilder(whole.length());
        for (int at = 0; at < whole.length(); at++) {
            plain.append(folded(whole.charAt(at)));
        }
        return new ScannedText(plain.toString(), whole.length() - text.length());
    }

    /** What stands right before a place. */
    String before(int at) {
        return plain.substring(Math.max(0, at - CONTEXT), at);
    }

    boolean wordAt(int at) {
        return at >= 0 && at < plain.length() && Character.isLetterOrDigit(plain.charAt(at));
    }

    /** Whether a number goes on at a place: with a digit, or with a decimal sign and one. */
    boolean numberGoesOn(int at) {
        return wordAt(at)
                || (at + 1 < plain.length()
                        && (plain.charAt(at) == ',' || plain.charAt(at) == '.')
                        && Character.isDigit(plain.charAt(at + 1)));
    }

    private static char folded(char c) {
        if (c < 0x80) {
            return c;
        }
        if (c >= '！' && c <= '～') {
            return (char) (c - '！' + '!');
        }
        int digit = Character.digit(c, 10);
        if (digit >= 0) {
            return (char) ('0' + digit);
        }
        if (Character.getType(c) == Character.SPACE_SEPARATOR) {
            return ' ';
        }
        return Character.getType(c) == Character.DASH_PUNCTUATION || c == '−' ? '-' : c;
    }
}
