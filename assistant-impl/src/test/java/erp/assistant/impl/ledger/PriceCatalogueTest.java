package erp.assistant.impl.ledger;

import static erp.assistant.impl.ledger.Fixtures.NOW;
import static erp.assistant.impl.ledger.Fixtures.reported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.Cost;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.config.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceCatalogueTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final String COLUMNS = String.join(",", PriceFile.COLUMNS);

    private final In euros = new In(PriceCatalogue.load(Fixtures.settings(Dialect.ANTHROPIC)), Fixtures.EUR);

    /** The shipped prices in the currency of their rows, so that a cost can be checked by hand. */
    private final In dollars = shippedIn(USD);

    /** A catalogue and the currency that a test asks for. */
    private record In(PriceCatalogue prices, Currency currency) {

        Optional<Priced> price(String provider, String model, TokenUsage usage, Instant at) {
            return prices.price(provider, model, usage, at, currency);
        }

        Optional<Priced> upperBound(String provider, String model, long input, long maxOutput, Instant at) {
            return prices.upperBound(provider, model, input, maxOutput, at, currency);
        }
    }

    /** Without exchange rates. */
    private static In shippedIn(Currency currency) {
        try (var in = PriceCatalogue.class.getResourceAsStream("prices.csv")) {
            List<PriceRow> rows = PriceFile.read(
                    "prices.csv",
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
            return new In(new PriceCatalogue(rows, List.of()), currency);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static In of(String... rows) {
        List<String> lines = List.of((COLUMNS + "\n" + String.join("\n", rows)).split("\n"));
        return new In(new PriceCatalogue(PriceFile.read("p.csv", lines), List.of()), USD);
    }

    /** Each nanos value is worked out by hand: sum of tokens times price per million, times 1000. */
    @ParameterizedTest
    @CsvSource({
        // model, input, cache read, write 5m, write 1h, output, reasoning, nanos of a dollar
        "claude-haiku-4-5,            2500, 0, 0, 0, 500, 0,               5000000",
        "claude-haiku-4-5-20251001,   2500, 0, 0, 0, 500, 0,               5000000",
        "claude-haiku-4-5,            500, 2000, 0, 0, 400, 100,           3200000",
        "claude-haiku-4-5,            0, 0, 1000, 0, 0, 0,                 1250000",
        "claude-haiku-4-5,            0, 0, 0, 1000, 0, 0,                 2000000",
        "claude-sonnet-5-5,           100, 10, 20, 30, 40, 50,             1271000",
        "claude-opus-5-5,             1, 0, 0, 0, 1, 0,                    24000",
        // the whole request is dearer above 100,000 input tokens, cached ones too
        "claude-haiku-5-5,            99999, 0, 0, 0, 1000, 0,             10499900",
        "claude-haiku-5-5,            100000, 0, 0, 0, 1000, 0,            10500000",
        "claude-haiku-5-5,            100001, 0, 0, 0, 1000, 0,            52500500",
        "claude-haiku-5-5,            1, 100000, 0, 0, 0, 0,               5000500",
        "claude-haiku-5-5,            0, 99999, 1, 0, 0, 0,                1000115",
        "gpt-6-sol,                   272000, 0, 0, 0, 1000, 0,            554000000",
        "gpt-6-sol,                   272001, 0, 0, 0, 1000, 0,            1103004000",
        "gpt-5.4-nano,                1, 1, 0, 0, 0, 0,                    220",
        // fractions of a nano are rounded once, half up
        "gpt-5.4-mini,                0, 1, 0, 0, 0, 0,                    75",
        "gemini-3.7-flash,            1000, 0, 0, 0, 100, 900,             4500000",
    })
    void aCostIsExact(
            String model, long input, long read, long write5m, long write1h, long output, long reasoning, long nanos) {
        TokenUsage usage = new TokenUsage(input, read, write5m, write1h, output, reasoning, TokenUsage.Source.REPORTED);
        assertThat(dollars.price("any", model, usage, NOW)).map(Priced::cost).contains(new Cost(nanos, USD));
    }

    @Test
    void theSumIsRoundedOnceAndHalfUp() {
        In prices = of("a,*,m,2026-01-01,,0,0.0004,0.0001,,,0.0005,USD,s,2026-01-01");
        // 0.4 + 0.1 nano: rounded apart it would be 0.
        assertThat(nanos(prices, new TokenUsage(1, 1, 0, 0, 0, 0, TokenUsage.Source.REPORTED)))
                .isEqualTo(1);
        assertThat(nanos(prices, reported(1, 0))).isZero();
        assertThat(nanos(prices, reported(0, 1))).isEqualTo(1);
    }

    private static long nanos(In prices, TokenUsage usage) {
        return prices.price("any", "m", usage, NOW).orElseThrow().cost().nanos();
    }

    @Test
    void aCostIsInTheCompanysCurrencyAndNamesItsRows() {
        assertThat(euros.price("any", "claude-haiku-4-5", reported(2500, 500), NOW))
                .contains(new Priced(new Cost(4_650_000, Fixtures.EUR), "claude-haiku-4-5", "usd-eur-2026"));
        // 220 nano dollars * 0.93 = 204.6
        assertThat(euros.price(
                        "any", "gpt-5.4-nano", new TokenUsage(1, 1, 0, 0, 0, 0, TokenUsage.Source.REPORTED), NOW))
                .map(priced -> priced.cost().nanos())
                .contains(205L);
    }

    @Test
    void withoutAnExchangeRateItIsUnpriced() {
        assertThat(shippedIn(Fixtures.EUR).price("any", "claude-haiku-4-5", reported(1, 1), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-06T23:59:59.999Z, 200000, claude-sonnet-5-5-a",
        "2026-10-07T00:00:00Z,     100000, claude-sonnet-5-5-b",
    })
    void anAttemptHasThePriceOfItsDay(Instant at, long nanos, String row) {
        TokenUsage read = new TokenUsage(0, 1000, 0, 0, 0, 0, TokenUsage.Source.REPORTED);
        assertThat(dollars.price("any", "claude-sonnet-5-5", read, at))
                .contains(new Priced(new Cost(nanos, USD), row, ""));
    }

    @Test
    void aDayBeforeTheFirstRowIsUnpriced() {
        assertThat(dollars.price("any", "claude-haiku-4-5", reported(1, 1), Instant.parse("2026-07-28T23:59:59Z")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "claude-haiku-4-6",
        "claude-haiku-4-5-fast",
        "claude-sonnet-5-6",
        "gpt-5.4-pro",
        "CLAUDE-HAIKU-4-5",
        "''"
    })
    void anUnknownModelIsUnpricedAndNeverTakenForAnOlderOne(String model) {
        assertThat(dollars.price("any", model, reported(1, 1), NOW)).isEmpty();
        assertThat(dollars.upperBound("any", model, 1, 1, NOW)).isEmpty();
    }

    @Test
    void anOpenWeightModelHasAPriceOnlyAtItsMaker() {
        assertThat(dollars.price("mistral_ai", "mistral-small-4", reported(1, 1), NOW))
                .isPresent();
        assertThat(dollars.price("own-server", "mistral-small-4", reported(1, 1), NOW))
                .isEmpty();
    }

    @Test
    void aClassOfTokensThatIsNotSoldMakesItUnpriced() {
        TokenUsage writes = new TokenUsage(1, 0, 1, 0, 1, 0, TokenUsage.Source.REPORTED);
        assertThat(dollars.price("any", "gpt-5.4", writes, NOW)).isEmpty();
    }

    @Test
    void theClosestRowCounts() {
        In prices = of(
                "wide,*,m-*,2026-01-01,,0,1,,,,1,USD,s,2026-01-01",
                "long,*,m-large-*,2026-01-01,,0,2,,,,2,USD,s,2026-01-01",
                "exact,*,m-large-1,2026-01-01,,0,3,,,,3,USD,s,2026-01-01",
                "own,p,m-large-1,2026-01-01,,0,4,,,,4,USD,s,2026-01-01");
        assertThat(row(prices, "q", "m-small")).contains("wide");
        assertThat(row(prices, "q", "m-large-2")).contains("long");
        assertThat(row(prices, "q", "m-large-1")).contains("exact");
        assertThat(row(prices, "p", "m-large-1")).contains("own");
        assertThat(row(prices, "p", "m-large-2")).contains("long");
    }

    private static Optional<String> row(In prices, String provider, String model) {
        return prices.price(provider, model, reported(1, 1), NOW).map(Priced::priceRow);
    }

    @ParameterizedTest
    @CsvSource({
        // input estimate, at most so many nanos: dearest input class of the dearest tier that can be reached, 1000 out
        "100000, 20500000",
        "100001, 102501000",
    })
    void theUpperBoundTakesTheDearestClassOfTheDearestTier(long input, long nanos) {
        assertThat(dollars.upperBound("any", "claude-haiku-5-5", input, 1000, NOW))
                .map(priced -> priced.cost().nanos())
                .contains(nanos);
    }

    @Test
    void noUsageWithinTheEstimateCostsMoreThanTheUpperBound() {
        long bound = euros.upperBound("any", "claude-haiku-5-5", 100_010, 500, NOW)
                .orElseThrow()
                .cost()
                .nanos();
        for (long input = 99_990; input <= 100_010; input++) {
            for (int kind = 0; kind < 4; kind++) {
                TokenUsage usage = new TokenUsage(
                        kind == 0 ? input : 0,
                        kind == 1 ? input : 0,
                        kind == 2 ? input : 0,
                        kind == 3 ? input : 0,
                        300,
                        200,
                        TokenUsage.Source.REPORTED);
                assertThat(euros.price("any", "claude-haiku-5-5", usage, NOW)
                                .orElseThrow()
                                .cost()
                                .nanos())
                        .isLessThanOrEqualTo(bound);
            }
        }
    }

    @Test
    void anAdminsFileReplacesTheShippedPricesButNotTheRatesUnlessTheyLieBesideIt(@TempDir Path folder)
            throws IOException {
        Path prices = folder.resolve("my-prices.csv");
        Files.writeString(prices, COLUMNS + "\nown,*,own-model,2026-01-01,,0,1,,,,2,USD,contract,2026-01-01\n");
        In own = load(prices);
        assertThat(own.price("any", "claude-haiku-4-5", reported(1, 1), NOW)).isEmpty();
        assertThat(own.price("any", "own-model", reported(1, 1), NOW))
                .contains(new Priced(new Cost(2790, Fixtures.EUR), "own", "usd-eur-2026"));

        Files.writeString(folder.resolve("exchange-rates.csv"), """
                id,from,to,rate,valid_from,source
                old,USD,EUR,3,2026-01-01,t
                new,USD,EUR,0.5,2026-11-20,t
                next,USD,EUR,9,2026-11-21,t
                """);
        assertThat(load(prices).price("any", "own-model", reported(1, 1), NOW))
                .contains(new Priced(new Cost(1500, Fixtures.EUR), "own", "new"));
        assertThat(load(prices).price("any", "own-model", reported(1, 1), NOW.minusSeconds(86_400)))
                .contains(new Priced(new Cost(9000, Fixtures.EUR), "own", "old"));
    }

    @Test
    void anAdminsFileThatIsMissingIsNamed(@TempDir Path folder) {
        Path prices = folder.resolve("none.csv");
        assertThatThrownBy(() -> load(prices))
                .isInstanceOf(PriceFileException.class)
                .hasMessage(prices + " cannot be read as UTF-8 text");
    }

    private static In load(Path prices) {
        return new In(
                PriceCatalogue.load(Fixtures.settings(Dialect.ANTHROPIC, Optional.empty(), Optional.of(prices))),
                Fixtures.EUR);
    }

    @Test
    void modelsWithoutAPriceAreFoundAtTheStart() {
        assertThat(UnpricedModels.of(
                        Fixtures.settings(Dialect.ANTHROPIC),
                        of("a,*,claude-haiku-4-5,2026-01-01,,0,1,,,,1,USD,s,2026-01-01")
                                .prices(),
                        NOW))
                .containsExactly("anthropic/claude-haiku-4-5", "anthropic/claude-sonnet-5-5");
        assertThat(UnpricedModels.of(Fixtures.settings(Dialect.ANTHROPIC), euros.prices(), NOW))
                .isEmpty();
        assertThat(UnpricedModels.of(
                        Fixtures.settings(Dialect.OFFLINE),
                        of("a,*,m,2026-01-01,,0,1,,,,1,USD,s,2026-01-01").prices(),
                        NOW))
                .isEmpty();
    }
}
