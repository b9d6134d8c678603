package erp.assistant.impl.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds telephone numbers: international ones by their sign (ITU-T E.123), national ones by their usual groups, any others by the
 * word before them.
 *
 * <p>A telephone number has no check digit. Dates, amounts, GTINs and what the words before it call something else are left alone.
 */
final class PhoneDetector implements Detector {

    private static final int FEWEST = 7;
    private static final int MOST = 15;

    private static final String GROUPS = "(?:[ ./-]{0,2}\\(?\\d{1,12}\\)?|[ ./-]{0,2}\\(0\\)){1,9}";
    private static final Pattern CANDIDATE =
            Pattern.compile("(?<![A-Za-z0-9]|\\d[.,/-])(?:\\+ ?\\d{1,3}|\\(?\\+?\\d{2,5}\\)?|\\d)" + GROUPS);

    private static final Pattern INTERNATIONAL = Pattern.compile("\\(?\\+.*");

    /** 0049 421 123456: the trunk prefix of most countries, groups and at least eight digits. */
    private static final Pattern BY_PREFIX = Pattern.compile("00[1-9]\\d?\\d?[ /(-].*|00[1-9]\\d{10,12}");

    private static final Pattern NATIONAL = Pattern.compile(
            // (0421) 12 34 56, 0421 123456, 0421/123456-0
            "\\(0[1-9]\\d{1,4}\\) ?\\d{2,}(?:[ -]?\\d{1,}){0,4}|0[1-9]\\d{1,4}(?: ?/ ?| )\\d{2,}(?:[ -]\\d{1,}){0,4}"
                    // 0421-123456
                    + "|0[1-9]\\d{1,4}-\\d{4,8}"
                    // 06 12 34 56 78, 06.12.34.56.78
                    + "|0[1-9](?:[ .]\\d{2}){4}"
                    // (212) 555-0123, 212-555-0123
                    + "|\\([2-9]\\d{2}\\) ?[2-9]\\d{2}[ -]\\d{4}|[2-9]\\d{2}-[2-9]\\d{2}-\\d{4}");

    /** Another group of a longer number: "DE89 3704 0044 ...". */
    private static final Pattern GROUP_BEFORE = Pattern.compile("[\\dA-Z]\\d{2,} $");

    private static final Pattern FIVE_PAIRS = Pattern.compile("0[1-9](?:\\.\\d{2}){4}");

    private static final Pattern DATE = Pattern.compile(
            "(?:\\d{1,2}([./-])\\d{1,2}\\1(?:\\d{4}|\\d{2})|\\d{4}([./-])\\d{1,2}\\2\\d{1,2})(?!\\d).*");

    @Override
    public List<Finding> in(ScannedText text) {
        List<Finding> found = new ArrayList<>();
        Matcher candidates = CANDIDATE.matcher(text.plain());
        int at = text.start();
        while (at < text.plain().length() && candidates.find(at)) {
            int start = opened(candidates);
            int end = trimmed(text.plain(), candidates.start(), candidates.end());
            boolean phone = phone(text, start, end);
            if (phone) {
                found.add(new Finding(Kind.PHONE, start, end));
            }
            at = phone ? end : afterFirstDigits(text.plain(), candidates.start());
        }
        return found;
    }

    /** Without a bracket that belongs to the sentence: "(+49 421 123456)". */
    private static int opened(Matcher candidate) {
        String number = candidate.group();
        int closed = number.indexOf(')');
        int again = number.indexOf('(', 1);
        boolean itsOwn = number.charAt(0) != '('
                || (closed > 0 && (again < 0 || closed < again) && closed < number.length() - 1);
        return itsOwn ? candidate.start() : candidate.start() + 1;
    }

    /** Another number may follow one that is no telephone: "order 4711 (0421 123456)". */
    private static int afterFirstDigits(String plain, int start) {
        int at = start;
        while (at < plain.length() && !Character.isDigit(plain.charAt(at))) {
            at++;
        }
        while (at < plain.length() && Character.isDigit(plain.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean phone(ScannedText text, int start, int end) {
        String number = text.plain().substring(start, end);
        String digits = number.replaceAll("\\D", "");
        if (digits.length() < FEWEST || digits.length() > MOST + 2 || text.numberGoesOn(end)) {
            return false;
        }
        if (DATE.matcher(number).matches() && !FIVE_PAIRS.matcher(number).matches()) {
            return false;
        }
        String before = text.before(start);
        if (INTERNATIONAL.matcher(number).matches()) {
            return CallingCodes.known(digits) && digits.length() >= FEWEST + 1;
        }
        if (Words.PHONE.before(before)) {
            return true;
        }
        if (Words.BUSINESS.before(before) || GROUP_BEFORE.matcher(before).find()) {
            return false;
        }
        boolean abroad = BY_PREFIX.matcher(number).matches()
                && CallingCodes.known(digits.substring(2))
                && digits.length() >= FEWEST + 3
                && !(number.equals(digits) && Checksums.gtin(digits));
        return abroad || (NATIONAL.matcher(number).matches() && digits.length() >= FEWEST + 1 && digits.length() <= 13);
    }

    /** Without what belongs to the sentence: "(0421) 12 34 56." */
    private static int trimmed(String plain, int start, int end) {
        int at = end;
        while (at > start && !Character.isDigit(plain.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
