package erp.assistant.impl.privacy;

import java.util.Set;

/** The country codes of the international telephone service, ITU-T E.164. */
final class CallingCodes {

    private static final Set<String> SHORT = Set.of(
            "1", "7", "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47",
            "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81",
            "82", "84", "86", "90", "91", "92", "93", "94", "95", "98");

    private CallingCodes() {}

    /** Whether a number begins with a country's code; codes of three digits begin with one of a few pairs. */
    static boolean known(String digits) {
        if (digits.length() < 3) {
            return false;
        }
        return SHORT.contains(digits.substring(0, 1))
                || SHORT.contains(digits.substring(0, 2))
                || Set.of(
                                "21", "22", "23", "24", "25", "26", "29", "35", "37", "38", "42", "50", "59", "67",
                                "68", "69", "80", "85", "88", "96", "97", "99")
                        .contains(digits.substring(0, 2));
    }
}
