package erp.assistant.impl.ledger;

import erp.assistant.AnswerEvent.SentValue;
import erp.assistant.Cost;
import erp.assistant.chat.Attribution;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ModelTier;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.config.BudgetStep;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.fault.BudgetReached;
import erp.assistant.impl.ledger.PromptFieldTable.Held;
import erp.assistant.report.AnswerRow;
import erp.assistant.report.BudgetWarning;
import erp.assistant.report.LedgerRow;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The book of questions and of requests to providers: each is written, and committed, before it leaves.
 *
 * <p>All methods block on the database. Safe for use by many threads and by several servers on one database.
 */
public final class Ledger {

    /** How long after its deadline an attempt may take to be settled. */
    static final Duration GRACE = Duration.ofSeconds(60);

    private static final System.Logger LOG = System.getLogger("erp.assistant.ledger");

    /** Identifies this run of the server in the rows that it writes. */
    private final UUID run = UUID.randomUUID();

    private final AttemptTable attempts;
    private final AnswerTable answers;
    private final PromptFieldTable promptFields;
    private final BudgetBook budgets;
    private final BudgetWarnings warnings;
    private final ServerRuns runs;
    private final PriceCatalogue prices;
    private final SettingsSource settings;
    private final Clock clock;
    private final Consumer<LedgerRow> listener;

    /**
     * Makes the book over a database whose tables {@link Schema} has made.
     *
     * @param dataSource outside global transactions, so that a row is committed when its statement returns
     * @param listener is told of each attempt once, when it is settled; what it throws is logged
     */
    public Ledger(
            DataSource dataSource,
            PriceCatalogue prices,
            SettingsSource settings,
            Clock clock,
            Consumer<LedgerRow> listener) {
        this(dataSource, prices, settings, clock, listener, warning -> {});
    }

