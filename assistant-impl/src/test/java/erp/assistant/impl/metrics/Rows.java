package erp.assistant.impl.metrics;

import erp.assistant.Cost;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.config.AnswerTimes;
import erp.assistant.impl.config.BudgetLimits;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.PromptCache;
import erp.assistant.impl.config.Prompting;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Rates;
import erp.assistant.impl.config.Remembering;
import erp.assistant.impl.config.Resilience;
import erp.assistant.impl.config.Route;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.config.Timeouts;
import erp.assistant.report.AnswerRow;
import erp.assistant.report.LedgerRow;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Settings and rows for the tests of metrics. */
final class Rows {

    static final Currency EUR = Currency.getInstance("EUR");
    static final TokenUsage USAGE = new TokenUsage(400, 10, 1, 1, 58, 2, TokenUsage.Source.REPORTED);

    private Rows() {}

    static Settings settings() {
        return new Settings(
                true,
                provider(Slot.PRIMARY, "anthropic", "claude-haiku-4-5", "claude-sonnet-5-5", true),
                Optional.of(provider(Slot.BACKUP, "openai", "gpt-6-luna", "gpt-6-sol", false)),
                true,
                true,
                new Timeouts(
                        Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1)),
                Resilience.DEFAULT,
                Prompting.DEFAULT,
                500,
                8000,
                Set.of(),
                Duration.ZERO,
                100,
                BudgetLimits.NONE,
                EUR,
                ZoneOffset.UTC,
                Optional.empty(),
                0,
                Optional.empty(),
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

    private static ProviderSettings provider(Slot slot, String name, String small, String large, boolean streaming) {
        return new ProviderSettings(
                slot,
                Dialect.ANTHROPIC,
                name,
                URI.create("http://127.0.0.1:1"),
                List.of(),
                small,
                large,
                Map.of(),
                streaming,
                PromptCache.FIVE_MINUTES,
                Route.USUAL);
    }

    static LedgerRow attempt(
            String provider, String requested, String responded, String outcome, int status, Optional<Cost> cost) {
        return new LedgerRow(
                "call",
                1,
                Instant.EPOCH,
                "anna",
                "1000",
                "sales-order",
                "4711",
                "",
                "primary",
                provider,
                requested,
                responded,
                "settled",
                outcome,
                status,
                outcome.equals("connect") ? TokenUsage.NONE : USAGE,
                Optional.empty(),
                cost,
                "",
                OptionalLong.of(900),
                OptionalLong.of(1100),
                "");
    }

    static LedgerRow withUsage(LedgerRow row, TokenUsage usage) {
        return new LedgerRow(
                row.call(),
                row.attempt(),
                row.sentAt(),
                row.user(),
                row.organisation(),
                row.recordType(),
                row.recordId(),
                row.action(),
                row.slot(),
                row.provider(),
                row.requestedModel(),
                row.responseModel(),
                row.state(),
                row.outcome(),
                row.httpStatus(),
                usage,
                row.reserved(),
                row.cost(),
                row.priceRow(),
                row.firstContentMillis(),
                row.totalMillis(),
                row.providerRequestId());
    }

    static LedgerRow inSlot(LedgerRow row, String slot) {
        return new LedgerRow(
                row.call(),
                row.attempt(),
                row.sentAt(),
                row.user(),
                row.organisation(),
                row.recordType(),
                row.recordId(),
                row.action(),
                slot,
                row.provider(),
                row.requestedModel(),
                row.responseModel(),
                row.state(),
                row.outcome(),
                row.httpStatus(),
                row.usage(),
                row.reserved(),
                row.cost(),
                row.priceRow(),
                row.firstContentMillis(),
                row.totalMillis(),
                row.providerRequestId());
    }

    static AnswerRow answer(String recordId, String outcome, String source, Optional<Cost> cost, OptionalLong first) {
        return answer(recordId, "summary", outcome, source, cost, first);
    }

    /** One that nobody waited for. */
    static AnswerRow evaluated() {
        return answer("4711", "evaluation", "failed", "primary", Optional.empty(), OptionalLong.of(9_000));
    }

    private static AnswerRow answer(
            String recordId, String action, String outcome, String source, Optional<Cost> cost, OptionalLong first) {
        return new AnswerRow(
                "0190-call",
                Instant.EPOCH,
                "anna",
                "1000",
                "sales-order",
                recordId,
                action,
                outcome,
                source,
                "claude-haiku-4-5",
                USAGE,
                cost,
                1,
                2,
                List.of("anthropic"),
                first,
                19_100);
    }
}
