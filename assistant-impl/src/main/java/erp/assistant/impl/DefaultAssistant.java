package erp.assistant.impl;

import erp.assistant.AnswerSink;
import erp.assistant.Answering;
import erp.assistant.Assistant;
import erp.assistant.Question;
import erp.assistant.RecordContext;
import erp.assistant.chat.Attribution;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatRequest.Sharing;
import erp.assistant.chat.Completion;
import erp.assistant.impl.admission.Admission;
import erp.assistant.impl.admission.Place;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.prompt.PromptWriter;
import erp.assistant.impl.prompt.View;
import erp.assistant.impl.prompt.WrittenPrompt;
import erp.assistant.impl.record.ListCatalogue;
import erp.assistant.impl.record.RecordCatalogue;
import erp.assistant.impl.routing.ModelRouter;
import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.ListQuery;
import erp.assistant.record.RecordRef;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The path of a question: {@link #ask} reads as its steps, each turning one named record type into the next. */
@Singleton
public class DefaultAssistant implements Assistant {

    private final LedgerGate ledger;
    private final SwitchBoard switches;
    private final Admission admission;
    private final RecordCatalogue records;
    private final ListCatalogue lists;
    private final PromptWriter prompts;
    private final ConversationMemory conversations;
    private final ModelRouter router;
    private final LookupDesk desk;
    private final ChatChain chain;
    private final AnswerBook book;
    private final SettingsSource settings;
    private final Clock clock;

    @Inject
    public DefaultAssistant(
            LedgerGate ledger,
            SwitchBoard switches,
            Admission admission,
            RecordCatalogue records,
            ListCatalogue lists,
            PromptWriter prompts,
            ConversationMemory conversations,
            ModelRouter router,
            LookupDesk desk,
            ChatChain chain,
            AnswerBook book,
            SettingsSource settings,
            Clock clock) {
        this.ledger = ledger;
        this.switches = switches;
        this.admission = admission;
        this.records = records;
        this.lists = lists;
        this.prompts = prompts;
        this.conversations = conversations;
        this.router = router;
        this.desk = desk;
        this.chain = chain;
        this.book = book;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Answering ask(Question question, AnswerSink sink) {
        Instant askedAt = clock.instant();
        ledger.check();
        switches.check(question.about().type(), question.action());
        Place place = admission.admit(question.asker());
        try {
            BusinessRecord record = read(question);
            View view = View.of(record, question.asker(), settings.current());
            Talk talk = question.list().isPresent() ? Talk.NONE : conversations.talk(question, record, view);
            WrittenPrompt written = prompts.write(question, record, talk.earlier());
            Instant deadline = askedAt.plus(settings.current().timeouts().total());
            ChatRequest routed = router.route(written.prompt(), attribution(question, record), deadline)
                    .with(new Sharing(view.fingerprint(), written.stable()));
            ChatRequest request = question.again() ? routed.anew() : routed;
            Optional<LookupRun> run = desk.open(question.asker(), written);
            RunningAnswer answer = book.begin(question, record, written, request, askedAt, sink, place, talk);
            run.ifPresent(lookups -> lookups.onRound(answer::told));
            stream(request, answer, run)
                    .whenComplete((completion, failure) -> {
                        if (run.isEmpty()) {
                            learn(written, request, completion);
                        }
                    })
                    .whenComplete(answer::end);
            return answer;
        } catch (RuntimeException e) {
            place.leave();
            throw e;
        }
    }

    private BusinessRecord read(Question question) {
        return question.list()
                .map(rows -> lists.load(question.about().type(), rows, question.asker()))
                .orElseGet(() -> records.load(question.about(), question.asker()));
    }

    private void learn(WrittenPrompt written, ChatRequest request, @Nullable Completion completion) {
        if (completion != null) {
            prompts.learn(written, request, completion);
        }
    }

    /** What is thrown instead of an end is one: the answer has begun, and its place and row are to be settled. */
    private CompletionStage<Completion> stream(ChatRequest request, RunningAnswer answer, Optional<LookupRun> run) {
        try {
            return run.isPresent() ? chain.stream(request, answer, run.get()) : chain.stream(request, answer);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public boolean stop(String answerId, Asker asker) {
        return book.stop(answerId, asker);
    }

    @Override
    public int stopAll(String asker) {
        return book.stopAll(asker);
    }

    @Override
    public RecordContext context(RecordRef ref, Asker asker) {
        ledger.check();
        switches.check(ref.type(), "");
        BusinessRecord record = records.load(ref, asker);
        RecordContext context = Links.add(prompts.preview(record, asker), record);
        return context.offering(switches.offered(ref.type(), context.actions()));
    }

    @Override
    public RecordContext listContext(String type, ListQuery rows, Asker asker) {
        ledger.check();
        switches.check(type, "");
        BusinessRecord list = lists.load(type, rows, asker);
        return Links.add(prompts.preview(list, asker), list);
    }

    private Attribution attribution(Question question, BusinessRecord record) {
        return new Attribution(
                CallIds.next(clock.instant()),
                question.asker().name(),
                record.organisation(),
                record.ref().type(),
                record.ref().id(),
                question.action(),
                records.department(record.ref(), question.asker()));
    }
}
