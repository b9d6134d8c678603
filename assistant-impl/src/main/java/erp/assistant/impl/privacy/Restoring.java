package erp.assistant.impl.privacy;

/**
 * Puts personal data back into an answer while it arrives, also where a token comes in several pieces. For one thread at a time.
 *
 * <p>Holds back at most the beginning of a token.
 */
public final class Restoring {

    private Originals originals;
    private String held = "";

    public Restoring(Originals originals) {
        this.originals = originals;
    }

    /** Knows these tokens from now on. */
    public void know(Originals all) {
        originals = all;
    }

    /** What can be shown now that this piece has come; may be empty. */
    public String add(String piece) {
        if (originals.byToken().isEmpty()) {
            return piece;
        }
        String text = held + piece;
        int begun = Tokens.begun(text);
        held = text.substring(begun);
        return originals.restore(text.substring(0, begun));
    }

    /** What was held back, now that nothing comes any more. */
    public String rest() {
        String rest = held;
        held = "";
        return originals.restore(rest);
    }

    /** Forgets what was held back: the answer starts anew. */
    public void restart() {
        held = "";
    }
}
