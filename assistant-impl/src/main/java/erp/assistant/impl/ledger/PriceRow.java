package erp.assistant.impl.ledger;

import erp.assistant.chat.TokenUsage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the tokens of some models cost in a span of days.
 *
 * @param provider a provider's name, or {@code *} for any
 * @param validFrom the first day, UTC
 * @param validTo the last day, UTC; empty while it holds
 * @param aboveTokens the row holds for requests with more input tokens than this; 0 for all
 * @param perMillion the price of 1,000,000 tokens of each class that is sold
 */
record PriceRow(
        String id,
        String provider,
        List<ModelPattern> models,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        long aboveTokens,
        Map<TokenClass, BigDecimal> perMillion,
        Currency currency) {

    PriceRow {
        models = List.copyOf(models);
        perMillion = Map.copyOf(perMillion);
    }

    boolean valid(Instant at) {
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
        return !day.isBefore(validFrom)
                && validTo.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** How closely the row names the model: 0 for not at all; the model counts before the provider. */
    int closeness(String askedProvider, String model) {
        boolean anyProvider = provider.equals("*");
        if (!anyProvider && !provider.equals(askedProvider)) {
            return 0;
        }
        int closest = models.stream()
                .filter(pattern -> pattern.matches(model))
                .mapToInt(ModelPattern::closeness)
                .max()
                .orElse(0);
        return closest == 0 ? 0 : 2 * closest + (anyProvider ? 0 : 1);
    }

    boolean reaches(long totalInput) {
        return aboveTokens == 0 || totalInput > aboveTokens;
    }

    /** The price in millionths of the currency's unit, exact; empty if a class that occurs is not sold. */
    Optional<BigDecimal> micros(TokenUsage usage) {
        BigDecimal sum = BigDecimal.ZERO;
        for (TokenClass tokenClass : TokenClass.values()) {
            long tokens = tokenClass.tokens(usage);
            if (tokens > 0) {
                BigDecimal price = perMillion.get(tokenClass);
                if (price == null) {
                    return Optional.empty();
                }
                sum = sum.add(price.multiply(BigDecimal.valueOf(tokens)));
            }
        }
        return Optional.of(sum);
    }

    /** The most that so many tokens can cost: all input in its dearest class. */
    BigDecimal mostMicros(long input, long output) {
        BigDecimal dearestInput = perMillion.entrySet().stream()
                .filter(entry -> entry.getKey() != TokenClass.OUTPUT)
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal outputPrice = perMillion.getOrDefault(TokenClass.OUTPUT, BigDecimal.ZERO);
        return dearestInput.multiply(BigDecimal.valueOf(input)).add(outputPrice.multiply(BigDecimal.valueOf(output)));
    }

    /** Whether both rows could be meant by the same request. */
    boolean collidesWith(PriceRow other) {
        return provider.equals(other.provider)
                && aboveTokens == other.aboveTokens
                && models.stream().anyMatch(other.models::contains)
                && startsBeforeEndOf(other)
                && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(PriceRow other) {
        return other.validTo.map(last -> !validFrom.isAfter(last)).orElse(true);
    }
}
