package erp.assistant.impl.prompt;

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
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Settings for tests, with what a test wants to vary. */
public record TestSettings(
        int maxPromptTokens,
        int targetTokens,
        Duration cacheTtl,
        int cacheEntries,
        Set<String> largeTierActions,
        Set<String> confidentialRoles,
        boolean mask) {

    public static final TestSettings USUAL =
            new TestSettings(4_000, 0, Duration.ofMinutes(10), 100, Set.of(), Set.of(), true);

    public TestSettings withoutMasking() {
        return new TestSettings(
                maxPromptTokens, targetTokens, cacheTtl, cacheEntries, largeTierActions, confidentialRoles, false);
    }

    public TestSettings withTargetTokens(int tokens) {
        return new TestSettings(
                maxPromptTokens, tokens, cacheTtl, cacheEntries, largeTierActions, confidentialRoles, mask);
    }

    public TestSettings withConfidentialRoles(Set<String> roles) {
        return new TestSettings(maxPromptTokens, targetTokens, cacheTtl, cacheEntries, largeTierActions, roles, mask);
    }

    public TestSettings withMaxPromptTokens(int tokens) {
        return new TestSettings(
                tokens, targetTokens, cacheTtl, cacheEntries, largeTierActions, confidentialRoles, mask);
    }

    public TestSettings withCache(Duration ttl, int entries) {
        return new TestSettings(maxPromptTokens, targetTokens, ttl, entries, largeTierActions, confidentialRoles, mask);
    }

    public TestSettings withLargeTierActions(Set<String> actions) {
        return new TestSettings(
                maxPromptTokens, targetTokens, cacheTtl, cacheEntries, actions, confidentialRoles, mask);
    }

    public Settings build() {
        return build(Optional.empty());
    }

    /** With a folder of mapping files. */
    public Settings build(Optional<Path> mappings) {
        Duration second = Duration.ofSeconds(1);
        return new Settings(
                true,
                new ProviderSettings(
                        Slot.PRIMARY,
                        Dialect.OFFLINE,
                        "offline",
                        URI.create("http://127.0.0.1"),
                        Optional.empty(),
                        "small",
                        "large",
                        Map.of()),
                Optional.empty(),
                true,
                true,
                new Timeouts(second, second, second, second),
                Resilience.DEFAULT,
                new Prompting(
                        mask,
                        confidentialRoles,
                        targetTokens == 0 ? maxPromptTokens : targetTokens,
                        Map.of("summary", 300),
                        OptionalInt.of(9_000)),
                700,
                maxPromptTokens,
                largeTierActions,
                cacheTtl,
                cacheEntries,
                BudgetLimits.NONE,
                Currency.getInstance("EUR"),
                ZoneId.of("Europe/Berlin"),
                Optional.empty(),
                0,
                Optional.empty(),
                mappings,
                new Rates(10, OptionalInt.empty()),
                2_000,
                second,
                second,
                new BigDecimal("99.9"),
                Remembering.DEFAULT,
                AnswerTimes.DEFAULT,
                Set.of());
    }
}
