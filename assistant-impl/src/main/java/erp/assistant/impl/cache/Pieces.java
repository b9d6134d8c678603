package erp.assistant.impl.cache;

import java.util.ArrayList;
import java.util.List;

/** A text in a few pieces, parted after spaces; joined they are the text. */
final class Pieces {

    private static final int LENGTH = 200;

    private Pieces() {}

    static List<String> of(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (text.length() - from > LENGTH) {
            int space = text.indexOf(' ', from + LENGTH);
            if (space < 0) {
                break;
            }
            pieces.add(text.substring(from, space + 1));
            from = space + 1;
        }
        if (from < text.length()) {
            pieces.add(text.substring(from));
        }
        return pieces;
    }
}
