package erp.assistant.impl.ledger;

import erp.assistant.chat.Attribution;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ModelTier;
import erp.assistant.chat.Prompt;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.config.TestSettings;
import erp.assistant.report.BudgetWarning;
import erp.assistant.report.Budgets;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** Two servers with one ledger and the budgets that a test configures. */
final class Purses {

    /** What a request of {@link #request} holds: 2,500 tokens in at 2.00, 500 out at 5.00, in the dearest region, in euros. */
    static final long BOUND = 7_672_500;

    /** What it costs if it uses what {@link #usual} says: 1,000 in and 100 out. */
    static final long COST = 1_395_000;

    final Map<String, String> configuration = new ConcurrentHashMap<>(Map.of(
            "assistant.provider.primary.dialect", "anthropic",
            "assistant.provider.primary.api-key", "sk-not-used",
            "assistant.provider.primary.model.large", "claude-opus-5-5",
            "assistant.timeout.total", "60s"));
    final Fixtures.TestClock clock = new Fixtures.TestClock(Fixtures.NOW);
    final List<BudgetWarning> warnings = Collections.synchronizedList(new ArrayList<>());
    final Database sql;
    final Ledger one;
    final Ledger other;
    final AttemptTable attempts;
    final DataSource database;
    private volatile Settings settings = TestSettings.of(configuration);

    Purses(DataSource database) {
        this.database = database;
        sql = new Database(database);
        one = ledger();
        other = ledger();
        attempts = new AttemptTable(sql);
    }

    private Ledger ledger() {
        return new Ledger(database, PriceCatalogue.load(settings), this::settings, clock, row -> {}, warnings::add);
    }

    Settings settings() {
        return settings;
    }

    /** Sets configuration as an admin does while the servers run; an empty value takes it back. */
    void configure(String key, String value) {
        if (value.isEmpty()) {
            configuration.remove(key);
        } else {
            configuration.put(key, value);
        }
        settings = TestSettings.of(configuration);
    }

    /** The same with an amount in 10<sup>-9</sup> units. */
    void limit(String key, long nanos) {
        configure(key, BigDecimal.valueOf(nanos, 9).toPlainString());
    }

    static Attribution by(String user) {
        return by(user, "sales-order", "summary", "");
    }

    static Attribution by(String user, String type, String action, String department) {
        return new Attribution(UUID.randomUUID(), user, "1000", type, "4711", action, department);
    }

    ChatRequest request(Attribution by) {
        Prompt prompt = new Prompt("answer/1", "system", "user", "question", List.of(), Locale.ENGLISH, 2500);
        return new ChatRequest(by, prompt, ModelTier.SMALL, 500, clock.instant().plusSeconds(60));
    }

    OpenAttempt open(Attribution by) {
        return open(one, by);
    }

    OpenAttempt open(Ledger at, Attribution by) {
        return at.open(Slot.PRIMARY, settings.primary(), request(by));
    }

    void settle(OpenAttempt attempt) {
        settle(attempt, usual());
    }

    void settle(OpenAttempt attempt, TokenUsage usage) {
        settle(attempt, attempt.requestedModel(), usage);
    }

    void settle(OpenAttempt attempt, String model, TokenUsage usage) {
        one.settle(attempt, new AttemptEnd("end", model, 200, false, usage, OptionalLong.of(1), 2, "req", true));
    }

    static TokenUsage usual() {
        return Fixtures.reported(1000, 100);
    }

    Budgets.Report report() {
        return new LedgerBudgets(database, this::settings, clock).report();
    }

    /** A budget as {@code spent + reserved}. */
    String standing(String scope, String name) {
        return report().budgets().stream()
                .filter(budget -> budget.scope().equals(scope) && budget.name().equals(name))
                .map(budget ->
                        budget.spent().nanos() + " + " + budget.reserved().nanos())
                .findFirst()
                .orElse("none");
    }

    static String standing(long spent, long reserved) {
        return spent + " + " + reserved;
    }

    void at(String instant) {
        clock.set(Instant.parse(instant));
    }
}
