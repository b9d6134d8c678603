package erp.assistant.impl.ledger;

import static erp.assistant.impl.ledger.Fixtures.NOW;
import static erp.assistant.impl.ledger.Fixtures.reported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.Cost;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.config.Dialect;
import erp.assistant.report.PriceBook;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
        PriceTable shipped = new PriceFiles(
                        shipped(PriceFiles.PRICES), shipped(PriceFiles.FACTORS), shipped(PriceFiles.RATES))
                .table();
        return new In(catalogue(shipped.prices(), shipped.factors(), List.of()), currency);
    }

    private static PriceFiles.Text shipped(String name) {
        return PriceFiles.shipped(name);
    }

    private static PriceCatalogue catalogue(
            List<PriceRow> prices, List<PriceFactor> factors, List<ExchangeRate> rates) {
        return new PriceCatalogue(
                new PriceTable(prices, factors, rates),
                () -> Fixtures.settings(Dialect.ANTHROPIC),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static In of(String... rows) {
        List<String> lines = List.of((COLUMNS + "\n" + String.join("\n", rows)).split("\n"));
        return new In(catalogue(PriceFile.read("p.csv", lines), List.of(), List.of()), USD);
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
        List<PriceRow> rows = of("a,*,m,2026-01-01,,0,4,1,,,5,USD,s,2026-01-01")
                .prices()
                .table()
                .prices();
        ExchangeRate rate =
                new ExchangeRate("r", USD, Fixtures.EUR, new BigDecimal("0.0001"), LocalDate.of(2026, 1, 1));
        In prices = new In(catalogue(rows, List.of(), List.of(rate)), Fixtures.EUR);
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
        // input estimate, at most so many nanos: dearest input class of the dearest tier that can be reached, 1000 out,
        // in the us
        "100000, 22550000",
        "100001, 112751100",
    })
    void theUpperBoundTakesTheDearestClassOfTheDearestTier(long input, long nanos) {
        assertThat(dollars.upperBound("any", "claude-haiku-5-5", input, 1000, NOW))
                .map(priced -> priced.cost().nanos())
                .contains(nanos);
    }

    @ParameterizedTest
    @CsvSource({
        // the dearest terms that a response can name: a service tier with its own prices, one with a factor, a region
        "claude-opus-5-5, fast, us",
        "gpt-6-sol, priority, ''",
        "claude-haiku-4-5, standard, us",
    })
    void noTermsMakeARequestDearerThanTheUpperBound(String model, String tier, String geo) {
        TokenUsage dearest = new TokenUsage(
                0,
                0,
                0,
                model.startsWith("claude") ? 2000 : 0,
                model.startsWith("claude") ? 0 : 2000,
                300,
                0,
                0,
                new TokenUsage.Terms(tier, geo),
                TokenUsage.Source.REPORTED);

        assertThat(dollars.price("any", model, dearest, NOW)
                        .map(priced -> priced.cost().nanos()))
                .isPresent()
                .isEqualTo(dollars.upperBound("any", model, 2000, 300, NOW)
                        .map(priced -> priced.cost().nanos()));
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
                old,USD,EUR,0.9,2026-01-01,t
                new,USD,EUR,0.5,2026-11-20,t
                next,USD,EUR,0.8,2026-11-21,t
                """);
        assertThat(load(prices).price("any", "own-model", reported(1, 1), NOW))
                .contains(new Priced(new Cost(1500, Fixtures.EUR), "own", "new"));
        assertThat(load(prices).price("any", "own-model", reported(1, 1), NOW.minusSeconds(86_400)))
                .contains(new Priced(new Cost(2700, Fixtures.EUR), "own", "old"));
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

    private static TokenUsage under(String tier, String geo) {
        return reported(1_000_000, 100_000).under(new TokenUsage.Terms(tier, geo));
    }

    /** 1,000,000 tokens in and 100,000 out, so that the list price of one million in is the first digit. */
    @ParameterizedTest
    @CsvSource({
        "claude-haiku-4-5, '',        '',            1500000000, claude-haiku-4-5",
        "claude-haiku-4-5, standard,  not_available, 1500000000, claude-haiku-4-5",
        "claude-haiku-4-5, batch,     global,        750000000,  claude-haiku-4-5 x claude-batch",
        "claude-haiku-4-5, standard,  us,            1650000000, claude-haiku-4-5 x claude-us",
        "claude-haiku-4-5, batch,     us,            825000000,  claude-haiku-4-5 x claude-batch x claude-us",
        // a row of the tier itself counts before a factor
        "claude-opus-5-5,  fast,      '',            12000000000, claude-opus-5-5-fast",
        "claude-opus-5-5,  fast,      us,            13200000000, claude-opus-5-5-fast x claude-us",
        // above 272,000 tokens the tier's factor is one of the long price
        "gpt-6-sol,        default,   '',            5500000000, gpt-6-sol-long",
        "gpt-6-sol,        flex,      '',            2750000000, gpt-6-sol-long x gpt-flex",
        "gpt-6-sol,        priority,  '',            11000000000, gpt-6-sol-long x gpt-priority",
        "gpt-4.1,          batch,     '',            1400000000, gpt-4.1 x gpt-batch",
    })
    void theTermsOfTheResponseChangeThePrice(String model, String tier, String geo, long nanos, String row) {
        assertThat(dollars.price("any", model, under(tier, geo), NOW))
                .contains(new Priced(new Cost(nanos, USD), row, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "claude-haiku-4-5, fast,     ''",
        "claude-haiku-4-5, priority, ''",
        "claude-haiku-4-5, '',       mars",
        "gpt-4.1,          flex,     ''",
        "gpt-6-sol,        us,       ''",
    })
    void aTermWhoseFactorNobodyKnowsMakesItUnpriced(String model, String tier, String geo) {
        assertThat(dollars.price("any", model, under(tier, geo), NOW)).isEmpty();
    }

    @Test
    void searchesAreSoldByTheThousandAndNotByTier() {
        TokenUsage searched =
                new TokenUsage(0, 0, 0, 0, 0, 0, 0, 3, new TokenUsage.Terms("batch", "us"), TokenUsage.Source.REPORTED);
        assertThat(dollars.price("any", "claude-haiku-4-5", searched, NOW))
                .map(Priced::cost)
                .contains(new Cost(30_000_000, USD));
        assertThat(dollars.price("any", "gpt-6-sol", searched, NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // the dearer of five minutes and one hour; its own price; the only price of a write
        "claude-haiku-4-5, 2000000",
        "gpt-6-sol,        2500000",
    })
    void aCacheWriteOfUnknownDurationIsPricedAsTheDearestItCanBe(String model, long nanos) {
        TokenUsage written =
                new TokenUsage(0, 0, 0, 0, 1000, 0, 0, 0, TokenUsage.Terms.NOT_TOLD, TokenUsage.Source.REPORTED);
        assertThat(dollars.price("any", model, written, NOW)).map(Priced::cost).contains(new Cost(nanos, USD));
    }

    @Test
    void anAbsurdCountIsUnpricedAndNoError() {
        TokenUsage absurd =
                new TokenUsage(1_000_000_000_000L, 0, 0, 0, 1_000_000_000_000L, 0, TokenUsage.Source.REPORTED);
        In prices = of("a,*,m,2026-01-01,,0,1000,,,,1000,JPY,s,2026-01-01");
        List<PriceRow> rows = prices.prices().table().prices();
        ExchangeRate rate = new ExchangeRate(
                "r", Currency.getInstance("JPY"), USD, BigDecimal.valueOf(1000), LocalDate.of(2026, 1, 1));
        assertThat(new In(catalogue(rows, List.of(), List.of(rate)), USD).price("any", "m", absurd, NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mistral-medium-latest",
        "mistral-large-latest",
        "mistral-small-2603",
        "mistral-medium-3.5-20260601",
        "claude-sonnet-latest",
        "claude-haiku-latest",
        "gpt-5.4-latest",
        "gpt-6",
        "gemini-flash-latest",
        "gemini-3.7-flash-preview",
    })
    void anAliasIsNoModel(String alias) {
        assertThat(dollars.price("mistral_ai", alias, reported(1, 1), NOW)).isEmpty();
    }

    @Test
    void everyShippedRowSaysThatItIsToBeVerified() {
        List<CsvLine> lines = CsvLine.readAll(
                PriceFiles.PRICES,
                shipped(PriceFiles.PRICES).text().lines().toList(),
                PriceFile.COLUMNS,
                PriceFile.OPTIONAL_COLUMNS);
        assertThat(lines)
                .hasSizeGreaterThan(45)
                .allSatisfy(line -> assertThat(line.text("source")).startsWith("verify: "));
    }

    @Test
    void aChangedFileIsTakenOverAndAWrongOneIsNot(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("prices.csv");
        Files.writeString(file, COLUMNS + "\na,*,m,2026-01-01,,0,1,,,,2,EUR,contract,2026-01-01\n");
        Path[] inForce = {file};
        PriceCatalogue live = new PriceCatalogue(
                () -> Fixtures.settings(Dialect.ANTHROPIC, Optional.empty(), Optional.of(inForce[0])),
                Clock.fixed(NOW, ZoneOffset.UTC));
        In prices = new In(live, Fixtures.EUR);
        String first = live.state().fingerprint();
        live.refresh();
        assertThat(live.state().fingerprint()).isEqualTo(first);

        Files.writeString(file, COLUMNS + "\na,*,m,2026-01-01,,0,3,,,,1,EUR,contract,2026-01-01\n");
        live.refresh();
        assertThat(nanos(prices, reported(1, 0))).isEqualTo(1000);
        assertThat(live.state().fingerprint()).isEqualTo(first);
        assertThat(live.state().problem())
                .hasValueSatisfying(problem ->
                        assertThat(problem).startsWith(file + " line 2: output '1' is less than half of input 3"));

        Files.writeString(file, COLUMNS + "\na,*,m,2026-01-01,,0,3,,,,6,EUR,contract,2026-01-01\n");
        live.refresh();
        assertThat(nanos(prices, reported(1, 0))).isEqualTo(3000);
        assertThat(live.state().problem()).isEmpty();
        assertThat(live.state().fingerprint()).isNotEqualTo(first);

        Path moved = Files.copy(file, folder.resolve("moved.csv"));
        assertThat(live.state().file()).isEqualTo(file.toString());
        inForce[0] = moved;
        live.refresh();
        assertThat(live.state().file()).isEqualTo(moved.toString());

        inForce[0] = file;
        Files.delete(file);
        live.refresh();
        assertThat(nanos(prices, reported(1, 0))).isEqualTo(3000);
        assertThat(live.state().problem()).contains(file + " cannot be read as UTF-8 text");
    }

    @Test
    void aChangedRateOrFactorBesideTheFileIsTakenOverToo(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("prices.csv");
        Files.writeString(file, COLUMNS + "\na,*,m,2026-01-01,,0,1,,,,2,USD,contract,2026-01-01\n");
        PriceCatalogue live = new PriceCatalogue(
                () -> Fixtures.settings(Dialect.ANTHROPIC, Optional.empty(), Optional.of(file)),
                Clock.fixed(NOW, ZoneOffset.UTC));
        In prices = new In(live, Fixtures.EUR);
        assertThat(nanos(prices, reported(1, 0))).isEqualTo(930);

        Files.writeString(
                folder.resolve("exchange-rates.csv"),
                "id,from,to,rate,valid_from,source\nr,USD,EUR,0.5,2026-01-01,t\n");
        Files.writeString(
                folder.resolve("price-factors.csv"),
                String.join(",", PriceFactor.COLUMNS) + "\nf,*,*,geo,eu,2,2026-01-01,,contract,2026-01-01\n");
        live.refresh();
        assertThat(nanos(prices, reported(1, 0))).isEqualTo(500);
        assertThat(nanos(prices, reported(1, 0).under(new TokenUsage.Terms("", "eu"))))
                .isEqualTo(1000);
    }

    @Test
    void theStateNamesModelsWithoutAPriceAndPricesThatEnd() {
        PriceCatalogue prices = of(
                        "a,*,claude-haiku-4-5,2026-01-01,2026-11-30,0,1,,,,1,EUR,s,2026-01-01",
                        "b,*,gone,2026-01-01,2026-11-19,0,1,,,,1,EUR,s,2026-01-01",
                        "c,*,dear,2026-01-01,2026-12-31,0,1,,,,1,EUR,s,2026-01-01",
                        "d,*,dear,2027-01-01,,0,2,,,,2,EUR,s,2026-01-01")
                .prices();
        assertThat(prices.state().unpriced()).containsExactly("anthropic/claude-sonnet-5-5");
        assertThat(prices.state().endings()).containsExactly(new PriceBook.Ending("a", LocalDate.of(2026, 11, 30)));
    }
}
