package erp.assistant.impl;

import erp.assistant.AnswerEvent;
import erp.assistant.AnswerSink;
import erp.assistant.Answering;
import erp.assistant.AssistantException;
import erp.assistant.Cost;
import erp.assistant.Problem;
import erp.assistant.Question;
import erp.assistant.chat.Attribution;
import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.Completion;
import erp.assistant.chat.Fact;
import erp.assistant.evaluation.EvaluationCase;
import erp.assistant.impl.admission.Admission;
import erp.assistant.impl.admission.Place;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.evaluation.Questions;
import erp.assistant.impl.evaluation.Reply;
import erp.assistant.impl.ledger.Ledger;
import erp.assistant.impl.ledger.PriceCatalogue;
import erp.assistant.impl.prompt.PromptWriter;
import erp.assistant.impl.prompt.WrittenPrompt;
import erp.assistant.impl.record.RecordCatalogue;
import erp.assistant.impl.resilience.Attempts;
import erp.assistant.impl.routing.ModelRouter;
import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.report.AnswerRow;
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
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
        return new Ready(slot(who), provider, question, record, written, request, askedAt);
    }

    private static AssistantException invalid(String detail) {
        return new AssistantException(Problem.of(Problem.Code.QUESTION_INVALID, detail));
    }

    /** A question with its finished request. */
    private final class Ready implements Prepared {

        private final Slot slot;
        private final ProviderSettings provider;
        private final Question question;
        private final BusinessRecord record;
        private final WrittenPrompt written;
        private final ChatRequest request;
        private final Instant askedAt;
        private boolean stopped;
        private @Nullable Answering answer;

        Ready(
                Slot slot,
                ProviderSettings provider,
                Question question,
                BusinessRecord record,
                WrittenPrompt written,
                ChatRequest request,
                Instant askedAt) {
            this.slot = slot;
            this.provider = provider;
            this.question = question;
            this.record = record;
            this.written = written;
            this.request = request;
            this.askedAt = askedAt;
        }

        @Override
        public Optional<Long> bound() {
            if (provider.dialect() == Dialect.OFFLINE) {
                return Optional.of(0L);
            }
            OptionalLong bound = prices.upperBound(
                    provider, request, clock.instant(), settings.current().currency());
            return bound.isPresent() ? Optional.of(bound.getAsLong()) : Optional.empty();
        }

        @Override
        public void send(Consumer<Reply> end) {
            Place place = admission.admitUncounted(question.asker().name());
            RunningAnswer running;
            try {
                running = book.begin(question, record, written, request, askedAt, new Listener(end), place, Talk.NONE);
            } catch (RuntimeException e) {
                place.leave();
                throw e;
            }
            synchronized (this) {
                answer = running;
                if (stopped) {
                    running.stop();
                }
            }
            stream(running).whenComplete(running::end);
        }

        private CompletionStage<Completion> stream(RunningAnswer running) {
            try {
                return Optional.ofNullable(attempts.get(slot)).orElseThrow().stream(request, running)
                        // Whoever answered in this slot is named by it, as in the chain.
                        .thenApply(ended -> ended.source() == Completion.Source.OFFLINE
                                ? ended
                                : ended.from(Completion.Source.valueOf(slot.name())));
            } catch (RuntimeException e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        @Override
        public synchronized void stop() {
            stopped = true;
            if (answer != null) {
                answer.stop();
            }
        }

        /** Takes the answer as a browser would. */
        private final class Listener implements AnswerSink {

            private final Consumer<Reply> end;
            private final StringBuilder text = new StringBuilder();

            Listener(Consumer<Reply> end) {
                this.end = end;
            }

            @Override
            public void accept(AnswerEvent event) {
                if (event instanceof AnswerEvent.Delta delta) {
                    text.append(delta.text());
                } else if (event instanceof AnswerEvent.Restart) {
                    text.setLength(0);
                } else if (event instanceof AnswerEvent.Done done) {
                    end.accept(reply(text.toString(), done));
                } else if (event instanceof AnswerEvent.Failed failed) {
                    end.accept(reply(failed.problem()));
                }
            }
        }

        private Reply reply(String text, AnswerEvent.Done done) {
            String problem = switch (done.reason()) {
                case END, LENGTH, REFUSAL -> "";
                case TRUNCATED, STOPPED, TIMEOUT, LOOKUP -> done.reason().name().toLowerCase(Locale.ROOT);
            };
            return new Reply(
                    text,
                    sent(),
                    done.citations().stream().map(AnswerEvent.Citation::id).collect(Collectors.toSet()),
                    done.figures(),
                    done.language().answered(),
                    done.reason() == Completion.Reason.REFUSAL,
                    problem,
                    done.usage().totalInput(),
                    done.usage().totalOutput(),
                    done.cost().map(Cost::nanos),
                    done.first().map(first -> OptionalLong.of(first.toMillis())).orElseGet(OptionalLong::empty),
                    done.total().toMillis(),
                    done.model(),
                    written.prompt().template());
        }

        /** What a failed answer used is in the ledger alone. */
        private Reply reply(Problem problem) {
            Optional<AnswerRow> row = ledger.answer(request.attribution().call());
            return new Reply(
                    "",
                    sent(),
                    Set.of(),
                    new AnswerEvent.Figures(0, List.of()),
                    Optional.empty(),
                    false,
                    problem.code().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    row.map(known -> known.usage().totalInput()).orElse(0L),
                    row.map(known -> known.usage().totalOutput()).orElse(0L),
                    row.flatMap(AnswerRow::cost).map(Cost::nanos),
                    OptionalLong.empty(),
                    row.map(AnswerRow::totalMillis).orElse(0L),
                    row.map(AnswerRow::model).orElse(""),
                    written.prompt().template());
        }

        private Map<String, String> sent() {
            Map<String, String> sent = new LinkedHashMap<>();
            for (Fact fact : written.prompt().facts()) {
                sent.put(fact.id(), fact.value());
            }
            return sent;
        }
    }
}
