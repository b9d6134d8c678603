package erp.assistant.impl.ledger;

import static erp.assistant.impl.ledger.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.Cost;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.TokenUsage.Source;
import erp.assistant.chat.TokenUsage.Terms;
import erp.assistant.impl.config.Dialect;
import erp.assistant.report.LedgerRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What users of other products reported as wrong costs, each with its public thread and, where the thread tells them, with its
 * figures. Where a thread gives only the sums, the counts are the smallest that make both the right and the wrong sum.
 */
class KnownCostErrorsTest {

    /** Dearer than any shipped row of its kind: a generation that the reports are about. */
    private static final PriceCatalogue REPORTED_THEN = UsageProbe.catalogue(
            "sonnet-3-7,*,claude-3-7-sonnet,2026-01-01,,0,3,0.30,3.75,6,15,USD,list,2026-01-01",
            "haiku-3-5,*,claude-3-5-haiku,2026-01-01,,0,0.80,0.08,1,1.60,4,USD,list,2026-01-01",
            "gpt-5,*,gpt-5,2026-01-01,,0,1.25,0.125,,,10,USD,list,2026-01-01");

    private static long nanos(PriceCatalogue prices, String model, TokenUsage usage) {
        return prices.price("any", model, usage, NOW, UsageProbe.USD)
                .orElseThrow()
                .cost()
                .nanos();
    }

    private static long shipped(String model, TokenUsage usage) {
        return UsageProbe.price("any", model, usage, NOW).orElseThrow().nanos();
    }

    /** In dollars, to as many digits as a thread tells. */
    private static BigDecimal dollars(long nanos, int digits) {
        return BigDecimal.valueOf(nanos, 9).setScale(digits, RoundingMode.HALF_UP);
    }

    private static TokenUsage messages(String start, String delta) {
        return UsageProbe.usage("messages-stream", """
                event: message_start
                data: {"type":"message_start","message":{"model":"m","usage":%s}}

                event: message_delta
                data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":%s}

                event: message_stop
                data: {"type":"message_stop"}

                """.formatted(start.replace('\'', '"'), delta.replace('\'', '"')));
    }

    private static TokenUsage message(String usage) {
        return UsageProbe.usage("messages-body", "{\"model\":\"m\",\"usage\":%s}".formatted(usage.replace('\'', '"')));
    }

    private static TokenUsage completion(String usage) {
        return UsageProbe.usage(
                "completions-body", "{\"model\":\"m\",\"usage\":%s}".formatted(usage.replace('\'', '"')));
    }

    @Test
    void row1CacheCreationIsChargedOnce() {
        // BerriAI/litellm#9812: 0.0913 instead of the console's 0.0544
        TokenUsage usage = message(
                "{'input_tokens':258,'cache_creation_input_tokens':12300,'cache_read_input_tokens':0,"
                        + "'cache_creation':{'ephemeral_5m_input_tokens':12300,'ephemeral_1h_input_tokens':0},'output_tokens':500}");
        long nanos = nanos(REPORTED_THEN, "claude-3-7-sonnet", usage);

        assertThat(nanos).isEqualTo(54_399_000);
        assertThat(dollars(nanos, 4)).isEqualTo("0.0544");
        TokenUsage twice = new TokenUsage(258 + 12_300, 0, 12_300, 0, 500, 0, Source.REPORTED);
        assertThat(dollars(nanos(REPORTED_THEN, "claude-3-7-sonnet", twice), 4)).isEqualTo("0.0913");
    }

    @Test
    void row2StreamedCacheReadsAreNoFreshInput() {
        // litellm#11789: 0.002059 instead of 0.000292 on streams, right otherwise
        TokenUsage streamed = messages(
                "{'input_tokens':20,'cache_read_input_tokens':2454,'output_tokens':1}", "{'output_tokens':20}");
        TokenUsage whole = message("{'input_tokens':20,'cache_read_input_tokens':2454,'output_tokens':20}");

        assertThat(streamed).isEqualTo(whole);
        long nanos = nanos(REPORTED_THEN, "claude-3-5-haiku", streamed);
        assertThat(nanos).isEqualTo(292_320);
        assertThat(dollars(nanos, 6)).isEqualTo("0.000292");
        TokenUsage asInput = new TokenUsage(20 + 2454, 0, 0, 0, 20, 0, Source.REPORTED);
        assertThat(dollars(nanos(REPORTED_THEN, "claude-3-5-haiku", asInput), 6))
                .isEqualTo("0.002059");
    }

