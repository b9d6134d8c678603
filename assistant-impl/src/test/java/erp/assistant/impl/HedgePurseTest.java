package erp.assistant.impl;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.Cost;
import erp.assistant.chat.Attribution;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ModelTier;
import erp.assistant.chat.Prompt;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.TestSettings;
import erp.assistant.impl.ledger.PriceCatalogue;
import erp.assistant.report.LedgerRow;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HedgePurseTest {

    /** What 2,500 tokens in and 500 out can cost at most: at claude-haiku-4-5, which is dearer than the backup's gpt-6-luna. */
    private static final long BOUND = 7_672_500;

    private final Map<String, String> configuration = new HashMap<>(Map.of(
            "assistant.provider.primary.dialect", "anthropic",
            "assistant.provider.primary.api-key", "sk-not-used",
            "assistant.provider.backup.dialect", "openai",
            "assistant.provider.backup.api-key", "sk-not-used",
            "assistant.provider.backup.model.small", "gpt-6-luna",
            "assistant.hedging.extra-spend-percent", "10"));
    private final HedgePurse purse = new HedgePurse(PriceCatalogue.load(settings()), this::settings, new Office.Time());

    private Settings settings() {
        return TestSettings.of(configuration);
    }

    private static ChatRequest request() {
        return new ChatRequest(
                new Attribution(UUID.randomUUID(), "anna", "DE", "sales-order", "4711", ""),
                new Prompt("answer/1", "system", "user", "Why?", List.of(), Locale.ENGLISH, 2500),
                ModelTier.SMALL,
                500,
                Office.NOW);
    }

    private void settled(String call, String outcome, long nanos) {
        settled(call, outcome, Optional.of(new Cost(nanos, Currency.getInstance("EUR"))));
    }

    private void settled(String call, String outcome, Optional<Cost> cost) {
        purse.accept(new LedgerRow(
                call,
                1,
                Office.NOW,
                "anna",
                "DE",
                "sales-order",
                "4711",
                "",
                "primary",
                "anthropic",
                "m",
                "m",
                "settled",
                outcome,
                200,
                TokenUsage.NONE,
                Optional.empty(),
                cost,
                "p",
                OptionalLong.empty(),
                OptionalLong.empty(),
                ""));
    }

    private int affordable() {
        int times = 0;
        while (purse.take(request())) {
            times++;
        }
        return times;
    }

    @Test
    void withoutSpendingNothingIsAskedTwice() {
        assertThat(purse.take(request())).isFalse();
    }

    @Test
    void aShareOfWhatWasSpentMayBeSpentOnceMore() {
        settled("a", "end", 10 * 3 * BOUND);

        assertThat(affordable()).isEqualTo(3);
    }

    @Test
    void whatTheSuperfluousRequestCostLessIsPutBack() {
        settled("a", "end", 10 * BOUND);
        ChatRequest twice = request();
        assertThat(purse.take(twice)).isTrue();
        assertThat(purse.take(request())).isFalse();

        settled(twice.attribution().call().toString(), "cancelled", 0);
        assertThat(purse.take(request())).as("it cost nothing").isTrue();

        settled(twice.attribution().call().toString(), "cancelled", BOUND);
        assertThat(purse.take(request())).as("given back once").isFalse();
    }

    @Test
    void overManyQuestionsTheShareIsNotPassed() {
        long spent = 0;
        long extra = 0;
        long cost = 1_395_000;
        for (int i = 0; i < 10_000; i++) {
            settled("usual" + i, "end", cost);
            spent += cost;
            ChatRequest request = request();
            if (purse.take(request)) {
                settled(request.attribution().call().toString(), "cancelled", cost / 2);
                extra += cost / 2;
            }
        }
        assertThat(extra).isBetween(spent * 9 / 100, spent / 10);
    }

    @Test
    void thePurseDoesNotFillForEver() {
        settled("a", "end", 1_000_000 * BOUND);

        assertThat(affordable()).isEqualTo(10);
    }

    @Test
    void whatHasNoKnownPriceIsNotAskedTwice() {
        settled("a", "end", 100 * BOUND);
        settled("b", "end", Optional.empty());
        configuration.put("assistant.provider.backup.model.small", "nobodys-model");
        assertThat(purse.take(request())).isFalse();

        configuration.put("assistant.provider.backup.model.small", "gpt-6-luna");
        assertThat(purse.take(request())).isTrue();
    }

    @Test
    void costsInAnotherCurrencyDoNotCount() {
        settled("a", "end", Optional.of(new Cost(100 * BOUND, Currency.getInstance("USD"))));

        assertThat(purse.take(request())).isFalse();
    }
}
