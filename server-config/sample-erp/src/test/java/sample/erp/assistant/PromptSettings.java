package sample.erp.assistant;

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
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import sample.erp.data.DemoDatabase;

/** What prompts are written by: the defaults, for the demo company. */
final class PromptSettings {

    private PromptSettings() {}

    static Settings of(int mostTokens) {
        Duration second = Duration.ofSeconds(1);
        return new Settings(
                true,
                new ProviderSettings(
                        Slot.PRIMARY,
                        Dialect.OFFLINE,
                        "offline",
                        URI.create("http://127.0.0.1"),
                        Optional.empty(),
                        "s",
                        "l",
                        Map.of()),
                Optional.empty(),
                true,
                true,
                new Timeouts(second, second, second, second),
                Resilience.DEFAULT,
                Prompting.DEFAULT,
                700,
                mostTokens,
                Set.of(),
                second,
                1,
                BudgetLimits.NONE,
                Currency.getInstance("EUR"),
                DemoDatabase.ZONE,
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                new Rates(10, OptionalInt.empty()),
                10,
                second,
                second,
                new BigDecimal("99.9"),
                Remembering.DEFAULT,
                AnswerTimes.DEFAULT,
                Set.of());
    }
}
