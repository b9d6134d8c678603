package erp.assistant.impl.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/** Finds the numbers by which states know their people. */
final class NationalIdDetector implements Detector {

    @Override
    public List<Finding> in(ScannedText text) {
        List<Finding> found = new ArrayList<>();
        for (NationalId id : NationalId.values()) {
            Matcher matcher = id.form().matcher(text.plain());
            int at = text.start();
            while (at < text.plain().length() && matcher.find(at)) {
                if (isOne(id, text, matcher)) {
                    found.add(new Finding(Kind.NATIONAL_ID, matcher.start(), matcher.end()));
                }
                at = matcher.end();
            }
        }
        return found;
    }

    private static boolean isOne(NationalId id, ScannedText text, Matcher matcher) {
        String number = matcher.group().replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
        if (!id.checks(number)) {
            return false;
        }
        String before = text.before(matcher.start());
        if (Words.NATIONAL_ID.before(before)) {
            return true;
        }
        return !id.needsWord() && !Words.BUSINESS.before(before);
    }
}
