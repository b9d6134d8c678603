package erp.assistant.impl.ledger;

import erp.assistant.Cost;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.config.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * What tokens cost on a given day in a given currency, from dated rows.
 *
 * <p>Rounding: tokens times price are added up over all classes and multiplied by the exchange rate exactly, as decimals; only
 * then is the sum rounded once, half up, to 10<sup>-9</sup> of the currency's unit. So an attempt's cost is never off by more
 * than half of that, and a month is the exact sum of its attempts.
 *
 * <p>A model that no row names, a class of tokens that is not sold, a day without a price or without an exchange rate: each
 * makes the attempt unpriced, never free. Immutable; safe for use by many threads.
 */
public final class PriceCatalogue {

    static final String PRICES = "prices.csv";
    static final String RATES = "exchange-rates.csv";

    private final List<PriceRow> prices;
    private final List<ExchangeRate> rates;

    PriceCatalogue(List<PriceRow> prices, List<ExchangeRate> rates) {
        this.prices = List.copyOf(prices);
        this.rates = List.copyOf(rates);
    }

    /**
     * Reads the admin's price file if the settings name one, else the shipped one. A file {@code exchange-rates.csv} beside the
     * admin's prices replaces the shipped rates.
     *
     * @throws PriceFileException naming file and line if a file cannot be used
     */
    public static PriceCatalogue load(Settings settings) {
        Optional<Path> own = settings.pricesFile();
        Optional<Path> ownRates = own.map(path -> path.resolveSibling(RATES)).filter(Files::exists);
        return new PriceCatalogue(
                own.map(path -> PriceFile.read(path.toString(), lines(path)))
                        .orElseGet(() -> PriceFile.read(PRICES, shipped(PRICES))),
                ownRates.map(path -> ExchangeRate.readAll(path.toString(), lines(path)))
                        .orElseGet(() -> ExchangeRate.readAll(RATES, shipped(RATES))));
    }

    /**
     * The cost of an attempt.
     *
     * @param provider the provider's name in the settings
     * @param model the model that the response names
     * @param at when it was sent
     * @param currency of the cost: the company's at the time when it was sent
     * @return empty if unpriced
     */
    public Optional<Priced> price(String provider, String model, TokenUsage usage, Instant at, Currency currency) {
        long totalInput = usage.totalInput();
        return named(provider, model, at)
                .filter(row -> row.reaches(totalInput))
                .max(Comparator.comparingLong(PriceRow::aboveTokens))
                .flatMap(row -> row.micros(usage).flatMap(micros -> in(currency, row, micros, at)));
    }

    /**
     * The most that an attempt can cost: the dearest class of input, in the dearest tier that the input may reach.
     *
     * @param input an estimate of the input tokens that is not too low
     * @return empty if the model has no known price
     */
    public Optional<Priced> upperBound(
            String provider, String model, long input, long maxOutput, Instant at, Currency currency) {
        return named(provider, model, at)
                .filter(row -> row.reaches(input))
                .max(Comparator.comparing(row -> row.mostMicros(input, maxOutput)))
                .flatMap(row -> in(currency, row, row.mostMicros(input, maxOutput), at));
    }

    /** All tiers of the closest row that is valid. */
    private Stream<PriceRow> named(String provider, String model, Instant at) {
        ToIntFunction<PriceRow> closeness = row -> row.closeness(provider, model);
        List<PriceRow> matching = prices.stream()
                .filter(row -> row.valid(at) && closeness.applyAsInt(row) > 0)
                .toList();
        int closest = matching.stream().mapToInt(closeness).max().orElse(0);
        return matching.stream().filter(row -> closeness.applyAsInt(row) == closest);
    }

    private Optional<Priced> in(Currency currency, PriceRow row, BigDecimal micros, Instant at) {
        if (row.currency().equals(currency)) {
            return Optional.of(new Priced(new Cost(nanos(micros), currency), row.id(), ""));
        }
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
        return rates.stream()
                .filter(rate -> rate.from().equals(row.currency()) && rate.to().equals(currency))
                .filter(rate -> !rate.validFrom().isAfter(day))
                .max(Comparator.comparing(ExchangeRate::validFrom))
                .map(rate -> new Priced(new Cost(nanos(micros.multiply(rate.rate())), currency), row.id(), rate.id()));
    }

    private static long nanos(BigDecimal micros) {
        return micros.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new PriceFileException(file + " cannot be read as UTF-8 text", e);
        }
    }

    private static List<String> shipped(String name) {
        try (InputStream in = PriceCatalogue.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing beside " + PriceCatalogue.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new PriceFileException(name + " cannot be read", e);
        }
    }
}
