package erp.assistant.impl;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.chat.Lookups.Call;
import erp.assistant.chat.Lookups.Result;
import erp.assistant.impl.lookup.Arguments;
import erp.assistant.impl.lookup.Wanted;
import erp.assistant.impl.lookup.WrongCallException;
import erp.assistant.impl.prompt.PromptWriter;
import erp.assistant.impl.prompt.WrittenPrompt;
import erp.assistant.impl.record.ListCatalogue;
import erp.assistant.impl.record.RecordCatalogue;
import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import java.util.Set;

/** Answers a model's calls for one asker: whatever goes wrong is told to the model, which may mend it in its next round. */
final class LookupReader {

    private final ListCatalogue lists;
    private final RecordCatalogue records;
    private final PromptWriter prompts;
    private final Asker asker;
    private final Set<String> types;
    private final boolean withoutConfidential;

    LookupReader(
            ListCatalogue lists,
            RecordCatalogue records,
            PromptWriter prompts,
            Asker asker,
            Set<String> types,
            boolean withoutConfidential) {
        this.lists = lists;
        this.records = records;
        this.prompts = prompts;
        this.asker = asker;
        this.types = types;
        this.withoutConfidential = withoutConfidential;
    }

    /** What came of a call, and the prompt with what it told. */
    record Read(Result result, WrittenPrompt written) {}

    /** @param prefix of the ids of what is found */
    Read read(Call call, WrittenPrompt soFar, String prefix) {
        try {
            Wanted wanted = new Arguments(types, soFar::restored).of(call);
            PromptWriter.Found found = prompts.found(soFar, load(wanted), asker, prefix);
            return new Read(new Result(found.content(), false), found.written());
        } catch (WrongCallException e) {
            return failed(String.valueOf(e.getMessage()), soFar);
        } catch (AssistantException e) {
            return failed(
                    e.problem().code() == Problem.Code.TOO_LARGE
                            ? "There is no room for more data. Answer from what you have."
                            : e.problem().detail(),
                    soFar);
        }
    }

    private static Read failed(String why, WrittenPrompt soFar) {
        return new Read(new Result(why, true), soFar);
    }

    private BusinessRecord load(Wanted wanted) {
        if (wanted instanceof Wanted.OfList list) {
            return lists.load(list.type(), list.query(), asker, withoutConfidential);
        }
        return records.load(((Wanted.OfRecord) wanted).ref(), asker);
    }
}