    @Test
    void row3TheClassesSumToTheProvidersTotal() {
        // litellm#11364: 98,805 tokens of prompt, 66,360 of them read from the cache
        TokenUsage usage = completion("{'prompt_tokens':98805,'completion_tokens':100,'total_tokens':98905,"
                + "'prompt_tokens_details':{'cached_tokens':66360}}");

        assertThat(usage.input()).isEqualTo(98_805 - 66_360);
        assertThat(usage.cacheRead()).isEqualTo(66_360);
        assertThat(usage.total()).isEqualTo(98_905);
        // 32,445 x 2 + 66,360 x 0.20 + 100 x 10
        assertThat(shipped("gpt-6-sol", usage)).isEqualTo(79_162_000);
    }

    @Test
    void row4WhatTheTotalExceedsItsSplitByIsPriced() {
        // litellm#42663: 31,490 of 184,457 cache-write tokens were priced
        TokenUsage usage = messages(
                "{'input_tokens':10,'cache_creation_input_tokens':31490,"
                        + "'cache_creation':{'ephemeral_5m_input_tokens':31490,'ephemeral_1h_input_tokens':0}}",
                "{'cache_creation_input_tokens':184457,'output_tokens':100,'server_tool_use':{'web_search_requests':1}}");

        assertThat(usage.cacheWrite5m()).isEqualTo(31_490);
        assertThat(usage.cacheWriteOther()).isEqualTo(184_457 - 31_490);
        // 10 x 1 + 31,490 x 1.25 + 152,967 x 2 + 100 x 5, and a search for 0.01
        assertThat(shipped("claude-haiku-4-5", usage)).isEqualTo(355_806_500L);
    }

    @Test
    void row5TheHourOfACacheWriteSurvivesStreaming() {
        // litellm PR#31724: writes for an hour at the price of five minutes
        String split = "'cache_creation':{'ephemeral_5m_input_tokens':0,'ephemeral_1h_input_tokens':1000}";
        TokenUsage streamed = messages(
                "{'input_tokens':0,'cache_creation_input_tokens':1000," + split + "}",
                "{'cache_creation_input_tokens':1000,'output_tokens':0}");

        assertThat(shipped("claude-haiku-4-5", streamed)).isEqualTo(2_000_000);
    }

    @Test
    void row6CachedTokensAreAPartOfThePrompt() {
        // maximhq/bifrost#904: 1.68 instead of 0.34
        TokenUsage usage = completion("{'prompt_tokens':1264000,'completion_tokens':10000,'total_tokens':1274000,"
                + "'prompt_tokens_details':{'cached_tokens':1191111}}");
        long nanos = nanos(REPORTED_THEN, "gpt-5", usage);

        assertThat(nanos).isEqualTo(340_000_125);
        assertThat(dollars(nanos, 2)).isEqualTo("0.34");
        TokenUsage asInput = new TokenUsage(1_264_000, 0, 0, 0, 10_000, 0, Source.REPORTED);
        assertThat(dollars(nanos(REPORTED_THEN, "gpt-5", asInput), 2)).isEqualTo("1.68");
    }

    @Test
    void row7InputIsCountedOnceWhetherOrNotAProvidersTotalIncludesTheCache() {
        // langfuse#10592, #12306: 35,720 instead of 17,903
        TokenUsage exclusive = message("{'input_tokens':86,'cache_read_input_tokens':17817,'output_tokens':1}");
        TokenUsage inclusive = completion(
                "{'prompt_tokens':17903,'completion_tokens':1,'prompt_tokens_details':{'cached_tokens':17817}}");

        assertThat(exclusive).isEqualTo(inclusive);
        assertThat(exclusive.totalInput()).isEqualTo(17_903).isNotEqualTo(35_720);
    }

    @Test
    void row8AHotCallCostsLessThanAColdOne() {
        // cloudflare/ai#550: 0.0020073 hot, 0.0018345 cold
        TokenUsage cold = message("{'input_tokens':1834,'cache_read_input_tokens':0,'output_tokens':0}");
        TokenUsage hot = message("{'input_tokens':34,'cache_read_input_tokens':1800,'output_tokens':0}");

        assertThat(shipped("claude-haiku-4-5", cold)).isEqualTo(1_834_000);
        assertThat(shipped("claude-haiku-4-5", hot)).isEqualTo(214_000);
    }

