package erp.assistant.impl.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the personal data in free text that has a form: accounts, cards, addresses of mail, telephones, national numbers. */
final class PersonalData {

    /** What is surer comes first: where two findings overlap, the first one stays. */
    private static final List<Detector> DETECTORS = List.of(
            new EmailDetector(), new IbanDetector(), new CardDetector(), new NationalIdDetector(), new PhoneDetector());

    /** Nothing with fewer digits is looked for; a codice fiscale may have letters for all of its digits. */
    private static final int FEWEST_DIGITS = 7;

    private static final int CODICE_FISCALE = 16;

    private PersonalData() {}

    /**
     * The findings in a text, in its order, without overlap.
     *
     * @param label what the text is called, which tells a telephone number from an order's
     */
    static List<Finding> in(String label, String text) {
        if (!possible(text)) {
            return List.of();
        }
        ScannedText scanned = ScannedText.of(label, text);
        List<Finding> found = new ArrayList<>();
        for (Detector detector : DETECTORS) {
            for (Finding finding : detector.in(scanned)) {
                if (found.stream().noneMatch(finding::overlaps)) {
                    found.add(finding);
                }
            }
        }
        int start = scanned.start();
        return found.stream()
                .map(finding -> new Finding(finding.kind(), finding.from() - start, finding.to() - start))
                .sorted(Comparator.comparingInt(Finding::from))
                .toList();
    }

    /** Cheap, because nearly no text has any. */
    private static boolean possible(String text) {
        int digits = 0;
        int word = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '@' || c == '＠') {
                return true;
            }
            digits += Character.isDigit(c) ? 1 : 0;
            word = Character.isLetterOrDigit(c) ? word + 1 : 0;
            if (digits >= FEWEST_DIGITS || word == CODICE_FISCALE) {
                return true;
            }
        }
        return EmailDetector.hasSpelledSign(text);
    }
}
