package erp.assistant.impl.ledger;

import erp.assistant.Cost;
import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.TokenUsage.Terms;
import erp.assistant.impl.ledger.PriceFactor.Term;
import erp.assistant.report.PriceBook.Ending;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Dated rows of prices, of factors for service tiers and regions, and of exchange rates. Immutable.
 *
 * <p>Rounding: tokens times price are added up over all classes and multiplied by the factors and the exchange rate exactly, as
 * decimals; only then is the sum rounded once, half up, to 10<sup>-9</sup> of the currency's unit.
 */
record PriceTable(List<PriceRow> prices, List<PriceFactor> factors, List<ExchangeRate> rates) {

    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    PriceTable {
        prices = List.copyOf(prices);
        factors = List.copyOf(factors);
        rates = List.copyOf(rates);
    }

    /** The rows that price a model on a day, one for each length of requests, and the factor of their tokens. */
    record Tariff(List<PriceRow> rows, BigDecimal factor, String factorIds) {
        private String id(PriceRow row) {
            return row.id() + factorIds;
        }

        /** Of a single row. */
        private BigDecimal most(long input, long maxOutput) {
            return rows.get(0).mostMicros(input, maxOutput).multiply(factor);
        }
    }

    /** The cost of an attempt, in this currency; empty if unpriced. */
    Optional<Priced> price(String provider, String model, TokenUsage usage, Instant at, Currency currency) {
        LocalDate day = day(at);
        return tariff(provider, model, usage.terms(), day).flatMap(tariff -> price(tariff, usage, day, currency));
    }

    /** The same with a tariff that {@link #tariff} has found. */
    Optional<Priced> price(Tariff tariff, TokenUsage usage, LocalDate day, Currency currency) {
        long totalInput = usage.totalInput();
        return tariff.rows().stream()
                .filter(row -> row.reaches(totalInput))
                .max(Comparator.comparingLong(PriceRow::aboveTokens))
                .flatMap(row -> row.micros(usage, tariff.factor())
                        .flatMap(micros -> in(currency, row.currency(), tariff.id(row), micros, day)));
    }

    /**
     * The most that an attempt can cost: the dearest class of input, in the dearest length and service tier that it may reach, in the
     * dearest region. A request does not tell in which tier its account is.
     */
    Optional<Priced> upperBound(
            String provider, String model, long input, long maxOutput, Instant at, Currency currency) {
        LocalDate day = day(at);
        Stream<String> tiers = prices.stream().map(PriceRow::serviceTier).distinct();
        return tiers.flatMap(tier -> closest(provider, model, tier, day).stream())
                .filter(row -> row.reaches(input))
                .map(row -> new Tariff(List.of(row), dearest(provider, model, row, day), ""))
                .max(Comparator.comparing(tariff -> tariff.most(input, maxOutput)))
                .filter(dearest -> !closest(provider, model, "", day).isEmpty())
                .flatMap(dearest -> {
                    PriceRow row = dearest.rows().get(0);
                    return in(currency, row.currency(), row.id(), dearest.most(input, maxOutput), day);
                });
    }

    /** The product of the dearest factors of each kind; a row of a service tier has that tier's price already. */
    private BigDecimal dearest(String provider, String model, PriceRow row, LocalDate day) {
        BigDecimal product = BigDecimal.ONE;
        for (Term term : Term.values()) {
            if (term != Term.SERVICE_TIER || row.serviceTier().isEmpty()) {
                product = product.multiply(factors.stream()
                        .filter(factor -> factor.term() == term)
                        .flatMap(factor -> factor.words().stream())
                        .distinct()
                        .flatMap(word -> factor(provider, model, term, word, day).stream())
                        .map(PriceFactor::factor)
                        .reduce(BigDecimal.ONE, BigDecimal::max));
            }
        }
        return product;
    }

    /** Rows that end on that day or later without another one that goes on from there: their calls will be unpriced. */
    List<Ending> endings(LocalDate today) {
        return prices.stream()
                .filter(row ->
                        row.validity().last().isPresent() && !row.validity().endsBefore(today))
                .filter(row -> prices.stream().noneMatch(row::isFollowedBy))
                .map(row -> new Ending(row.id(), row.validity().last().get()))
                .toList();
    }

    static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Empty if the model has no price on that day, or a term is named whose factor is not known. */
    Optional<Tariff> tariff(String provider, String model, Terms terms, LocalDate day) {
        String tier = terms.serviceTier();
        List<PriceRow> ofTier = tier.isEmpty() ? List.of() : closest(provider, model, tier, day);
        List<PriceRow> rows = ofTier.isEmpty() ? closest(provider, model, "", day) : ofTier;
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal product = BigDecimal.ONE;
        List<PriceFactor> applied = new ArrayList<>();
        for (Term term : Term.values()) {
            String word = term.in(terms);
            if (word.isEmpty() || (term == Term.SERVICE_TIER && !ofTier.isEmpty())) {
                continue;
            }
            Optional<PriceFactor> factor = factor(provider, model, term, word, day);
            if (factor.isEmpty()) {
                return Optional.empty();
            }
            product = product.multiply(factor.get().factor());
            applied.add(factor.get());
        }
        return Optional.of(new Tariff(rows, product, ids(applied)));
    }

    /** Those that change nothing are not worth a word in each row of the ledger. */
    private static String ids(List<PriceFactor> applied) {
        return applied.stream()
                .filter(factor -> factor.factor().compareTo(BigDecimal.ONE) != 0)
                .map(factor -> " x " + factor.id())
                .collect(Collectors.joining());
    }

    private Optional<PriceFactor> factor(String provider, String model, Term term, String word, LocalDate day) {
        return factors.stream()
                .filter(factor -> factor.term() == term && factor.words().contains(word))
                .filter(factor ->
                        factor.validity().includes(day) && factor.models().closeness(provider, model) > 0)
                .max(Comparator.comparingInt(factor -> factor.models().closeness(provider, model)));
    }

    /** All lengths of the row of that service tier that names the model most closely. */
    private List<PriceRow> closest(String provider, String model, String tier, LocalDate day) {
        ToIntFunction<PriceRow> closeness = row -> row.models().closeness(provider, model);
        Stream<PriceRow> candidates = prices.stream()
                .filter(row -> row.serviceTier().equals(tier) && row.validity().includes(day));
        List<PriceRow> matching =
                candidates.filter(row -> closeness.applyAsInt(row) > 0).toList();
        int closest = matching.stream().mapToInt(closeness).max().orElse(0);
        return matching.stream()
                .filter(row -> closeness.applyAsInt(row) == closest)
                .toList();
    }

    private Optional<Priced> in(Currency currency, Currency from, String row, BigDecimal micros, LocalDate day) {
        if (from.equals(currency)) {
            return priced(micros, currency, row, "");
        }
        return rates.stream()
                .filter(rate -> rate.from().equals(from) && rate.to().equals(currency))
                .filter(rate -> !rate.validFrom().isAfter(day))
                .max(Comparator.comparing(ExchangeRate::validFrom))
                .flatMap(rate -> priced(micros.multiply(rate.rate()), currency, row, rate.id()));
    }

    /** Empty beyond what a column of the ledger holds, which is more than nine billions of the currency. */
    private static Optional<Priced> priced(BigDecimal micros, Currency currency, String row, String rate) {
        BigDecimal nanos = micros.movePointRight(3).setScale(0, RoundingMode.HALF_UP);
        return nanos.compareTo(MOST) > 0
                ? Optional.empty()
                : Optional.of(new Priced(new Cost(nanos.longValueExact(), currency), row, rate));
    }
}
