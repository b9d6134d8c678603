package erp.assistant.impl.provider;

import erp.assistant.chat.Attribution;
import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.Lookups;
import erp.assistant.chat.ModelTier;
import erp.assistant.chat.Prompt;
import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.Turn;
import erp.assistant.impl.config.AnswerTimes;
import erp.assistant.impl.config.BudgetLimits;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.PromptCache;
import erp.assistant.impl.config.Prompting;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Rates;
import erp.assistant.impl.config.Remembering;
import erp.assistant.impl.config.Resilience;
import erp.assistant.impl.config.Secret;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.config.Timeouts;
import erp.assistant.impl.provider.anthropic.AnthropicDialect;
import erp.assistant.impl.provider.openai.OpenAiDialect;
import erp.assistant.impl.provider.openai.ResponsesDialect;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** Requests and settings for tests. */
public final class Given {

    public static final String KEY = "sk-canary-0123456789";
    public static final int ESTIMATED_INPUT = 321;
    public static final Timeouts PATIENT =
            new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(60));

    private Given() {}

    public static ChatRequest request() {
        return request(Duration.ofSeconds(60));
    }

    public static ChatRequest request(Duration total) {
        return new ChatRequest(
                new Attribution(new UUID(0, 1), "anna", "", "sales-order", "4711", ""),
                new Prompt(
                        "answer/1",
                        "Answer from the data only.",
                        "DATA [{\"id\":\"promisedDate\",\"label\":\"Promised\",\"value\":\"2 May 2026\"}] END\nWhen?",
                        "When?",
                        List.of(),
                        Locale.ENGLISH,
                        ESTIMATED_INPUT),
                ModelTier.SMALL,
                400,
                Instant.now().plus(total));
    }

    public static ProviderSettings provider(Dialect dialect, URI baseUrl) {
        return provider(dialect, baseUrl, Optional.of(new Secret(KEY)), Map.of("x-team", "sales"));
    }

    public static ProviderSettings provider(
            Dialect dialect, URI baseUrl, Optional<Secret> key, Map<String, String> headers) {
        return new ProviderSettings(Slot.PRIMARY, dialect, dialect.key(), baseUrl, key, "small-1", "large-1", headers);
    }

    /** The adapter of the primary provider. */
    public static ChatModel adapter(Dialect dialect, ProviderHttp http) {
        return switch (dialect) {
            case ANTHROPIC -> new HttpChatModel(Slot.PRIMARY, http, AnthropicDialect::new);
            case OPENAI -> new HttpChatModel(Slot.PRIMARY, http, OpenAiDialect::new);
            case OPENAI_RESPONSES -> new HttpChatModel(Slot.PRIMARY, http, ResponsesDialect::new);
            case OFFLINE -> throw new IllegalArgumentException("no wire adapter");
        };
    }

    /** The same provider, asked in another way. */
    public static ProviderSettings asked(ProviderSettings provider, boolean streaming, PromptCache cache) {
        return new ProviderSettings(
                provider.slot(),
                provider.dialect(),
                provider.name(),
                provider.baseUrl(),
                provider.apiKeys(),
                provider.smallModel(),
                provider.largeModel(),
                provider.headers(),
                streaming,
                cache,
                provider.route());
    }

    /** The request as the third question of a conversation. */
    public static ChatRequest afterTurns() {
        ChatRequest alone = request();
        Prompt prompt = alone.prompt();
        return new ChatRequest(
                alone.attribution(),
                new Prompt(
                        prompt.template(),
                        prompt.system(),
                        prompt.user(),
                        prompt.question(),
                        prompt.facts(),
                        prompt.language(),
                        prompt.estimatedTokens(),
                        List.of(
                                new Turn(Turn.Role.USER, "Who?"),
                                new Turn(Turn.Role.ASSISTANT, "Anna."),
                                new Turn(Turn.Role.USER, "Where?"),
                                new Turn(Turn.Role.ASSISTANT, "Here."))),
                alone.tier(),
                alone.maxOutputTokens(),
                alone.deadline());
    }

    /** The request after a round of look-ups. @param more whether the model may ask for another */
    static ChatRequest afterLookups(boolean more) {
        ChatRequest alone = request();
        Prompt prompt = alone.prompt();
        String schema = "{\"type\":\"object\",\"properties\":{\"list\":{\"type\":\"string\"}},\"required\":[\"list\"]}";
        Lookups.Round round = new Lookups.Round(
                "Let me see.",
                List.of(
                        new Lookups.Call("call_1", "find_rows", "{\"list\":\"invoice\"}"),
                        new Lookups.Call("call_2", "find_rows", "no JSON")),
                List.of(new Lookups.Result("DATA \"12\"", false), new Lookups.Result("Not so.", true)));
        return alone.with(new Prompt(
                prompt.template(),
                prompt.system(),
                prompt.user(),
                prompt.question(),
                prompt.facts(),
                prompt.language(),
                prompt.estimatedTokens(),
                List.of(),
                new Lookups(List.of(new Lookups.Tool("find_rows", "Finds rows.", schema)), List.of(round), more)));
    }

    public static Settings settings(ProviderSettings primary, Timeouts timeouts) {
        return new Settings(
                true,
                primary,
                Optional.empty(),
                true,
                true,
                timeouts,
                Resilience.DEFAULT,
                Prompting.DEFAULT,
                400,
                4000,
                Set.of(),
                Duration.ZERO,
                10,
                BudgetLimits.NONE,
                Currency.getInstance("EUR"),
                ZoneOffset.UTC,
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                new Rates(60, OptionalInt.empty()),
                2_000,
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                new BigDecimal("99.9"),
                Remembering.DEFAULT,
                AnswerTimes.DEFAULT,
                Set.of());
    }

    /** As a provider reports it; only Anthropic Messages tells for how long the cache was written. */
    static TokenUsage usage(Dialect dialect, long fresh, long read, long written, long output, long reasoning) {
        boolean told = dialect == Dialect.ANTHROPIC;
        return new TokenUsage(
                fresh,
                read,
                told ? written : 0,
                0,
                told ? 0 : written,
                output,
                reasoning,
                0,
                told ? new TokenUsage.Terms("standard", "") : TokenUsage.Terms.NOT_TOLD,
                TokenUsage.Source.REPORTED);
    }
}