    @Test
    void row9AGatewaysOwnCostIsNotBelieved() {
        // rossoctl/cortex PR#1072: a gateway said 0.225, the vendor billed 4.00
        TokenUsage usage = UsageProbe.usage(
                "completions-body",
                "{\"model\":\"m\",\"cost\":0.225,\"usage\":{\"prompt_tokens\":250000,\"completion_tokens\":350000,"
                        + "\"total_tokens\":600000,\"cost\":0.225,\"total_cost\":0.225}}");

        assertThat(shipped("gpt-6-sol", usage)).isEqualTo(4_000_000_000L);
    }

    @Test
    void row10ADeltaWithoutInputDoesNotMakeTheTotalTheOutput() {
        // apache/apisix#13662
        TokenUsage usage = messages(
                "{'input_tokens':2500,'cache_read_input_tokens':30,'output_tokens':2}", "{'output_tokens':500}");

        assertThat(usage.total()).isEqualTo(3030);
    }

    @Test
    void row11ThinkingAndCachedTokensOfGeminiAreBilled() {
        // pydantic/logfire#1316, litellm#16341: neither was; here the thinking is in the total alone
        TokenUsage usage = completion("{'prompt_tokens':1000,'completion_tokens':100,'total_tokens':2000,"
                + "'prompt_tokens_details':{'cached_tokens':400}}");

        assertThat(usage.reasoning()).isEqualTo(900);
        // 600 x 1.5 + 400 x 0.15 + 1,000 x 9
        assertThat(shipped("gemini-3.5-flash", usage)).isEqualTo(9_960_000);
    }

    @Test
    void row11EachFrameWithUsageIsTakenEvenIfTheLastNeverComes() {
        // Menci/Floway#66: usage was taken at message_stop only
        TokenUsage usage = UsageProbe.usage("messages-stream", """
                event: message_start
                data: {"type":"message_start","message":{"model":"m","usage":{"input_tokens":2500,"output_tokens":1}}}

                event: message_delta
                data: {"type":"message_delta","delta":{},"usage":{"output_tokens":77}}

                """);

        assertThat(usage.totalInput()).isEqualTo(2500);
        assertThat(usage.totalOutput()).isEqualTo(77);
    }

    @Test
    void row12AnEstimateIsFlaggedAndNeverAboveWhatWasReserved() {
        // theopenco/llmgateway PR#3443: a failed stream was billed 23.17 by its characters
        var request = Fixtures.request(UUID.randomUUID(), NOW);
        ProviderFault cut = ProviderFault.of(ProviderFault.Kind.TRUNCATED, "cut")
                .provider("anthropic", Fixtures.MODEL)
                .build();
        TokenUsage estimate = UsageEstimate.of(cut, request, 50_000_000);

        assertThat(estimate.source()).isEqualTo(Source.ESTIMATED);
        assertThat(shipped(Fixtures.MODEL, estimate))
                .isLessThanOrEqualTo(PriceCatalogue.load(Fixtures.settings(Dialect.ANTHROPIC))
                        .upperBound("any", Fixtures.MODEL, 2500, 500, NOW, UsageProbe.USD)
                        .orElseThrow()
                        .cost()
                        .nanos());
    }

    @Test
    void row13AReportedZeroIsNoMissingReport() {
        // litellm#37992: an explicit 0 was replaced by an estimate
        TokenUsage zero = message("{'input_tokens':0,'output_tokens':0}");
        TokenUsage missing = message("{}");
        var request = Fixtures.request(UUID.randomUUID(), NOW);

        assertThat(UsageEstimate.orEstimated(zero, request, 4000)).isEqualTo(zero);
        assertThat(shipped("claude-haiku-4-5", zero)).isZero();
        assertThat(UsageEstimate.orEstimated(missing, request, 4000).source()).isEqualTo(Source.ESTIMATED);
    }

