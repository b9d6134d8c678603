package erp.assistant.impl.prompt;

import erp.assistant.impl.privacy.Pseudonyms;
import java.util.regex.Pattern;

/**
 * Text that anybody may have written, made safe to stand in a prompt as data.
 *
 * <ul>
 *   <li>Invisible characters are removed: control, zero-width, bidirectional, tag and variation characters.
 *   <li>Characters without a meaning of their own (private use, unassigned, half a surrogate pair) become U+FFFD.
 *   <li>Angle brackets and their look-alikes become {@code ‹ ›}, and round brackets where they form a tag, so that no text can
 *       end the block it stands in.
 *   <li>{@code [#} becomes {@code (#}, so that no text can bring along citations that an answer would copy.
 *   <li>What looks like a token that stands for personal data gets a round bracket.
 *   <li>Line breaks of values become {@code  / }, other runs of space one space.
 *   <li>What is longer than allowed ends in {@value #CUT}.
 * </ul>
 *
 * <p>The visible words stay: whether they are an attack is not decided by a list of patterns here.
 */
final class DataText {

    static final String CUT = "… (cut)";
    static final int MAX_VALUE = 500;
    static final int MAX_LABEL = 80;
    static final int MAX_UNIT = 24;

    /** How much longer than allowed a text may be before its end is not even looked at. */
    private static final int LOOK_AHEAD = 20;

    private static final char OPEN = '‹';
    private static final char CLOSE = '›';
    private static final String OPEN_LOOK_ALIKES = "<＜﹤‹〈〈⟨❮❬˂ᐸ⧼";
    private static final String CLOSE_LOOK_ALIKES = ">＞﹥›〉〉⟩❯❭˃ᐳ⧽";
    private static final Pattern TAG = Pattern.compile("‹([^‹›]*)›");
    private static final Pattern HALF_TAG =
            Pattern.compile("‹(?=\\s*(?:[/\\\\|]|record|form_input|question))|(?<=[/|])›", Pattern.CASE_INSENSITIVE);
    private static final Pattern CITATION = Pattern.compile("\\[\\s*#");
    private static final Pattern LINE_BREAKS = Pattern.compile(" ?\\n[ \\n]*");
    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private DataText() {}

    /** A value of a record, on one line. */
    static String value(String text) {
        return capped(oneLine(text, MAX_VALUE), MAX_VALUE);
    }

    /** A label, on one line. */
    static String label(String text) {
        return capped(oneLine(text, MAX_LABEL), MAX_LABEL);
    }

    /** A unit of measure, on one line. */
    static String unit(String text) {
        return capped(oneLine(text, MAX_UNIT), MAX_UNIT);
    }

    /** A question; its line breaks stay and it is not cut. */
    static String question(String text) {
        return defused(visible(text)).strip();
    }

    private static String oneLine(String text, int limit) {
        if (text.length() <= limit && plain(text)) {
            return text;
        }
        boolean endless = text.length() > limit * LOOK_AHEAD;
        String looked = endless ? text.substring(0, limit * LOOK_AHEAD) : text;
        String plain = defused(LINE_BREAKS.matcher(visible(looked).strip()).replaceAll(" / "));
        return endless && plain.length() <= limit ? plain + CUT : plain;
    }

    /**
     * Whether nothing of what is done here would change the text, as with most labels and values: letters of Western Europe,
     * digits and marks without a meaning here, and single spaces between them.
     */
    private static boolean plain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean harmless = c >= ' ' && c <= '~' ? c != '<' && c != '>' && c != '[' : c >= 'À' && c <= 'ÿ';
            if (!harmless || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ' || text.isEmpty();
    }

    private static String defused(String text) {
        String tagless = HALF_TAG.matcher(TAG.matcher(text).replaceAll("($1)"))
                .replaceAll(half -> half.group().charAt(0) == OPEN ? "(" : ")");
        return Pseudonyms.plain(CITATION.matcher(tagless).replaceAll("(#"));
    }

    private static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n'
                    || c == '\r'
                    || c == '\u000B'
                    || c == '\f'
                    || c == '\u0085'
                    || c == '\u2028'
                    || c == '\u2029') {
                out.append('\n');
            } else if (c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR) {
                out.append(' ');
            } else if (OPEN_LOOK_ALIKES.indexOf(c) >= 0) {
                out.append(OPEN);
            } else if (CLOSE_LOOK_ALIKES.indexOf(c) >= 0) {
                out.append(CLOSE);
            } else if (c == '［' || c == '⁅' || c == '﹇') {
                out.append('[');
            } else if (c == '＃' || c == '﹟') {
                out.append('#');
            } else if (meaningless(c)) {
                out.append('\uFFFD');
            } else if (!invisible(c)) {
                out.appendCodePoint(c);
            }
        });
        return SPACES.matcher(out).replaceAll(" ");
    }

    private static boolean meaningless(int c) {
        int type = Character.getType(c);
        return type == Character.PRIVATE_USE || type == Character.UNASSIGNED || type == Character.SURROGATE;
    }

    private static boolean invisible(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0100 && c <= 0xE01EF)
                || (c >= 0x180B && c <= 0x180F)
                || c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || c == 0x2800
                || c == 0x3164
                || c == 0xFFA0;
    }

    private static String capped(String text, int limit) {
        int characters = text.codePointCount(0, text.length());
        boolean marked = text.endsWith(CUT) && characters <= limit + CUT.length();
        if (characters <= limit || marked) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, limit)).stripTrailing() + CUT;
    }
}
