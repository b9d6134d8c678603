package erp.assistant.impl.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds numbers of payment cards: an issuer's range and length, printed in one piece or in the usual groups, with a Luhn digit.
 *
 * <p>One number in ten has a Luhn digit by chance, so what the words before it call something else is left alone.
 */
final class CardDetector implements Detector {

    private static final Pattern NUMBER = Pattern.compile(
            "(?<![A-Za-z0-9]|\\d[.,-])(?:\\d{4}([ -])\\d{4}\\1\\d{4}\\1\\d{4}(?:\\1\\d{3})?|\\d{4}([ -])\\d{6}\\2\\d{4,5}|\\d{14,19})"
                    + "(?![A-Za-z0-9]|[.,-]\\d)");

    /** The length of the GTIN of a trade unit, which can be a card's too. */
    private static final int GTIN = 14;

    /** Amex, Diners, JCB, Visa, Mastercard, Discover, UnionPay and Maestro, each with its lengths. */
    private static final Pattern ISSUED =
            Pattern.compile("3[47]\\d{13}|3(?:0[0-5]|[68]\\d)\\d{11}|35(?:2[89]|[3-8]\\d)\\d{12}"
                    + "|4\\d{15}|4\\d{18}|5[1-5]\\d{14}|2(?:22[1-9]|2[3-9]\\d|[3-6]\\d\\d|7[01]\\d|720)\\d{12}"
                    + "|6(?:011|4[4-9]\\d|5\\d\\d)\\d{12}|62\\d{14}(?:\\d{3})?|(?:50|5[6-8]|6[37])\\d{14}(?:\\d{3})?");

    @Override
    public List<Finding> in(ScannedText text) {
        List<Finding> found = new ArrayList<>();
        Matcher numbers = NUMBER.matcher(text.plain());
        int at = text.start();
        while (at < text.plain().length() && numbers.find(at)) {
            String digits = numbers.group().replaceAll("[ -]", "");
            if (ISSUED.matcher(digits).matches()
                    && Checksums.luhn(digits)
                    && card(text.before(numbers.start()), numbers.group())) {
                found.add(new Finding(Kind.CARD, numbers.start(), numbers.end()));
            }
            at = numbers.end();
        }
        return found;
    }

    private static boolean card(String before, String number) {
        if (Words.CARD.before(before)) {
            return true;
        }
        return !Words.BUSINESS.before(before) && !(number.length() == GTIN && Checksums.gtin(number));
    }
}
