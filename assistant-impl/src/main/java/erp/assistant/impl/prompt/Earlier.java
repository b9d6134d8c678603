package erp.assistant.impl.prompt;

import erp.assistant.impl.privacy.Originals;
import java.util.Objects;

/**
 * Something that was asked and wholly answered before in the same conversation, while the asker saw the record just as now.
 *
 * @param question as the asker wrote it
 * @param answer as the model said it, with the tokens of its request
 * @param originals what those tokens stand for
 */
public record Earlier(String question, String answer, Originals originals) {
    public Earlier {
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(originals, "originals");
    }
}
