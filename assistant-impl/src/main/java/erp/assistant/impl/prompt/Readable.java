package erp.assistant.impl.prompt;

import erp.assistant.impl.privacy.Originals;
import erp.assistant.impl.privacy.Restoring;

/** Makes an answer readable while it arrives: the record's own ids in citations, personal data in the place of tokens, nothing that a browser could follow or load. */
public final class Readable {

    private final LongCitations citations;
    private final Restoring restoring;
    private final Defusing defusing = new Defusing();

    Readable(Originals originals, ShortIds ids) {
        this.citations = new LongCitations(ids);
        this.restoring = new Restoring(originals);
    }

    /** The request has got further tokens. */
    public void know(WrittenPrompt written) {
        citations.know(written.shortIds());
        restoring.know(written.originals());
    }

    /** What can be shown now that this piece has come; may be empty. */
    public String add(String piece) {
        return defusing.add(restoring.add(citations.add(piece)));
    }

    /** What was held back, now that nothing comes any more; may be empty. */
    public String rest() {
        return defusing.add(restoring.add(citations.rest()) + restoring.rest()) + defusing.rest();
    }

    /** The answer starts anew. */
    public void restart() {
        citations.restart();
        restoring.restart();
        defusing.restart();
    }
}
