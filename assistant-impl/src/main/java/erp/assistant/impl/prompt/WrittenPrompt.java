package erp.assistant.impl.prompt;

import erp.assistant.AnswerEvent.SentValue;
import erp.assistant.RecordContext.LeftOut;
import erp.assistant.chat.Prompt;
import erp.assistant.impl.privacy.Originals;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A prompt, and what the assistant itself needs to judge the answer; only the prompt leaves the company.
 *
 * @param citable the values sent
 * @param sent the values sent, by name
 * @param rows how many child rows they are from
 * @param leftOut what the record has that is not sent
 * @param alsoTold what the prompt tells beside values and question: the record's label and the two dates
 * @param today the day on which it was written, in the company's time zone
 * @param roughTokens its estimated tokens before what is known about the model
 * @param originals what the tokens in the prompt stand for
 * @param shortIds what the ids that the model cites stand for
 * @param stable whether the tokens in what was said before stand for data of the record alone
 */
public record WrittenPrompt(
        Prompt prompt,
        List<Citable> citable,
        List<SentValue> sent,
        int rows,
        List<LeftOut> leftOut,
        List<String> alsoTold,
        LocalDate today,
        int roughTokens,
        Originals originals,
        ShortIds shortIds,
        boolean stable) {
    public WrittenPrompt {
        Objects.requireNonNull(prompt, "prompt");
        citable = List.copyOf(citable);
        sent = List.copyOf(sent);
        Objects.requireNonNull(today, "today");
        Objects.requireNonNull(originals, "originals");
        Objects.requireNonNull(shortIds, "shortIds");
        leftOut = List.copyOf(leftOut);
        alsoTold = List.copyOf(alsoTold);
    }

    /** An answer with the record's ids in the place of short ones, which mean nothing in another prompt. */
    public String withLongIds(String answer) {
        return LongCitations.of(answer, shortIds);
    }

    /** How many earlier questions with their answers it holds. */
    public int earlierTurns() {
        return prompt.turns().size() / 2;
    }

    /** A text of the model with personal data in the place of its tokens. */
    public String restored(String text) {
        return originals.restore(text);
    }

    /** An answer as its asker is to read it, without tokens, short ids, live links and images. */
    public Readable readable() {
        return new Readable(originals, shortIds);
    }

    /** Does not show the content, so that it can be logged. */
    @Override
    public String toString() {
        return "WrittenPrompt[" + prompt + ", " + leftOut.size() + " left out]";
    }
}
