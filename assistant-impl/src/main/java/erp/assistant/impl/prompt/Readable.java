package erp.assistant.impl.prompt;

import erp.assistant.impl.privacy.Originals;
import erp.assistant.impl.privacy.Restoring;

/** Makes an answer readable while it arrives: personal data in the place of tokens, nothing that a browser could follow or load. */
public final class Readable {

    private final Restoring restoring;
    private final Defusing defusing = new Defusing();

    Readable(Originals originals) {
        this.restoring = new Restoring(originals);
    }

    /** The request has got further tokens. */
    public void know(WrittenPrompt written) {
        restoring.know(written.originals());
    }

    /** What can be shown now that this piece has come; may be empty. */
    public String add(String piece) {
        return defusing.add(restoring.add(piece));
    }

    /** What was held back, now that nothing comes any more; may be empty. */
    public String rest() {
        return defusing.add(restoring.rest()) + defusing.rest();
    }

    /** The answer starts anew. */
    public void restart() {
        restoring.restart();
        defusing.restart();
    }
}
