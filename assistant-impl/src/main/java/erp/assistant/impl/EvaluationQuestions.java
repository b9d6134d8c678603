package erp.assistant.impl;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.Question;
import erp.assistant.chat.Attribution;
import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.evaluation.EvaluationCase;
import erp.assistant.impl.admission.Admission;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.evaluation.Questions;
import erp.assistant.impl.ledger.Ledger;
import erp.assistant.impl.ledger.PriceCatalogue;
import erp.assistant.impl.prompt.PromptWriter;
import erp.assistant.impl.prompt.WrittenPrompt;
import erp.assistant.impl.record.RecordCatalogue;
import erp.assistant.impl.resilience.Attempts;
import erp.assistant.impl.routing.ModelRouter;
import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.report.EvaluationPlan.Asked;
import erp.assistant.report.EvaluationRuns;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a question with two differences: it ends at the provider that is named instead of at the first that answers, and
 * nothing is repeated. So an answer is of the model that is judged, each question costs at most one attempt, and staff's circuit
 * breakers learn nothing from it.
 */
@Singleton
class EvaluationQuestions implements Questions {

    private static final Logger LOG = System.getLogger("erp.assistant.evaluation");

    private static final Pattern VERSION = Pattern.compile("([a-z][a-z0-9-]*)/([1-9]\\d{0,5})");

    private final Admission admission;
    private final RecordCatalogue records;
    private final PromptWriter prompts;
    private final ModelRouter router;
    private final Map<Slot, ChatModel> attempts;
    private final AnswerBook book;
    private final Ledger ledger;
    private final PriceCatalogue prices;
    private final SettingsSource settings;
    private final Clock clock;

    @Inject
    EvaluationQuestions(
            Admission admission,
            RecordCatalogue records,
            PromptWriter prompts,
            ModelRouter router,
            @Attempts(Slot.PRIMARY) ChatModel primary,
            @Attempts(Slot.BACKUP) ChatModel backup,
            AnswerBook book,
            Ledger ledger,
            PriceCatalogue prices,
            SettingsSource settings,
            Clock clock) {
        this.admission = admission;
        this.records = records;
        this.prompts = prompts;
        this.router = router;
        this.attempts = new EnumMap<>(Map.of(Slot.PRIMARY, primary, Slot.BACKUP, backup));
        this.book = book;
        this.ledger = ledger;
        this.prices = prices;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String label(Asked who) {
        ProviderSettings provider = provider(who);
        prompts.requireVersions(versions(who));
        String named = who.slot()
                + (who.model().isEmpty() ? " " + who.tier().name().toLowerCase(Locale.ROOT) : "") + ": "
                + model(provider, who);
        return named + (who.template().isEmpty() ? "" : ", " + who.template());
    }

    /** The model that a variant asks, which must have a price: else its run could ask nothing. */
    private String model(ProviderSettings provider, Asked who) {
        if (provider.dialect() == Dialect.OFFLINE) {
            if (!who.model().isEmpty()) {
                throw invalid("The provider in the slot " + who.slot() + " is the record itself, which has no models.");
            }
            return "the record itself";
        }
        String model = who.model().isEmpty() ? provider.model(who.tier()) : who.model();
        if (prices.upperBound(
                        provider.name(),
                        model,
                        1,
                        1,
                        clock.instant(),
                        settings.current().currency())
                .isEmpty()) {
            throw invalid("The model " + model + " of " + provider.name()
                    + " has no known price, so that no spending limit can be kept. Add it to the price file.");
        }
        return model;
    }

    private ProviderSettings provider(Asked who) {
        return settings.current()
                .provider(slot(who))
                .orElseThrow(() -> invalid("No provider is configured as " + who.slot() + "."));
    }

    /** The versions of templates that a variant names, such as {@code answer/3+form/1}. */
    private static Map<String, Integer> versions(Asked who) {
        Map<String, Integer> versions = new LinkedHashMap<>();
        for (String each :
                who.template().isEmpty() ? new String[0] : who.template().split("\\+", -1)) {
            Matcher version = VERSION.matcher(each);
            if (!version.matches()) {
                throw invalid("template must be a name and a version such as answer/3.");
            }
            versions.put(version.group(1), Integer.valueOf(version.group(2)));
        }
        return versions;
    }

    private static Slot slot(Asked who) {
        return Slot.valueOf(who.slot().toUpperCase(Locale.ROOT));
    }

    @Override
    public Prepared prepare(EvaluationCase content, String language, Asked who, String by) {
        ProviderSettings provider = provider(who);
        Asker as = new Asker(content.user(), content.roles()::contains, Locale.forLanguageTag(language));
        LOG.log(Level.INFO, "evaluation by {0} reads {1} as {2}", by, content.record(), as.name());
        Instant askedAt = clock.instant();
        BusinessRecord record = records.load(content.record(), as);
        // Not the person's name, whose own answers may be stopped by it; the rights are the person's.
        Asker asker = new Asker("evaluation by " + by, as::hasRole, as.language());
        String text = content.questions().getOrDefault(language, "");
        Question question = new Question(asker, text, content.record(), "", List.of(), true);
        WrittenPrompt written = prompts.write(question, record, versions(who));
        Attribution attribution = new Attribution(
                CallIds.next(clock.instant()),
                by,
                record.organisation(),
                record.ref().type(),
                record.ref().id(),
                EvaluationRuns.ACTION);
        ChatRequest request = router.route(
                        written.prompt(),
                        attribution,
                        askedAt.plus(settings.current().timeouts().total()))
                .anew()
                .with(who.tier())
                .named(who.model());
        return new EvaluationQuestion(
                new EvaluationQuestion.Means(admission, book, ledger, prices, settings, clock),
                Optional.ofNullable(attempts.get(slot(who))).orElseThrow(),
                provider,
                question,
                record,
                written,
                request,
                askedAt);
    }

    private static AssistantException invalid(String detail) {
        return new AssistantException(Problem.of(Problem.Code.QUESTION_INVALID, detail));
    }
}