    @Test
    void row14AnUnknownCostIsUnknownAndCounted() {
        // EasyMetaAu/helm-api#6: shown as 0.0000
        assertThat(UsageProbe.price("any", "brand-new", new TokenUsage(1, 0, 0, 0, 1, 0, Source.REPORTED), NOW))
                .isEmpty();
        AnswerTotals totals = AnswerTotals.of(List.of(row(Optional.empty())), Fixtures.EUR);
        assertThat(totals.cost()).isEmpty();
        assertThat(totals.unpriced()).isEqualTo(1);
    }

    @Test
    void row15TheReservationKnowsTheCliff() {
        // litellm PR#40002: the tier above 272,000 tokens was not used when reserving; twice the price, as the account
        // may have priority
        PriceCatalogue prices = PriceCatalogue.load(Fixtures.settings(Dialect.ANTHROPIC));
        assertThat(prices.upperBound("any", "gpt-6-sol", 272_000, 1000, NOW, UsageProbe.USD))
                .map(priced -> priced.cost().nanos())
                .contains(1_380_000_000L);
        assertThat(prices.upperBound("any", "gpt-6-sol", 272_001, 1000, NOW, UsageProbe.USD))
                .map(priced -> priced.cost().nanos())
                .contains(2_750_010_000L);
    }

    @Test
    void row16AnAliasThatIsPointedElsewhereHasNoStalePrice() {
        // braintrust-proxy#802: mistral-medium-latest went from 0.40 to 1.50
        TokenUsage usage = new TokenUsage(1, 0, 0, 0, 1, 0, Source.REPORTED);
        assertThat(UsageProbe.price("mistral_ai", "mistral-medium-latest", usage, NOW))
                .isEmpty();
        assertThat(UsageProbe.price("mistral_ai", "mistral-medium-3.5", usage, NOW))
                .isPresent();
    }

    @Test
    void row17AnAnswerFromTheCacheCostsNothing() {
        // langfuse#2112: a locally cached answer was shown with a cost
        AnswerTotals totals = AnswerTotals.of(List.of(), Fixtures.EUR);
        assertThat(totals.cost()).contains(new Cost(0, Fixtures.EUR));
        assertThat(totals.attempts()).isZero();
    }

    @Test
    void row18ALostPromptCacheShowsInTheClassesAndInTheCost() {
        // Blockether/vis#154, vectorize/hindsight PR#3271: 99.4 % hits with one route, 0.085 % with another, and four
        // times
        // the cost
        TokenUsage hot = message("{'input_tokens':600,'cache_read_input_tokens':99400,'output_tokens':2600}");
        TokenUsage cold = message("{'input_tokens':99915,'cache_read_input_tokens':85,'output_tokens':2600}");

        assertThat(hot.cacheRead() * 100.0 / hot.totalInput()).isEqualTo(99.4);
        assertThat(cold.cacheRead() * 100.0 / cold.totalInput()).isEqualTo(0.085);
        assertThat(shipped("claude-haiku-4-5", hot)).isEqualTo(23_540_000);
        assertThat(shipped("claude-haiku-4-5", cold)).isEqualTo(112_923_500);
    }

    @Test
    void row19APricePerTokenIsNotTakenForOnePerMillion() {
        // litellm#20615: one typing mistake blocked every user
        assertThatThrownBy(() -> UsageProbe.catalogue("a,*,m,2026-01-01,,0,0.000003,,,,0.000015,USD,list,2026-01-01"))
                .isInstanceOf(PriceFileException.class)
                .hasMessageContaining("p.csv line 2: input '0.000003' is below 0.01 per 1,000,000 tokens");
        assertThatThrownBy(() -> UsageProbe.catalogue("a,*,m,2026-01-01,,0,3000000,,,,15000000,USD,list,2026-01-01"))
                .isInstanceOf(PriceFileException.class)
                .hasMessageContaining("p.csv line 2: input '3000000' is above 1000 per 1,000,000 tokens");
    }

    private static LedgerRow row(Optional<Cost> cost) {
        return new LedgerRow(
                UUID.randomUUID().toString(),
                1,
                NOW,
                "anna",
                "1000",
                "sales-order",
                "4711",
                "summary",
                "primary",
                "anthropic",
                "brand-new",
                "brand-new",
                "settled",
                "end",
                200,
                new TokenUsage(1, 0, 0, 0, 0, 1, 0, 0, Terms.NOT_TOLD, Source.REPORTED),
                Optional.empty(),
                cost,
                "",
                OptionalLong.empty(),
                OptionalLong.empty(),
                "req_1");
    }
}
