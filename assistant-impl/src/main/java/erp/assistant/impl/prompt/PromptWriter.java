package erp.assistant.impl.prompt;

import erp.assistant.AssistantException;
import erp.assistant.FormValue;
import erp.assistant.Problem;
import erp.assistant.Question;
import erp.assistant.RecordContext;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.Completion;
import erp.assistant.chat.ModelTier;
import erp.assistant.chat.Prompt;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.prompt.Selection.Room;
import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

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
    private final TokenCalibration calibration = new TokenCalibration();
    private final Templates templates;

    @Inject
    public PromptWriter(SettingsSource settings, Clock clock, Templates templates) {
        this.settings = settings;
        this.clock = clock;
        this.templates = templates;
    }

    /** One that writes with the instructions that are shipped. */
    public PromptWriter(SettingsSource settings, Clock clock) {
        this(settings, clock, new Templates(settings));
    }

    /**
     * Writes the prompt; the record's most important values first, then what fits the question best.
     *
     * @throws AssistantException with {@link Problem.Code#TOO_LARGE} if not even the record's identity and the question fit,
     *     with {@link Problem.Code#QUESTION_INVALID} if the question consists of invisible characters
     */
    public WrittenPrompt write(Question question, BusinessRecord record) {
        return write(question, record, List.of(), Map.of());
    }

    /**
     * The same after what was said before, as much of it as the configuration allows.
     *
     * @param earlier oldest first
     * @throws AssistantException as {@link #write(Question, BusinessRecord)}
     */
    public WrittenPrompt write(Question question, BusinessRecord record, List<Earlier> earlier) {
        return write(question, record, earlier, Map.of());
    }

    /**
     * The same with other versions of templates than those in use.
     *
     * @param versions by name
     * @throws AssistantException with {@link Problem.Code#QUESTION_INVALID} if there is none of a version
     */
    public WrittenPrompt write(Question question, BusinessRecord record, Map<String, Integer> versions) {
        return write(question, record, List.of(), versions);
    }

    private WrittenPrompt write(
            Question question, BusinessRecord record, List<Earlier> earlier, Map<String, Integer> versions) {
        boolean withForm = !question.formValues().isEmpty();
        Instructions instructions = versions.isEmpty()
                ? templates.instructions(withForm, question.action())
                : templates.instructions(withForm, question.action(), versions);
        Draft draft =
                write(instructions, question.text(), question.formValues(), record, question.asker(), false, earlier);
        if (draft.written().prompt().question().isEmpty()) {
            throw new AssistantException(Problem.of(
                    Problem.Code.QUESTION_INVALID, "The question has no readable text. Please write it anew."));
        }
        return draft.written();
    }

    /**
     * Looks whether there are these versions of templates.
     *
     * @throws AssistantException with {@link Problem.Code#QUESTION_INVALID} if not
     */
    public void requireVersions(Map<String, Integer> versions) {
        Instructions unused = templates.instructions(true, "", versions);
    }

    /** Learns from what a provider reported how its model counts; an answer that several attempts were made for tells nothing. */
    public void learn(WrittenPrompt written, ChatRequest request, Completion completion) {
        TokenUsage usage = completion.usage();
        if (completion.source() == Completion.Source.PRIMARY && usage.source() == TokenUsage.Source.REPORTED) {
            String model = settings.current().primary().model(request.tier());
            calibration.learn(model, written.roughTokens(), usage.totalInput());
        }
    }

    /**
     * Tells all that may be sent about a record, before a question is asked: a question has those of these values sent that fit it
     * best. The estimate is that of a question that fits no value better than another.
     *
     * @throws AssistantException as {@link #write}
     */
    public RecordContext preview(BusinessRecord record, Asker asker) {
        Instructions plain = templates.instructions(false, "");
        Draft all = write(plain, "", List.of(), record, asker, true, List.of());
        return new RecordContext(
                record.ref(),
                record.label(),
                record.version(),
                record.asOf(),
                all.selection().entries().stream().map(Entry::sent).toList(),
                all.written().leftOut(),
                write(plain, "", List.of(), record, asker, false, List.of())
                        .written()
                        .prompt()
                        .estimatedTokens(),
                record.actions());
    }

    /**
     * What a look-up found, as more data of the same request.
     *
     * @param content the data block for the model
     * @param written the request's prompt with what it tells now
     */
    public record Found(String content, WrittenPrompt written) {}

    /**
     * Writes what a look-up found: masked, cleaned and chosen by the question like the record itself, under ids of its own.
     *
     * @param soFar the prompt with what was looked up before
     * @param prefix of the ids, such as {@code found1}
     * @throws AssistantException with {@link Problem.Code#TOO_LARGE} if the budget has no room for its identity
     */
    public Found found(WrittenPrompt soFar, BusinessRecord record, Asker asker, String prefix) {
        Settings now = settings.current();
        BusinessRecord renamed = Prefixed.of(record, prefix);
        Wording wording = Wording.after(soFar.originals(), renamed, asker, now, soFar.today());
        String label = wording.masked(DataText.label(renamed.label()));
        DataBlock block = new DataBlock(renamed, label, now.zone(), soFar.today(), "", List.of(), wording);
        String shortPrefix = prefix.replace("found", "f") + ".";
        Relevance relevance = new Relevance(soFar.prompt().question(), renamed.label());
        Candidates candidates = new Candidates(renamed, wording, relevance, false);
        int frame =
                TokenEstimate.of(block.data(Selection.NOTHING, shortPrefix)) + TokenEstimate.of(DataBlock.ABOUT_TOKENS);
        int left = now.maxPromptTokens() - soFar.roughTokens() - frame;
        int most = Math.min(now.prompting().targetTokens(), left);
        Selection selection = Selection.of(renamed, candidates, wording, new Room(most, most, most));
        String content = block.found(selection, shortPrefix);
        List<Entry> entries = selection.entries();
        return new Found(
                content,
                new WrittenPrompt(
                        soFar.prompt()
                                .with(
                                        soFar.prompt().lookups(),
                                        entries.stream().map(Entry::fact).toList(),
                                        0),
                        joined(
                                soFar.citable(),
                                entries.stream().map(Entry::citable).toList()),
                        joined(
                                soFar.sent(),
                                entries.stream().map(Entry::sentValue).toList()),
                        soFar.rows() + selection.rows(),
                        joined(soFar.leftOut(), selection.leftOut()),
                        joined(soFar.alsoTold(), List.of(label, record.ref().id())),
                        soFar.today(),
                        soFar.roughTokens() + TokenEstimate.of(content),
                        soFar.originals().and(wording.originals(content)),
                        soFar.shortIds().and(ShortIds.of(selection, shortPrefix)),
                        soFar.stable()));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private record Draft(Selection selection, WrittenPrompt written) {}

    /** The estimated tokens of a text. */
    public static int estimate(String text) {
        return TokenEstimate.of(text);
    }

    private Draft write(
            Instructions instructions,
            String questionText,
            List<FormValue> formValues,
            BusinessRecord record,
            Asker asker,
            boolean everything,
            List<Earlier> earlier) {
        Settings now = settings.current();
        Locale language = asker.language();
        LocalDate today = LocalDate.ofInstant(clock.instant(), now.zone());
        String question = DataText.question(questionText);
        String system = instructions.in(language);
        Wording wording = Wording.of(record, asker, now, today);
        EarlierTurns before = EarlierTurns.of(earlier, wording, now.remembering());
        DataBlock block = new DataBlock(
                record,
                wording.masked(DataText.label(record.label())),
                now.zone(),
                today,
                wording.masked(question),
                formValues.stream().map(wording::typed).toList(),
                wording);

        double factor = calibration.factor(now.primary().model(ModelTier.SMALL));
        int wrapping = WRAPPING_TOKENS + TokenEstimate.of(system);
        int frame =
                wrapping + TokenEstimate.of(block.with(Selection.NOTHING)) + TokenEstimate.of(DataBlock.ABOUT_TOKENS);
        Candidates candidates =
                new Candidates(record, wording, new Relevance(asked(question, earlier), record.label()), everything);
        Selection selection = Selection.of(record, candidates, wording, everything ? Room.BOUNDLESS : room(now, frame));

        String user = block.with(selection);
        List<Entry> entries = selection.entries();
        int rough = wrapping + TokenEstimate.of(user) + before.tokens();
        Prompt prompt = new Prompt(
                instructions.id(),
                system,
                user,
                block.question(),
                entries.stream().map(Entry::fact).toList(),
                language,
                (int) Math.ceil(rough * factor),
                before.turns());
        return new Draft(
                selection,
                new WrittenPrompt(
                        prompt,
                        entries.stream().map(Entry::citable).toList(),
                        entries.stream().map(Entry::sentValue).toList(),
                        selection.rows(),
                        selection.leftOut(),
                        List.of(block.label(), record.ref().id(), block.asOf().toString(), today.toString()),
                        today,
                        rough,
                        wording.originals(user + before.text()),
                        ShortIds.of(selection),
                        stable(before, entries, block.label(), wording)));
    }

    /** A question such as "And since when?" is about what the one before was about. */
    private static String asked(String question, List<Earlier> earlier) {
        return earlier.isEmpty() || question.isEmpty()
                ? question
                : question + "\n"
                        + DataText.question(earlier.get(earlier.size() - 1).question());
    }

    /** Whether each token in what was said before stands for something of the record, which all who see the same record share. */
    private static boolean stable(EarlierTurns before, List<Entry> entries, String label, Wording wording) {
        return wording.originals(before.text()).byToken().keySet().stream()
                .allMatch(token -> label.contains(token)
                        || entries.stream().anyMatch(entry -> entry.plain().contains(token)));
    }

    /**
     * What hangs together with the question may take half of the way from the target to the budget. Both are in tokens as estimated for
     * any model: what is sent must not change while it is learned how one counts.
     */
    private static Room room(Settings now, int frame) {
        int most = now.maxPromptTokens();
        int target = Math.min(now.prompting().targetTokens(), most);
        return new Room(target - frame, (target + most) / 2 - frame, most - frame);
    }
}
