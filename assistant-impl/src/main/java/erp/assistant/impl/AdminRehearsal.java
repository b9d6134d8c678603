package erp.assistant.impl;

import erp.assistant.AssistantException;
import erp.assistant.RecordContext;
import erp.assistant.impl.prompt.PromptWriter;
import erp.assistant.impl.record.ListCatalogue;
import erp.assistant.impl.record.RecordCatalogue;
import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.ListQuery;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Withheld;
import erp.assistant.report.Rehearsal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Takes the path of a question as far as the finished prompt, with another person's rights. */
@Singleton
public class AdminRehearsal implements Rehearsal {

    private static final Logger LOG = System.getLogger("erp.assistant.rehearsal");

    private final RecordCatalogue records;
    private final ListCatalogue lists;
    private final PromptWriter prompts;

    @Inject
    public AdminRehearsal(RecordCatalogue records, ListCatalogue lists, PromptWriter prompts) {
        this.records = records;
        this.lists = lists;
        this.prompts = prompts;
    }

    @Override
    public Result rehearse(String admin, Asker as, RecordRef ref) {
        try {
            BusinessRecord record = records.load(ref, as);
            RecordContext context = Links.add(prompts.preview(record, as), record);
            List<Withheld> withheld = records.withheld(ref.type(), as);
            log(admin, as, ref, context.fields().size() + " values would be sent");
            return new Result(context, withheld);
        } catch (AssistantException e) {
            log(admin, as, ref, e.problem().code().name());
            throw e;
        }
    }

    @Override
    public Listed rehearseList(String admin, Asker as, String type, ListQuery rows) {
        RecordRef ref = RecordRef.ofList(type);
        try {
            BusinessRecord found = lists.load(type, rows, as);
            RecordContext context = Links.add(prompts.preview(found, as), found);
            Listed listed = new Listed(context, lists.usable(type, as), lists.withheld(type, as));
            log(admin, as, ref, context.fields().size() + " values would be sent");
            return listed;
        } catch (AssistantException e) {
            log(admin, as, ref, e.problem().code().name());
            throw e;
        }
    }

    private static void log(String admin, Asker as, RecordRef record, String result) {
        LOG.log(Level.INFO, "rehearsal by {0} as {1} about {2}: {3}", admin, as.name(), record, result);
    }
}
