package erp.assistant.impl.conversation;

import erp.assistant.AnswerEvent;
import erp.assistant.impl.privacy.Originals;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A question with its answer.
 *
 * @param call identifies the answer
 * @param placedAt its place among the others: when it was asked, or what it replaces was
 * @param action the prepared question's id, or empty
 * @param shown the answer as its asker has read it
 * @param answer the same with tokens for personal data; empty if it is never sent again, because it is not whole or no model's
 * @param originals what the tokens stand for
 * @param view fingerprint of the record as the asker saw it
 */
public record StoredTurn(
        UUID call,
        Instant placedAt,
        Instant askedAt,
        String action,
        String question,
        String shown,
        String answer,
        Originals originals,
        String view,
        AnswerEvent.Meta meta,
        AnswerEvent.Done done) {

    public StoredTurn {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(placedAt, "placedAt");
        Objects.requireNonNull(askedAt, "askedAt");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(originals, "originals");
        Objects.requireNonNull(view, "view");
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(done, "done");
    }

    /** Does not show the content, so that it can be logged. */
    @Override
    public String toString() {
        return "StoredTurn[" + call + "]";
    }
}
