package erp.assistant.impl.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds e-mail addresses, also with {@code (at)} or {@code [at]} for the sign and with letters beyond ASCII. */
final class EmailDetector implements Detector {

    private static final Pattern ADDRESS =
            Pattern.compile("(?<![\\p{L}\\d._%+-])[\\p{L}\\d_%+'-](?:[\\p{L}\\d._%+'-]{0,62}[\\p{L}\\d_%+-])?"
                    + "(?:@| ?[(\\[{] ?(?:at|AT|arroba|chez) ?[)\\]}] ?)"
                    + "(?:[\\p{L}\\d](?:[\\p{L}\\d-]{0,61}[\\p{L}\\d])?(?:\\.| ?[(\\[{] ?(?:dot|punkt|point|punto|ponto) ?[)\\]}] ?)){1,6}\\p{L}{2,24}"
                    + "(?![\\p{L}\\d@])");

    @Override
    public List<Finding> in(ScannedText text) {
        if (text.plain().indexOf('@') < 0 && !hasSpelledSign(text.plain())) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>();
        Matcher addresses = ADDRESS.matcher(text.plain());
        for (int at = text.start(); at < text.plain().length() && addresses.find(at); at = addresses.end()) {
            found.add(new Finding(Kind.EMAIL, addresses.start(), addresses.end()));
        }
        return found;
    }

    /** Whether there can be {@code (at)} or one of its kin: only they have a bracket after a letter. */
    static boolean hasSpelledSign(String text) {
        for (int at = text.length() - 1; at > 2; at--) {
            char c = text.charAt(at);
            if (c == ')' || c == ']' || c == '}') {
                char before = text.charAt(text.charAt(at - 1) == ' ' ? at - 2 : at - 1);
                if (before == 't' || before == 'T' || before == 'a' || before == 'z') {
                    return true;
                }
            }
        }
        return false;
    }
}
