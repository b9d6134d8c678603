package erp.assistant.impl.ledger;

import erp.assistant.chat.Attribution;
import erp.assistant.chat.Cancellation;
import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.chat.ModelTier;
import erp.assistant.chat.Prompt;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.config.AnswerTimes;
import erp.assistant.impl.config.BudgetLimits;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.Prompting;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Rates;
import erp.assistant.impl.config.Remembering;
import erp.assistant.impl.config.Resilience;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.config.Timeouts;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the ledger's tests share. */
final class Fixtures {

    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    static final Currency EUR = Currency.getInstance("EUR");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final String MODEL = "claude-haiku-4-5";

    /** Held, so that its level is; Flyway tells a page for each database. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    /** Held, so that its setting is: what the tests provoke is not the build's to tell. */
    private static final Logger QUIET = Logger.getLogger("erp.assistant");

    static {
        FLYWAY.setLevel(Level.WARNING);
        QUIET.setUseParentHandlers(false);
    }

    /** Of a prompt about which nothing is told. */
    static final PromptFieldTable.Held NO_NAMES = new PromptFieldTable.Held(new UUID(0, 0), "");

    private Fixtures() {}

    /** An empty H2 database with the tables that Flyway makes. */
    static DataSource database() {
        return TestDatabase.H2.migrated();
    }

    static Settings settings(Dialect dialect) {
        return settings(dialect, Optional.empty(), Optional.empty());
    }

    static Settings settings(Dialect dialect, Optional<Long> budget, Optional<Path> prices) {
        return settings(dialect, budget, prices, EUR);
    }

    static Settings settings(Dialect dialect, Optional<Long> budget, Optional<Path> prices, Currency currency) {
        return settings(dialect, budget, prices, currency, BERLIN, Optional.of(Period.ofMonths(25)));
    }

    static Settings settings(Dialect dialect, ZoneId zone) {
        return settings(dialect, Optional.empty(), Optional.empty(), EUR, zone, Optional.of(Period.ofMonths(25)));
    }

    static Settings settings(Dialect dialect, Optional<Period> retention) {
        return settings(dialect, Optional.empty(), Optional.empty(), EUR, BERLIN, retention);
    }

    private static Settings settings(
            Dialect dialect,
            Optional<Long> budget,
            Optional<Path> prices,
            Currency currency,
            ZoneId zone,
            Optional<Period> retention) {
        ProviderSettings primary = new ProviderSettings(
                Slot.PRIMARY,
                dialect,
                "anthropic",
                URI.create("http://127.0.0.1:1"),
                Optional.empty(),
                MODEL,
                "claude-sonnet-5-5",
                Map.of());
        return new Settings(
                true,
                primary,
                Optional.empty(),
                true,
                true,
                new Timeouts(
                        Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(60)),
                Resilience.DEFAULT,
                Prompting.DEFAULT,
                500,
                8000,
                Set.of(),
                Duration.ZERO,
                100,
                new BudgetLimits(budget, Optional.empty(), Map.of(), true, false, List.of()),
                currency,
                zone,
                retention,
                0,
                prices,
                Optional.empty(),
                new Rates(20, OptionalInt.empty()),
                2_000,
                Duration.ofSeconds(30),
                Duration.ofHours(1),
                new BigDecimal("99.9"),
                Remembering.DEFAULT,
                AnswerTimes.DEFAULT,
                Set.of());
    }

    static Attribution attribution(UUID call) {
        return new Attribution(call, "anna", "1000", "sales-order", "4711", "summary");
    }

    static ChatRequest request(UUID call, Instant deadline) {
        Prompt prompt = new Prompt("answer/1", "system", "user", "question", List.of(), Locale.ENGLISH, 2500);
        return new ChatRequest(attribution(call), prompt, ModelTier.SMALL, 500, deadline);
    }

    static TokenUsage reported(long input, long output) {
        return new TokenUsage(input, 0, 0, 0, output, 0, TokenUsage.Source.REPORTED);
    }

    static Completion completion(String model, TokenUsage usage) {
        return new Completion(Completion.Reason.END, Completion.Source.PRIMARY, "anthropic", model, usage, "req_1");
    }

    /** A clock that a test sets. */
    static final class TestClock extends Clock {
        private volatile Instant now;
        private volatile @Nullable RuntimeException failure;

        TestClock(Instant now) {
            this.now = now;
        }

        void set(Instant instant) {
            now = instant;
        }

        void advanceMillis(long millis) {
            now = now.plusMillis(millis);
        }

        void fail(RuntimeException with) {
            failure = with;
        }

        @Override
        public Instant instant() {
            RuntimeException broken = failure;
            if (broken != null) {
                throw broken;
            }
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    /** Keeps what it is told. */
    static final class KeepingSink implements ChatSink {
        final List<ChatEvent> events = new ArrayList<>();
        final Cancellation cancellation = new Cancellation();

        @Override
        public void accept(ChatEvent event) {
            events.add(event);
        }

        @Override
        public Cancellation cancellation() {
            return cancellation;
        }
    }
}
