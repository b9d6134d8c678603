package erp.assistant.impl;

import erp.assistant.Answering;
import erp.assistant.Question;
import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.Completion;
import erp.assistant.impl.admission.Admission;
import erp.assistant.impl.admission.Place;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.evaluation.Questions;
import erp.assistant.impl.evaluation.Reply;
import erp.assistant.impl.ledger.Ledger;
import erp.assistant.impl.ledger.PriceCatalogue;
import erp.assistant.impl.prompt.WrittenPrompt;
import erp.assistant.record.BusinessRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A question of the evaluation with its finished request. Safe for use by many threads. */
final class EvaluationQuestion implements Questions.Prepared {

    private final Means means;
    private final ChatModel model;
    private final ProviderSettings provider;
    private final Question question;
    private final BusinessRecord record;
    private final WrittenPrompt written;
    private final ChatRequest request;
    private final Instant askedAt;
    private boolean stopped;
    private @Nullable Answering answer;

    /** What each question needs to be asked. */
    record Means(
            Admission admission,
            AnswerBook book,
            Ledger ledger,
            PriceCatalogue prices,
            SettingsSource settings,
            Clock clock) {}

    /** @param model asks the provider once */
    EvaluationQuestion(
            Means means,
            ChatModel model,
            ProviderSettings provider,
            Question question,
            BusinessRecord record,
            WrittenPrompt written,
            ChatRequest request,
            Instant askedAt) {
        this.means = means;
        this.model = model;
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
        OptionalLong bound = means.prices()
                .upperBound(
                        provider,
                        request,
                        means.clock().instant(),
                        means.settings().current().currency());
        return bound.isPresent() ? Optional.of(bound.getAsLong()) : Optional.empty();
    }

    @Override
    public void send(Consumer<Reply> end) {
        Place place = means.admission().admitUncounted(question.asker().name());
        ReplySink sink = new ReplySink(written, request.attribution().call(), means.ledger(), end);
        RunningAnswer running;
        try {
            running = means.book().begin(question, record, written, request, askedAt, sink, place, Talk.NONE);
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
            return model.stream(request, running)
                    // Whoever answered in this slot is named by it, as in the chain.
                    .thenApply(ended -> ended.source() == Completion.Source.OFFLINE
                            ? ended
                            : ended.from(
                                    Completion.Source.valueOf(provider.slot().name())));
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
}
