package erp.assistant.impl.ledger;

import erp.assistant.chat.TokenUsage;
import erp.assistant.report.PriceRows;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What some models cost in a span of days.
 *
 * @param aboveTokens the row holds for requests with more input tokens than this; 0 for all
 * @param serviceTier the tier that it is the price of; empty for the list price
 * @param prices of each class that is sold, in units of the currency for as many as the class is sold by
 */
record PriceRow(
        String id,
        ModelMatch models,
        Validity validity,
        long aboveTokens,
        String serviceTier,
        Map<PriceClass, BigDecimal> prices,
        Currency currency) {

    PriceRow {
        prices = Map.copyOf(prices);
    }

    boolean reaches(long totalInput) {
        return aboveTokens == 0 || totalInput > aboveTokens;
    }

    /**
     * The price in millionths of the currency's unit, exact; empty if a class that occurs is not sold.
     *
     * @param factor of the price of tokens; what is no token is not sold by tier or region
     */
    Optional<BigDecimal> micros(TokenUsage usage, BigDecimal factor) {
        BigDecimal tokens = BigDecimal.ZERO;
        BigDecimal others = BigDecimal.ZERO;
        for (PriceClass priceClass : PriceClass.values()) {
            long count = priceClass.count(usage);
            if (count > 0) {
                Optional<BigDecimal> price = price(priceClass);
                if (price.isEmpty()) {
                    return Optional.empty();
                }
                BigDecimal micros = priceClass.micros(price.get(), count);
                if (priceClass.isTokens()) {
                    tokens = tokens.add(micros);
                } else {
                    others = others.add(micros);
                }
            }
        }
        return Optional.of(tokens.multiply(factor).add(others));
    }

    /** A write to the cache whose duration nobody told is charged as the dearest that it can be, unless it has its own price. */
    private Optional<BigDecimal> price(PriceClass priceClass) {
        BigDecimal own = prices.get(priceClass);
        if (own == null && priceClass == PriceClass.CACHE_WRITE_OTHER) {
            return Stream.of(PriceClass.CACHE_WRITE_5M, PriceClass.CACHE_WRITE_1H)
                    .flatMap(each -> Optional.ofNullable(prices.get(each)).stream())
                    .max(Comparator.naturalOrder());
        }
        return Optional.ofNullable(own);
    }

    /** The most that so many tokens can cost: all input in its dearest class. */
    BigDecimal mostMicros(long input, long output) {
        BigDecimal dearestInput = prices.entrySet().stream()
                .filter(entry -> entry.getKey().isTokens() && entry.getKey() != PriceClass.OUTPUT)
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal outputPrice = prices.getOrDefault(PriceClass.OUTPUT, BigDecimal.ZERO);
        return PriceClass.INPUT.micros(dearestInput, input).add(PriceClass.OUTPUT.micros(outputPrice, output));
    }

    /** For an admin to read. */
    PriceRows.Row shown() {
        Map<String, BigDecimal> byColumn = new LinkedHashMap<>();
        for (PriceClass priceClass : PriceClass.values()) {
            Optional.ofNullable(prices.get(priceClass)).ifPresent(price -> byColumn.put(priceClass.column(), price));
        }
        return new PriceRows.Row(
                id,
                models.provider(),
                models.patterns().stream().map(ModelPattern::text).toList(),
                validity.first(),
                validity.last(),
                aboveTokens,
                serviceTier,
                byColumn,
                currency);
    }

    /** Whether another row goes on where this one ends. */
    boolean isFollowedBy(PriceRow other) {
        return aboveTokens == other.aboveTokens
                && serviceTier.equals(other.serviceTier)
                && models.collidesWith(other.models)
                && validity.last().map(last -> last.plusDays(1)).equals(Optional.of(other.validity.first()));
    }

    /** Whether both could be meant by the same request. */
    boolean collidesWith(PriceRow other) {
        return aboveTokens == other.aboveTokens
                && serviceTier.equals(other.serviceTier)
                && models.collidesWith(other.models)
                && validity.overlaps(other.validity);
    }
}
