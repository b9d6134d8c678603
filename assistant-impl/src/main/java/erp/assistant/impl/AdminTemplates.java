package erp.assistant.impl;

import erp.assistant.AssistantException;
import erp.assistant.Question;
import erp.assistant.impl.prompt.PromptWriter;
import erp.assistant.impl.prompt.Templates;
import erp.assistant.impl.prompt.WrittenPrompt;
import erp.assistant.impl.record.ListCatalogue;
import erp.assistant.impl.record.RecordCatalogue;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Withheld;
import erp.assistant.report.PromptTemplates;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;

/** Takes the path of a question as far as the finished prompt and shows that; like a rehearsal, each look is in the log. */
@Singleton
public class AdminTemplates implements PromptTemplates {

    private static final Logger LOG = System.getLogger("erp.assistant.rehearsal");

    private final Templates templates;
    private final RecordCatalogue records;
    private final ListCatalogue lists;
    private final PromptWriter prompts;

    @Inject
    public AdminTemplates(Templates templates, RecordCatalogue records, ListCatalogue lists, PromptWriter prompts) {
        this.templates = templates;
        this.records = records;
        this.lists = lists;
        this.prompts = prompts;
    }

    @Override
    public State state() {
        return templates.state();
    }

    @Override
    public Rendering render(String admin, Question question, Map<String, Integer> versions) {
        try {
            BusinessRecord record = read(question);
            WrittenPrompt written = prompts.write(question, record, versions);
            log(admin, question, written.prompt().template());
            return new Rendering(
                    record.ref(),
                    record.label(),
                    written.prompt(),
                    PromptWriter.estimate(written.prompt().system()),
                    written.sent(),
                    written.rows(),
                    written.leftOut(),
                    withheld(question));
        } catch (AssistantException e) {
            log(admin, question, e.problem().code().name());
            throw e;
        }
    }

    private BusinessRecord read(Question question) {
        return question.list()
                .map(rows -> lists.load(question.about().type(), rows, question.asker()))
                .orElseGet(() -> records.load(question.about(), question.asker()));
    }

    private List<Withheld> withheld(Question question) {
        String type = question.about().type();
        return question.list().isPresent()
                ? lists.withheld(type, question.asker())
                : records.withheld(type, question.asker());
    }

    private static void log(String admin, Question question, String result) {
        LOG.log(
                Level.INFO,
                "prompt rendered for {0} as {1} about {2}: {3}",
                admin,
                question.asker().name(),
                question.about(),
                result);
    }
}
