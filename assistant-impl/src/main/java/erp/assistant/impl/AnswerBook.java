package erp.assistant.impl;

import erp.assistant.AnswerEvent;
import erp.assistant.AnswerEvent.Receipt;
import erp.assistant.AnswerEvent.Recipient;
import erp.assistant.AnswerSink;
import erp.assistant.Question;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.Completion;
import erp.assistant.chat.ProviderFault;
import erp.assistant.impl.admission.Place;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.ledger.AnswerOutcome;
import erp.assistant.impl.ledger.Ledger;
import erp.assistant.impl.metrics.AnswerLog;
import erp.assistant.impl.metrics.AnswerMetrics;
import erp.assistant.impl.prompt.WrittenPrompt;
import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.report.AnswerRow;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.Shutdown;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The answers under way, and their entry and exit in ledger, metrics and log. Safe for use by many threads. */
@Singleton
public class AnswerBook {

    private static final Logger LOG = System.getLogger("erp.assistant");

    private static final long SECONDS_TO_SETTLE = 5;

    private final Ledger ledger;
    private final AnswerMetrics metrics;
    private final AnswerLog log;
    private final Clock clock;
    private final SettingsSource settings;
    private final Map<String, RunningAnswer> running = new ConcurrentHashMap<>();
    private volatile boolean closed;

    @Inject
    public AnswerBook(Ledger ledger, AnswerMetrics metrics, AnswerLog log, Clock clock, SettingsSource settings) {
        this.ledger = ledger;
        this.metrics = metrics;
        this.log = log;
        this.clock = clock;
        this.settings = settings;
    }

    /** Ends the answers under way when the application stops, and gives their ledger rows a moment to be settled. */
    void stopAll(@Observes(notifyObserver = Reception.IF_EXISTS) Shutdown event) {
        List<RunningAnswer> open = close();
        CompletableFuture<Void> allEnded =
                CompletableFuture.allOf(open.stream().map(RunningAnswer::ended).toArray(CompletableFuture<?>[]::new));
        try {
            allEnded.get(SECONDS_TO_SETTLE, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.log(Level.WARNING, "{0} answers were not settled at the stop; the sweeper will", running.size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the answers under way, and from now on each one that begins; returns those it has ended. */
    List<RunningAnswer> close() {
        closed = true;
        List<RunningAnswer> open = List.copyOf(running.values());
        open.forEach(RunningAnswer::stop);
        return open;
    }

    /** Lets answers run again. */
    void reopen() {
        closed = false;
    }

    RunningAnswer begin(
            Question question,
            BusinessRecord record,
            WrittenPrompt written,
            ChatRequest request,
            Instant askedAt,
            AnswerSink sink,
            Place place,
            Talk talk) {
        UUID call = request.attribution().call();
        ledger.begin(request.attribution(), written.prompt().template(), written.sent(), askedAt);
        AnswerEvent.Meta meta = new AnswerEvent.Meta(
                call.toString(),
                record.ref(),
                record.label(),
                record.version(),
                record.asOf(),
                written.prompt().facts().size(),
                written.leftOut().size(),
                talk.id(),
                written.earlierTurns());
        RunningAnswer answer = new RunningAnswer(
                meta,
                question.asker().name(),
                written,
                askedAt,
                settings.current().slowReader(),
                clock,
                sink,
                this,
                place,
                talk);
        running.put(answer.id(), answer);
        sink.accept(meta);
        if (closed) {
            answer.stop();
        }
        return answer;
    }

    /** Stops the answers of a person; returns how many were under way. */
    int stopAll(String asker) {
        List<RunningAnswer> theirs = running.values().stream()
                .filter(answer -> answer.belongsTo(asker))
                .toList();
        theirs.forEach(RunningAnswer::stop);
        return theirs.size();
    }

    boolean stop(String answerId, Asker asker) {
        RunningAnswer answer = running.get(answerId);
        if (answer == null || !answer.belongsTo(asker.name())) {
            return false;
        }
        answer.stop();
        return true;
    }

    /** Settles an answer that ended; empty if the ledger could not, in which case its sweeper will. */
    Optional<AnswerRow> end(UUID call, AnswerOutcome outcome) {
        return end(call, outcome, Optional.empty());
    }

    /**
     * Settles an answer.
     *
     * @param fault of the provider by which it failed, if one was the cause
     */
    Optional<AnswerRow> end(UUID call, AnswerOutcome outcome, Optional<ProviderFault> fault) {
        running.remove(call.toString());
        AnswerRow row;
        try {
            row = ledger.finish(call, outcome);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "answer " + call + " could not be settled; the sweeper will", e);
            return Optional.empty();
        }
        report(row, fault);
        return Optional.of(row);
    }

    /** What left the company for an answer; of one that the ledger could not settle, whom its end names. */
    Receipt receipt(WrittenPrompt written, Completion completion, Optional<AnswerRow> row) {
        boolean byModel =
                completion.source() == Completion.Source.PRIMARY || completion.source() == Completion.Source.BACKUP;
        List<String> asked = row.map(AnswerRow::providers)
                .orElse(byModel && !completion.provider().isEmpty() ? List.of(completion.provider()) : List.of());
        return new Receipt(
                written.sent(),
                written.rows(),
                written.leftOut(),
                asked.stream().map(name -> new Recipient(name, region(name))).toList());
    }

    private String region(String provider) {
        Settings now = settings.current();
        return Arrays.stream(Slot.values())
                .flatMap(slot -> now.provider(slot).stream())
                .filter(known -> known.name().equals(provider))
                .map(ProviderSettings::region)
                .findFirst()
                .orElse("");
    }

    private void report(AnswerRow row, Optional<ProviderFault> fault) {
        try {
            metrics.accept(row, fault);
            log.accept(row);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "answer " + row.call() + " is settled and could not be reported", e);
        }
    }
}
