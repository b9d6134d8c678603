package erp.assistant.impl.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds bank accounts by their country's length and ISO 13616 check digits, in one piece or in groups. */
final class IbanDetector implements Detector {

    private static final Pattern BEGINNING = Pattern.compile("(?<![A-Za-z0-9])[A-Za-z]{2}[ ]?\\d[ ]?\\d");

    /** Lengths as the SWIFT IBAN registry (release 99) gives them. */
    private static final Map<String, Integer> LENGTHS = lengths(
            "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24"
                    + " FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20"
                    + " LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28"
                    + " PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22"
                    + " VG24 XK20 YE30");

    @Override
    public List<Finding> in(ScannedText text) {
        List<Finding> found = new ArrayList<>();
        Matcher beginnings = BEGINNING.matcher(text.plain());
        int at = text.start();
        while (beginnings.find(at)) {
            int end = end(text, beginnings.start());
            if (end > 0) {
                found.add(new Finding(Kind.IBAN, beginnings.start(), end));
            }
            at = Math.max(end, beginnings.start() + 1);
        }
        return found;
    }

    /** Where the account that begins here has ended, or 0 if it is none. */
    private static int end(ScannedText text, int start) {
        String plain = text.plain();
        Integer length = LENGTHS.get(plain.substring(start, start + 2).toUpperCase(Locale.ROOT));
        if (length == null) {
            return 0;
        }
        StringBuilder account = new StringBuilder(length);
        int at = start;
        while (at < plain.length() && account.length() < length) {
            char c = plain.charAt(at);
            boolean separator = (c == ' ' || c == '-' || c == '.') && text.wordAt(at + 1) && text.wordAt(at - 1);
            if (Character.digit(c, 36) >= 0) {
                account.append(c);
            } else if (!separator) {
                return 0;
            }
            at++;
        }
        boolean whole = account.length() == length && !text.wordAt(at);
        return whole && Checksums.iban(account.toString().toUpperCase(Locale.ROOT)) ? at : 0;
    }

    private static Map<String, Integer> lengths(String countries) {
        Map<String, Integer> lengths = new HashMap<>();
        for (String country : countries.split(" ", -1)) {
            lengths.put(country.substring(0, 2), Integer.valueOf(country.substring(2)));
        }
        return Map.copyOf(lengths);
    }
}
