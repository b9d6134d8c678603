package erp.assistant.impl.privacy;

/**
 * A piece of personal data in a text.
 *
 * @param from where it begins
 * @param to where it has ended
 */
record Finding(Kind kind, int from, int to) {
    Finding {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("a finding from " + from + " to " + to + " is none");
        }
    }

    boolean overlaps(Finding other) {
        return from < other.to && other.from < to;
    }
}
