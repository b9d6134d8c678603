package erp.assistant.impl.prompt;

import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Resilience;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.config.Timeouts;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settings for tests, with what a test wants to vary. */
public record TestSettings(int maxPromptTokens, Duration cacheTtl, int cacheEntries, Set<String> largeTierActions) {

    public static final TestSettings USUAL = new TestSettings(4_000, Duration.ofMinutes(10), 100, Set.of());

    public TestSettings withMaxPromptTokens(int tokens) {
        return new TestSettings(tokens, cacheTtl, cacheEntries, largeTierActions);
    }

    public TestSettings withCache(Duration ttl, int entries) {
        return new TestSettings(maxPromptTokens, ttl, entries, largeTierActions);
    }

    public TestSettings withLargeTierActions(Set<String> actions) {
        return new TestSettings(maxPromptTokens, cacheTtl, cacheEntries, actions);
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
                700,
                maxPromptTokens,
                largeTierActions,
                cacheTtl,
                cacheEntries,
                Optional.empty(),
                Currency.getInstance("EUR"),
                ZoneId.of("Europe/Berlin"),
                Optional.empty(),
                Optional.empty(),
                mappings,
                10,
                2_000,
                second,
                second);
    }
}
