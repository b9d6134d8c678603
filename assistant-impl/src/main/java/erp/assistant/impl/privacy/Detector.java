package erp.assistant.impl.privacy;

import java.util.List;

/** Finds one kind of personal data. Safe for use by many threads. */
interface Detector {

    /** All findings in a text, in its order. */
    List<Finding> in(ScannedText text);
}
