package erp.assistant.impl.prompt;

import erp.assistant.AssistantException;
import erp.assistant.FormValue;
import erp.assistant.Problem;
import erp.assistant.Question;
import erp.assistant.RecordContext;
import erp.assistant.chat.Prompt;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Writes a record and a question into a prompt that fits the token budget.
 *
 * <p>The instructions come from a versioned template alone; whatever people have written stands in the user's part, as data. Safe
 * for use by many threads.
 */
@Singleton
public final class PromptWriter {

    /** Room for what a provider's chat format adds around the two messages. */
    private static final int WRAPPING_TOKENS = 32;

    private final SettingsSource settings;
    private final Clock clock;
    private final Template plain = Template.load("answer", 1);
    private final Template withForm = plain.with(Template.load("form", 1));

    @Inject
    public PromptWriter(SettingsSource settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Writes the prompt; the record's most important values first, then what fits the question best.
     *
     * @throws AssistantException with {@link Problem.Code#TOO_LARGE} if not even the record's identity and the question fit,
     *     with {@link Problem.Code#QUESTION_INVALID} if the question consists of invisible characters
     */
    public WrittenPrompt write(Question question, BusinessRecord record) {
        Draft draft = write(
                question.text(), question.formValues(), record, question.asker().language());
        if (draft.written().prompt().question().isEmpty()) {
            throw new AssistantException(Problem.of(
                    Problem.Code.QUESTION_INVALID, "The question has no readable text. Please write it anew."));
        }
        return draft.written();
    }

    /**
     * Tells what would be sent about a record, before a question is asked: exactly the selection of {@link #write} for a
     * question that fits no value better than another.
     *
     * @throws AssistantException as {@link #write}
     */
    public RecordContext preview(BusinessRecord record, Asker asker) {
        Draft draft = write("", List.of(), record, asker.language());
        return new RecordContext(
                record.ref(),
                record.label(),
                record.version(),
                record.asOf(),
                draft.selection().entries().stream().map(Entry::sent).toList(),
                draft.written().leftOut(),
                draft.written().prompt().estimatedTokens(),
                record.actions());
    }

    private record Draft(Selection selection, WrittenPrompt written) {}

    private Draft write(String questionText, List<FormValue> formValues, BusinessRecord record, Locale language) {
        Settings now = settings.current();
        LocalDate today = LocalDate.ofInstant(clock.instant(), now.zone());
        String question = DataText.question(questionText);
        Template template = formValues.isEmpty() ? plain : withForm;
        String system = template.instructions(language);
        DataBlock block = new DataBlock(record, now.zone(), today, question, formValues);

        int frame = WRAPPING_TOKENS
                + TokenEstimate.of(system)
                + TokenEstimate.of(block.with(new Selection(List.of(), List.of(), List.of())));
        Candidates candidates = new Candidates(
                record,
                new PlainValues(now.zone()),
                new LocalValues(language, now.zone()),
                new Relevance(question, record.label()));
        Selection selection = Selection.of(record, candidates, language, now.maxPromptTokens() - frame);

        String user = block.with(selection);
        List<Entry> entries = selection.entries();
        Prompt prompt = new Prompt(
                template.name(),
                system,
                user,
                question,
                entries.stream().map(Entry::fact).toList(),
                language,
                WRAPPING_TOKENS + TokenEstimate.of(system) + TokenEstimate.of(user));
        return new Draft(
                selection,
                new WrittenPrompt(
                        prompt,
                        entries.stream().map(Entry::citation).toList(),
                        selection.leftOut(),
                        List.of(block.label(), record.ref().id(), block.asOf().toString(), today.toString())));
    }
}
