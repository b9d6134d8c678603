package erp.assistant.impl.fault;

import java.util.Locale;

/** What is done about a failure before any text was shown. */
public enum Step {
    /** The next key of the same provider, at once. */
    KEY,
    /** The same provider once more, after a wait. */
    RETRY,
    /** The next provider. */
    NEXT,
    /** The asker is told why, if nobody else answers. */
    TELL,
    /** Nobody else is asked. */
    END;

    static Step of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