    /** @param warned is told when a budget comes to 50, 80 and 100 percent; what it throws is logged */
    Ledger(
            DataSource dataSource,
            PriceCatalogue prices,
            SettingsSource settings,
            Clock clock,
            Consumer<LedgerRow> listener,
            Consumer<BudgetWarning> warned) {
        Database database = new Database(dataSource);
        this.attempts = new AttemptTable(database);
        this.answers = new AnswerTable(database);
        this.promptFields = new PromptFieldTable(database);
        BudgetTable table = new BudgetTable(database);
        this.warnings = new BudgetWarnings(table, settings, clock, warned);
        this.budgets = new BudgetBook(attempts, table, warnings);
        this.runs = new ServerRuns(database);
        this.prices = prices;
        this.settings = settings;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Writes that a question has arrived, and the names of what its prompt holds.
     *
     * @throws LedgerException if that fails; the question must not be answered then
     */
    public void begin(Attribution attribution, String template, List<SentValue> holds, Instant askedAt) {
        // Twice the grace, so that its attempts are settled before it.
        Instant leaseUntil = askedAt.plus(settings.current().timeouts().total()).plus(GRACE.multipliedBy(2));
        try {
            Held names = names(PromptNames.of(holds), askedAt);
            answers.insert(attribution, template, names, askedAt, leaseUntil, run);
        } catch (SQLException e) {
            throw new LedgerException("question " + attribution.call() + " could not be recorded", e);
        }
    }

    private Held names(PromptNames names, Instant at) throws SQLException {
        return promptFields.keep(names, LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    /**
     * Settles the answer's row with the sums over its attempts.
     *
     * @throws LedgerException if there is no such row, or it is settled already, or the database fails; the sweeper settles a
     *     row that stays open
     */
    public AnswerRow finish(UUID call, AnswerOutcome outcome) {
        Currency currency = settings.current().currency();
        try {
            return answers.finish(call, outcome, currency, clock.instant())
                    .orElseThrow(() -> new LedgerException("answer " + call + " is not open"));
        } catch (SQLException e) {
            throw new LedgerException("answer " + call + " could not be settled", e);
        }
    }

    /**
     * Writes that an attempt is about to be sent, with the names of what it holds, and holds its upper bound of the budgets that it concerns. Where they have no room
     * for the large model, the small one is taken if the configuration wants that and the model is not named.
     *
     * @throws BudgetReached if there is no room; it must not be sent then
     */
    OpenAttempt open(Slot slot, ProviderSettings provider, ChatRequest request) {
        Settings now = settings.current();
        boolean cheaper = request.tier() == ModelTier.LARGE
                && request.model().isEmpty()
                && now.budgets().atLimit().contains(BudgetStep.SMALL_MODEL);
        if (!cheaper) {
            return open(slot, provider, request, now, true);
        }
        try {
            return open(slot, provider, request, now, false);
        } catch (BudgetReached e) {
            return open(slot, provider, request.with(ModelTier.SMALL), now, true);
        }
    }

    private OpenAttempt open(Slot slot, ProviderSettings provider, ChatRequest request, Settings now, boolean last) {
        Instant at = clock.instant();
        String model = provider.model(request);
        long input = InputBound.of(request.prompt());
        Currency currency = now.currency();
        UUID call = request.attribution().call();
        try {
            Attempt attempt = new Attempt(
                    request.attribution(),
                    at,
                    request.deadline().plus(GRACE),
                    slot,
                    provider.name(),
                    provider.region(),
                    model,
                    request.tier(),
                    input,
                    request.maxOutputTokens(),
                    currency,
                    prices.upperBound(provider.name(), model, input, request.maxOutputTokens(), at, currency),
                    run,
                    names(PromptNames.ofFacts(request.prompt().facts()), at));
            return budgets.open(
                    attempt,
                    Claims.of(now, request.attribution(), at),
                    now.budgets().unpricedAllowed(),
                    last);
        } catch (SQLException e) {
            throw new LedgerException("attempt of " + call + " could not be recorded and was not sent", e);
        }
    }

    /** The row of an answer; empty if there is none, or if it is not settled. */
    public Optional<AnswerRow> answer(UUID call) {
        try {
            return answers.settled(call);
        } catch (SQLException e) {
            throw new LedgerException("answer " + call + " could not be read", e);
        }
    }

    /** Looks at the budgets from time to time, and tells what they have come to. */
    Runnable budgetWarnings() {
        return warnings;
    }

    /** Writes how an attempt ended, once: a repetition changes nothing. */
    void settle(OpenAttempt attempt, AttemptEnd end) {
        AttemptId id = attempt.id();
        Optional<Priced> priced = priced(attempt, end);
        try {
            Optional<LedgerRow> settled = attempts.settle(attempt, end, priced, clock.instant());
            if (settled.isPresent()) {
                tell(settled.get());
            } else if (attempts.correct(id, end, priced, clock.instant()).isPresent()) {
                LOG.log(Level.INFO, () -> "attempt " + id + " was settled after it had been taken for lost");
            }
        } catch (SQLException e) {
            throw new LedgerException("attempt " + id + " could not be settled", e);
        }
    }

    private Optional<Priced> priced(OpenAttempt attempt, AttemptEnd end) {
        TokenUsage usage = end.usage();
        if (usage.isEmpty()) {
            return Optional.of(new Priced(new Cost(0, attempt.currency()), "", ""));
        }
        String model = end.responseModel().isEmpty() ? attempt.requestedModel() : end.responseModel();
        return prices.price(attempt.provider(), model, usage, attempt.sentAt(), attempt.currency());
    }

    /**
     * Writes that this server's run begins; what earlier ones at the same place left open is swept from then on.
     *
     * @param place such as host and directory: two servers that run at the same time have two places
     */
    void arrive(String place) {
        try {
            runs.arrive(run, place);
        } catch (SQLException e) {
            throw new LedgerException("the start of the server could not be recorded", e);
        }
    }

    /** Writes that this server lives; one that is silent for 30 s has its open rows swept by another. */
    void beat(String place) {
        try {
            runs.beat(run, place);
        } catch (SQLException e) {
            throw new LedgerException("the server's beat could not be recorded", e);
        }
    }

    /** Settles up to {@code limit} attempts that a crash left open, at what was reserved for them; returns how many it saw. */
    int sweepAttempts(int limit) {
        Instant now = clock.instant();
        try {
            var orphans = attempts.orphans(now, limit);
            for (AttemptId id : orphans) {
                attempts.settleCrashed(id, now).ifPresent(this::tell);
            }
            return orphans.size();
        } catch (SQLException e) {
            throw new LedgerException("attempts left open could not be settled", e);
        }
    }

    /** Settles up to {@code limit} answers that a crash left open, as failed; returns how many it saw. */
    int sweepAnswers(int limit) {
        Instant now = clock.instant();
        Currency currency = settings.current().currency();
        try {
            var orphans = answers.orphans(now, limit);
            for (UUID call : orphans) {
                answers.sweep(call, currency, now);
            }
            return orphans.size();
        } catch (SQLException e) {
            throw new LedgerException("answers left open could not be settled", e);
        }
    }

    private void tell(LedgerRow row) {
        try {
            listener.accept(row);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "the metrics of attempt " + row.attempt() + " of " + row.call() + " are lost; the ledger has it",
                    e);
        }
    }
}
