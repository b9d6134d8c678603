package erp.assistant.impl.prompt;

import erp.assistant.RecordContext.LeftOut;
import erp.assistant.chat.Prompt;
import java.util.List;
import java.util.Objects;

/**
 * A prompt, and what the assistant itself needs to judge the answer; only the prompt leaves the company.
 *
 * @param citable the values sent
 * @param leftOut what the record has that is not sent
 * @param alsoTold what the prompt tells beside values and question: the record's label and the two dates
 */
public record WrittenPrompt(Prompt prompt, List<Citable> citable, List<LeftOut> leftOut, List<String> alsoTold) {
    public WrittenPrompt {
        Objects.requireNonNull(prompt, "prompt");
        citable = List.copyOf(citable);
        leftOut = List.copyOf(leftOut);
        alsoTold = List.copyOf(alsoTold);
    }

    /** Does not show the content, so that it can be logged. */
    @Override
    public String toString() {
        return "WrittenPrompt[" + prompt + ", " + leftOut.size() + " left out]";
    }
}
